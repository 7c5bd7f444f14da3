import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../src/catalog/index';
import { importTemplate } from '../../src/game/template/import-template';

/**
 * Imports every template of `<suitesDir>/templates`, and says what became of each. A template that cannot be read, or
 * that gives no node, counts against us; what is ignored is for a person to judge.
 */
export function runTemplates(suitesDir: string): boolean {
  const root = join(suitesDir, 'templates');
  if (!existsSync(root)) return true;
  const files = readdirSync(root)
    .filter((name) => /\.(ya?ml|json|template)$/.test(name))
    .sort();
  let readable = 0;
  for (const file of files) {
    const { diagram, added, ignored, assumed, problems } = importTemplate(
      readFileSync(join(root, file), 'utf8'),
      catalog,
    );
    const nodes = Object.values(diagram.nodes);
    const counts = new Map<string, number>();
    for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (problems.length === 0) readable += 1;
    console.log(`\ntemplate ${file}: ${nodes.length} nodes (${added.length} not in it), ${ignored.length} ignored`);
    for (const { line, reason } of problems)
      console.log(`  PROBLEM ${line === undefined ? '' : `line ${line}: `}${reason}`);
    const kinds = [...counts].sort().map(([kind, count]) => `${count} ${kind}`);
    console.log(`  ${kinds.join(', ')}`);
    for (const { what, reason } of assumed) console.log(`  assumed ${what}: ${reason}`);
    const groups = new Map<string, string[]>();
    for (const { resource, type, property, reason } of ignored) {
      const place = property === undefined ? `${resource}${type ? ` (${type})` : ''}` : `${resource}.${property}`;
      groups.set(reason, [...(groups.get(reason) ?? []), place]);
    }
    for (const [reason, places] of groups) console.log(`  ignored: ${reason} ${places.join(', ')}`);
  }
  const all = readable === files.length;
  console.log(
    `\n${all ? 'ok    ' : 'BELOW '} templates                    ${readable}/${files.length} import; wanted all`,
  );
  return all;
}
