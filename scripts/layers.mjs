// Runs dependency-cruiser, and makes sure that it has really seen the code: it passes silently when it reads nothing.
import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root } from './install.mjs';

process.chdir(root);
const options = await extractDepcruiseOptions('./.dependency-cruiser.mjs');
const { output } = await cruise(['src', 'test'], options, undefined, {
  tsConfig: extractTSConfig('./tsconfig.node.json'),
});
if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');

const { violations, totalCruised } = output.summary;
const rules = options.ruleSet?.forbidden ?? [];
for (const { rule, from, to, cycle } of violations) {
  const way = cycle && cycle.length > 0 ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`;
  const comment = rules.find(({ name }) => name === rule.name)?.comment ?? '';
  console.error(`${rule.name}: ${way}\n  ${comment}`);
}

const seen = output.modules.filter(({ source }) => source.startsWith('src/'));
const typeScript = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
).length;
const withImports = seen.filter(({ dependencies }) => dependencies.length > 0).length;
console.log(
  `${totalCruised} modules, ${seen.length} of them in src/ (${typeScript} files), ${violations.length} violations`,
);
if (seen.length < typeScript || withImports === 0) {
  console.error('dependency-cruiser did not see all of src/. Is the TypeScript version one that it can read?');
  process.exitCode = 1;
}
if (violations.length > 0) process.exitCode = 1;
