import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Destination } from '../../../src/engine/network/contract';
import type { FlowQuestion } from '../../../src/engine/network/flow';
import { buildNetwork } from '../../../src/engine/network/network';
import { EXPLANATIONS } from '../../../src/engine/network/explanations';
import type { PacketNetwork } from '../../../src/engine/network/network';
import { NETWORK_REASONS } from '../../../src/engine/network/reasons';
import type { Reason } from '../../../src/model/trace';
import { facetsOf } from './fragment';
import type { Change, Fragment } from './fragment';

interface Case {
  readonly name: string;
  /** the mistake of the curriculum that it stands for. */
  readonly teaches?: string;
  readonly change?: Change;
  readonly from?: string;
  readonly to?: Destination;
  /** instead of `from` and `to`: one packet with exact ports, between addresses or interfaces. */
  readonly flow?: FlowQuestion;
  /** reached, and the answer comes back. */
  readonly reachable: boolean;
  /** where it fails, or what made it possible. */
  readonly reason: string;
  readonly via?: string;
  readonly says?: readonly string[];
  /** the code of VPC Reachability Analyzer that the deciding step carries. */
  readonly explanation?: string;
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

function asPath(network: PacketNetwork, from = '', to: Destination = { type: 'internet', port: 443 }) {
  const [path, ...others] = network.paths(from, to);
  expect(others).toEqual([]);
  return { reached: path?.reachable, steps: path?.steps ?? [], way: path?.via?.kind };
}

function asFlow(network: PacketNetwork, question: FlowQuestion) {
  const { replyAllowed, steps } = network.flow(question);
  return { reached: replyAllowed, steps, way: undefined };
}

describe.each(files)('$title', ({ facets, cases }) => {
  test.each(cases)('$name', ({ change, from, to, flow, reachable, reason, via, says, at, explanation }) => {
    const network = buildNetwork(facetsOf(facets, change), named);
    const { reached, steps, way } = flow ? asFlow(network, flow) : asPath(network, from, to);
    for (const step of steps) seen.set(step.reason.code, step.reason);
    const failures = steps.filter((step) => step.verdict === 'fail');
    const deciding = reachable ? steps.filter((step) => step.reason.code === reason) : failures;

    expect(failures.map((step) => step.reason.code)).toEqual(reachable ? [] : [reason]);
    expect(steps.map((step) => step.reason.code)).toEqual(expect.arrayContaining([reason, ...(says ?? [])]));
    expect(reached).toBe(reachable);
    expect(way).toBe(reachable ? via : undefined);
    if (explanation !== undefined) {
      const said = steps.filter((step) => step.reason.code === reason).map((step) => step.reason.explanation);
      expect(said).toContain(explanation);
    }
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
  test('reach every reason', () => {
    expect(Object.keys(NETWORK_REASONS).filter((code) => !seen.has(code))).toEqual([]);
  });
  test('give every code of Reachability Analyzer to a reason that exists', () => {
    for (const code of Object.keys(EXPLANATIONS)) expect(NETWORK_REASONS, code).toHaveProperty([`network.${code}`]);
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
