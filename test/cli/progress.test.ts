import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io';
import { run } from '../../src/cli/run';
import { examples } from './command';

/** A terminal whose clock goes on 50 ms whenever it is asked. */
function terminal(interactive: boolean): Io & { readonly said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  let clock = 0;
  return {
    said,
    interactive,
    cwd: examples,
    library: join(examples, 'nowhere'),
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    now: () => (clock += 50),
    today: () => '2026-01-15T00:00:00Z',
  };
}

test('a terminal sees how far a proof has come, and keeps nothing of it', () => {
  const io = terminal(true);
  expect(run(['prove', 'own-key'], io)).toBe(0);
  const steps = [...io.said.err.matchAll(/own-key: (\d+) of (\d+)/g)].map(([, done, total]) =>
    [done, total].map(Number),
  );
  expect(steps.length).toBeGreaterThan(3);
  expect(steps.every(([done = 0, total = 0], at) => done <= total && done > (steps[at - 1]?.[0] ?? 0))).toBe(true);
  expect(io.said.err.endsWith('\r\u001b[2K')).toBe(true);
  expect(io.said.out).not.toContain('\u001b');
});

test('nobody else sees any of it', () => {
  const io = terminal(false);
  expect(run(['prove', 'own-key'], io)).toBe(0);
  expect(io.said.err).toBe('');
});
