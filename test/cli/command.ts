import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const examples = join(root, 'docs/examples');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command in a process of its own, as `npx perimeter` does. */
export function perimeter(args: readonly string[], cwd = examples): Ran {
  const run = spawnSync(process.execPath, [join(root, 'scripts/perimeter.mjs'), ...args], { cwd, encoding: 'utf8' });
  const err = run.stderr.replace(/^Building the command line\..*\n/, '');
  return { code: run.status, out: run.stdout, err };
}
