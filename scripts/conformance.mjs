// `npm run conformance [-- --suites <folder>]`: our engine against cases that other people made.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { requireNode, root } from './install.mjs';

requireNode();
const at = process.argv.indexOf('--suites');
const folder = at === -1 ? join(root, '../shared/suites') : resolve(process.argv[at + 1] ?? '');
if (!existsSync(folder)) {
  console.log(`There are no outside cases in ${folder}. Name their folder: npm run conformance -- --suites <folder>`);
  process.exit(at === -1 ? 0 : 1);
}

/** @type {{ module: { run: (folder: string, how: { complete: boolean }) => boolean } }} */
const { module } = await runnerImport(join(root, 'test/conformance/run.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
process.exitCode = module.run(folder, { complete: at === -1 }) ? 0 : 1;
