import { describe, expect, test } from 'vitest';
import { blankDrawing, ageOf, sandboxScenario, slugOf, withAge } from '../../src/game/sandbox';
import { readDrawing, writeDrawing, type Drawing } from '../../src/model/drawing';
import { Scenario } from '../../src/model/scenario';

const at = '2026-01-02T03:04:05.000Z';
const drawing: Drawing = {
  ...blankDrawing('My keys'),
  diagram: {
    nodes: { k: { id: 'k', kind: 'kms-key', name: 'sealed', position: { x: 0, y: 0 }, props: {} } },
  },
};

describe('a drawing of the sandbox', () => {
  test('comes back from its text as it was', () => {
    expect(readDrawing(writeDrawing(drawing, at))).toEqual({ ok: true, value: drawing });
  });

  test.each([
    ['{ "format": "perimeter-scenario" }', 'format'],
    [writeDrawing(drawing, at).replace('"version": 1', '"version": 2'), 'version'],
    [writeDrawing({ ...drawing, name: '' }, at), 'name'],
    [writeDrawing(drawing, at).replace('us-east-1', 'Mars'), 'account.region'],
    [writeDrawing(drawing, at).replace('"kind": "kms-key"', '"kind": 7'), 'save.diagram.nodes.k.kind'],
    ['not JSON', ''],
  ])('says what is wrong with %.30s', (content, place) => {
    const read = readDrawing(content);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems[0]).toMatchObject({ place });
  });

  test('stands in a scenario with every kind and nothing that is asked for', () => {
    const scenario = sandboxScenario(drawing, ['vpc', 'kms-key']);
    expect(scenario).toMatchObject({
      id: 'my-keys',
      title: 'My keys',
      allowedKinds: ['vpc', 'kms-key'],
      requirements: [],
      predictions: [],
    });
    expect(scenario.budget).toBeUndefined();
    expect(Scenario.safeParse({ ...scenario, summary: 's', story: 's', debrief: 's' }).success).toBe(true);
  });

  test('is in a new account when nothing that is closed may be used', () => {
    const { account } = drawing;
    expect(ageOf(account)).toBe('existing');
    expect(ageOf(withAge(account, 'new'))).toBe('new');
    expect(withAge(withAge(account, 'new'), 'existing')).toEqual(account);
  });

  test.each([
    ['My keys!', 'my-keys'],
    ['  ', 'sandbox'],
    ['Straße 7', 'stra-e-7'],
  ])('%j has files called %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
