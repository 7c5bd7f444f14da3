import { runIam } from './iam';
import { runReachability } from './reachability';

type Result = Awaited<ReturnType<typeof runIam>>[number] | Awaited<ReturnType<typeof runReachability>>[number];

/** Below this share of agreement the run fails. */
const BARS: readonly { readonly suite: RegExp; readonly share: number }[] = [
  { suite: /benkehoe/, share: 1 },
  { suite: /moto/, share: 0.95 },
  { suite: /np-guard/, share: 0.99 },
];

/** Runs every suite of the folder, prints a table and each difference; true when all bars are met. */
export async function run(folder: string): Promise<boolean> {
  const results: readonly Result[] = [...(await runIam(folder)), ...(await runReachability(folder))];
  for (const { suite, differences } of results) {
    for (const difference of differences) console.log(`${suite}: ${wordsOf(difference)}`);
  }
  console.log('');
  let met = results.length > 0;
  for (const { suite, total, agree } of results) {
    const share = total === 0 ? 0 : agree / total;
    const bar = BARS.find((one) => one.suite.test(suite))?.share ?? 1;
    if (share < bar) met = false;
    const percent = `${(share * 100).toFixed(1)} %`;
    const wants = `${(bar * 100).toFixed(0)} %`;
    console.log(
      `${share < bar ? 'BELOW' : 'ok   '} ${suite.padEnd(28)} ${agree}/${total} agree, ${percent}; wanted ${wants}`,
    );
  }
  for (const { suite } of BARS) {
    if (results.some((result) => suite.test(result.suite))) continue;
    met = false;
    console.log(`ABSENT ${suite.source}: no such suite was run`);
  }
  return met;
}

function wordsOf(difference: unknown): string {
  if (typeof difference === 'string') return difference;
  if (difference === null || typeof difference !== 'object') return String(difference);
  return Object.entries(difference)
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}
