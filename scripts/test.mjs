// `npm test`: everything that must hold, in one run. `npm test -- --only types,lint` runs some of it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, requireNode, root } from './install.mjs';

/**
 * @typedef {{ passed: number; failed: number }} Count
 * @typedef {{ name: string; says: string; run: () => Count | Promise<Count> }} Stage
 */

const bin = join(root, 'node_modules/.bin');
const results = join(root, 'test-results');
/** @type {Record<string, string>} */
const extra = {};

/** @param {string} command @param {string[]} args */
function succeeds(command, args) {
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    timeout: 15 * 60_000,
    env: { ...process.env, ...extra, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  if (run.error) console.error(String(run.error));
  return run.status === 0;
}

/**
 * A stage without tests of its own counts as one.
 * @param {...[string, ...string[]]} commands
 * @returns {Count}
 */
function all(...commands) {
  const ok = commands.map(([command, ...args]) => succeeds(command, args)).every(Boolean);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} name @param {string[]} args @returns {Count} */
function vitest(name, args) {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  const ok = succeeds(join(bin, 'vitest'), [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  /** @type {{ numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] }} */
  const said = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load has no tests to fail.
  const broken = said.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = said.numFailedTests + broken;
  const nothing = said.numPassedTests + failed === 0;
  return { passed: said.numPassedTests, failed: failed === 0 && (!ok || nothing) ? 1 : failed };
}

/** @type {Stage[]} */
const stages = [
  { name: 'generate', says: 'generated files are fresh', run: () => all(['node', 'scripts/generate.mjs', '--check']) },
  { name: 'types', says: 'TypeScript, project by project', run: () => all([join(bin, 'tsc'), '-b']) },
  { name: 'format', says: 'prettier', run: () => all([join(bin, 'prettier'), '--check', '--log-level', 'warn', '.']) },
  {
    name: 'lint',
    says: 'oxlint, with types',
    run: () => all([join(bin, 'oxlint'), '--type-aware', '--deny-warnings', '-f', 'unix']),
  },
  { name: 'layers', says: 'direction of imports', run: () => all(['node', 'scripts/layers.mjs']) },
  {
    name: 'unused',
    says: 'nothing unused, in the tests and in the game',
    run: () =>
      all(
        [join(bin, 'knip'), '--no-progress'],
        [join(bin, 'knip'), '--production', '--include', 'files,dependencies', '--no-progress'],
      ),
  },
  { name: 'unit', says: 'units, cases as data, walkers', run: () => vitest('unit', []) },
  {
    name: 'build',
    says: 'production build within its weight',
    run: () => all([join(bin, 'vite'), 'build', '--logLevel', 'warn'], ['node', 'scripts/budget.mjs']),
  },
  {
    name: 'browser',
    says: 'the built game in a real browser',
    run: async () => {
      const { findBrowser } = await import('./browser.mjs');
      extra['CHROME_BIN'] = await findBrowser({ install: true });
      console.log(`browser: ${extra['CHROME_BIN']}`);
      if (!existsSync(join(root, 'dist/index.html')) && !succeeds(join(bin, 'vite'), ['build', '--logLevel', 'warn'])) {
        return { passed: 0, failed: 1 };
      }
      return vitest('browser', ['--config', 'vitest.e2e.config.ts']);
    },
  },
];

requireNode();
const at = process.argv.indexOf('--only');
const only = at === -1 ? undefined : (process.argv[at + 1] ?? '').split(',');
const names = stages.map(({ name }) => name);
const strange = only?.find((name) => !names.includes(name));
if (strange !== undefined) {
  console.error(`There is no stage "${strange}". The stages are ${names.join(', ')}.`);
  process.exit(1);
}

installPackages();
mkdirSync(results, { recursive: true });
/** @type {string[]} */
const summary = [];
let passed = 0;
let failed = 0;
for (const { name, says, run } of stages.filter((stage) => only?.includes(stage.name) ?? true)) {
  console.log(`\n== ${name}: ${says}`);
  const began = performance.now();
  /** @type {Count} */
  let count;
  try {
    count = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count = { passed: 0, failed: 1 };
  }
  passed += count.passed;
  failed += count.failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const line = `${count.failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)}${seconds.padStart(6)} s  ${count.passed} passed, ${count.failed} failed`;
  console.log(`== ${line}`);
  summary.push(line);
}

console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
