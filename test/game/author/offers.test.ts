import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { checks } from '../../../src/checks/index';
import { ask } from '../../../src/engine/evaluate';
import { factsOf } from '../../../src/engine/facts-of';
import { offering, offers } from '../../../src/game/author/offers';
import { Account } from '../../../src/model/account';
import type { Diagram } from '../../../src/model/diagram';
import { readSolution } from '../../../src/model/read-design';
import { readScenario } from '../../../src/model/read-scenario';

const rules = { catalog, checks };
const account = Account.parse({});

function drawing(nodes: Record<string, [kind: string, props?: Record<string, string | number | boolean>]>): Diagram {
  return {
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, [kind, props = {}]]) => [
        id,
        { id, kind, name: id, position: { x: 0, y: 0 }, props },
      ]),
    ),
  };
}

const empty = drawing({});
const key = drawing({
  data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }],
  key: ['kms-key', { enableKeyRotation: true }],
});

describe('what is offered', () => {
  test('is nothing without a solution, or when the solution is the start', () => {
    expect(offers({ start: empty, solutions: [], account }, rules)).toEqual([]);
    expect(offers({ start: key, solutions: [key], account }, rules)).toEqual([]);
  });

  test('is true of every solution and false of the start, with a reason for each', () => {
    const found = offers({ start: empty, solutions: [key], account }, rules);
    expect(found.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['keys-rotate', 'customer-managed-keys', 'setting-holds', 'within-budget']),
    );
    for (const offer of found) {
      expect(ask(offer, factsOf(key, account, catalog), checks).met, offer.title).toBe(true);
      expect(ask(offer, factsOf(empty, account, catalog), checks).met, offer.title).toBe(false);
      expect(offer.meets).not.toBe('');
      expect(offer.misses).not.toBe('');
      expect(offer.title.length).toBeLessThanOrEqual(200);
    }
    const rotation = found.find(({ check }) => check === 'keys-rotate');
    expect(rotation?.meets).toBe('key rotates every 365 days.');
    expect(rotation?.misses).toMatch(/nothing yet/);
  });

  test('names the setting that a solution changes in the start', () => {
    const unrotated = drawing({ key: ['kms-key'], data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }] });
    const settings = offers({ start: unrotated, solutions: [key], account }, rules).filter(
      ({ check }) => check === 'setting-holds',
    );
    expect(settings.map(({ params }) => params)).toEqual([
      { kinds: ['kms-key'], field: 'enableKeyRotation', label: expect.any(String) as string, oneOf: [true] },
    ]);
  });

  test('leaves out what only one of two solutions meets', () => {
    const other = drawing({ data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }], key: ['kms-key'] });
    const found = offers({ start: empty, solutions: [key, other], account }, rules).map(({ check }) => check);
    expect(found).toContain('customer-managed-keys');
    expect(found).not.toContain('keys-rotate');
  });

  test('is not asked again once it is a requirement', () => {
    const asked = [{ check: 'keys-rotate', params: { withinDays: 365 } }];
    const found = offers({ start: empty, solutions: [key], account, asked }, rules).map(({ check }) => check);
    expect(found).not.toContain('keys-rotate');
    expect(found).toContain('customer-managed-keys');
  });

  test('comes in steps that count every check', () => {
    const steps = [...offering({ start: empty, solutions: [key], account }, rules)];
    expect(steps.at(-1)).toMatchObject({ done: checks.size, total: checks.size });
  });
});

describe.each(['card-fraud-realtime', 'silent-alarm'])('%s', (id) => {
  test('is offered every check of its own that its start misses', () => {
    const read = readScenario(readFileSync(`scenarios/${id}/scenario.json`, 'utf8'));
    const [file = ''] = readdirSync(`scenarios/${id}/solutions`);
    const solution = readSolution(readFileSync(`scenarios/${id}/solutions/${file}`, 'utf8'));
    if (!read.ok || !solution.ok) throw new Error(`${id} cannot be read`);
    const { scenario } = read;
    const found = offers(
      { start: scenario.start, solutions: [solution.value.diagram], account: scenario.account },
      rules,
    );
    const start = factsOf(scenario.start, scenario.account, catalog);
    const missed = scenario.requirements.filter((requirement) => !ask(requirement, start, checks).met);
    expect(missed.length).toBeGreaterThan(0);
    const offered = new Set(found.map(({ check }) => check));
    expect(missed.map(({ check }) => check).filter((check) => !offered.has(check))).toEqual([]);
  }, 30_000);
});
