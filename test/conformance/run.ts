import { runIam } from './iam';
import { runReachability } from './reachability';
import { runRules } from './rules';
import { runTemplates } from './templates';

/** Below this share of agreement the run fails. */
const BARS: readonly { readonly suite: string; readonly share: number }[] = [
  { suite: 'benkehoe', share: 1 },
  { suite: 'moto', share: 0.95 },
  { suite: 'np-guard', share: 0.99 },
  { suite: 'guard-cases', share: 0.95 },
];
const OTHERS = 0.95;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/**
 * Runs every suite of the folder, prints each difference with its reason, then a table; true when all bars are met.
 * `complete`: the suites that have a bar of their own must all be there.
 */
export function run(folder: string, { complete }: { readonly complete: boolean }): boolean {
  const rules = runRules(folder);
  const results = [...runIam(folder), ...runReachability(folder), ...rules];
  for (const { suite, differences } of results) {
    for (const { id, expected, got, why } of differences) {
      console.log(`${suite} ${id}: expected ${expected}, we say ${got}${why === undefined ? '' : `. ${why}`}`);
    }
  }
  let met = results.length > 0;
  for (const { suite, rows, unclaimed, unexplained } of rules) {
    for (const row of rows) console.log(`${suite} ${row}`);
    console.log(`${suite} not claimed, no control of ours asks it: ${unclaimed.join(', ')}`);
    if (unexplained === 0) continue;
    console.log(`${suite}: ${unexplained} differences have no reason in rule-differences.json`);
    met = false;
  }
  for (const { suite, total, agree } of results) {
    const share = total === 0 ? 0 : agree / total;
    const bar = BARS.find((one) => suite.includes(one.suite))?.share ?? OTHERS;
    if (share < bar) met = false;
    const row = `${suite.padEnd(28)} ${agree}/${total} agree, ${percent(share)}; wanted ${percent(bar)}`;
    console.log(`${share < bar ? 'BELOW ' : 'ok    '} ${row}`);
  }
  for (const bar of BARS) {
    if (results.some(({ suite }) => suite.includes(bar.suite))) continue;
    console.log(`ABSENT ${bar.suite}`);
    if (complete) met = false;
  }
  if (!runTemplates(folder)) met = false;
  return met;
}
