import type { Facts, WalkedRequest } from '../engine/facts';

/** Every call that somebody makes, and whoever such a call reaches, and so on: near ones first. */
export function callsBehind({ requests }: Pick<Facts, 'requests'>, first: string): readonly WalkedRequest[] {
  const calls = requests.filter(({ spec }) => spec.purpose === 'call');
  const workers = new Set([first]);
  const found: WalkedRequest[] = [];
  for (const worker of workers) {
    for (const one of calls.filter(({ spec }) => spec.from === worker)) {
      found.push(one);
      if (one.trace.allowed && one.spec.to !== undefined) workers.add(one.spec.to);
    }
  }
  return found;
}
