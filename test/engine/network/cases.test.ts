import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Destination } from '../../../src/engine/network/contract';
import { buildNetwork } from '../../../src/engine/network/network';
import { NETWORK_REASONS } from '../../../src/engine/network/reasons';
import type { Reason } from '../../../src/model/trace';
import { facetsOf } from './fragment';
import type { Change, Fragment } from './fragment';

interface Case {
  readonly name: string;
  /** the mistake of the curriculum that it stands for. */
  readonly teaches?: string;
  readonly change?: Change;
  readonly from: string;
  readonly to: Destination;
  readonly reachable: boolean;
  /** where it fails, or what made it possible. */
  readonly reason: string;
  readonly via?: string;
  readonly says?: readonly string[];
  readonly at?: { readonly node: string; readonly field: string };
}
interface CaseFile {
  readonly title: string;
  readonly facets: Fragment;
  readonly cases: readonly Case[];
}
interface ProblemCase {
  readonly name: string;
  readonly change: Change;
  readonly problems: readonly { readonly severity: string; readonly code: string; readonly node: string }[];
}

const folder = fileURLToPath(new URL('cases/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as CaseFile);
const drawn = JSON.parse(readFileSync(new URL('problems.json', import.meta.url), 'utf8')) as {
  readonly facets: Fragment;
  readonly cases: readonly ProblemCase[];
};
const seen = new Map<string, Reason>();
const named = (id: string) => `"${id}"`;

describe.each(files)('$title', ({ facets, cases }) => {
  test.each(cases)('$name', ({ change, from, to, reachable, reason, via, says, at }) => {
    const [path, ...others] = buildNetwork(facetsOf(facets, change), named).paths(from, to);
    expect(others).toEqual([]);
    const steps = path?.steps ?? [];
    for (const step of steps) seen.set(step.reason.code, step.reason);
    const failures = steps.filter((step) => step.verdict === 'fail');
    const deciding = reachable ? steps.filter((step) => step.reason.code === reason) : failures;

    expect(failures.map((step) => step.reason.code)).toEqual(reachable ? [] : [reason]);
    expect(steps.map((step) => step.reason.code)).toEqual(expect.arrayContaining([reason, ...(says ?? [])]));
    expect(path?.reachable).toBe(reachable);
    expect(path?.via?.kind).toBe(reachable ? via : undefined);
    if (!reachable) expect(steps.at(-1)?.verdict).toBe('fail');
    if (at) expect(deciding.flatMap((step) => step.fields ?? [])).toContainEqual(at);
  });
});

describe('Problems of the drawing', () => {
  test.each(drawn.cases)('$name', ({ change, problems }) => {
    const found = buildNetwork(facetsOf(drawn.facets, change), named).problems;
    for (const one of found) seen.set(one.reason.code, one.reason);
    const short = found.map(({ severity, reason, nodes }) => ({ severity, code: reason.code, node: nodes[0] }));
    expect(short).toEqual(problems);
  });
});

describe('the cases as a whole', () => {
  const all = files.flatMap(({ cases }) => cases);
  test('are many, and their names are unique', () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });
  test.each(['M3', 'M9', 'M10', 'M11', 'M16'])('catch mistake %s', (mistake) => {
    expect(all.some(({ teaches }) => teaches === mistake)).toBe(true);
  });
  test('reach every reason but those of the finer question', () => {
    const finer = new Set(['network.unknown-end', 'network.not-a-public-address']);
    expect(Object.keys(NETWORK_REASONS).filter((code) => !seen.has(code) && !finer.has(code))).toEqual([]);
  });
  test('fill every place of every sentence', () => {
    for (const [code, { values }] of seen) {
      const template = NETWORK_REASONS[code];
      expect(template, code).toBeDefined();
      const places = [...(template ?? '').matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '');
      expect(Object.keys(values), code).toEqual(expect.arrayContaining(places));
    }
  });
});
