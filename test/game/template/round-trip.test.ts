import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { EMPTY_DIAGRAM } from '../../../src/model/diagram';
import { drawings } from './drawings';
import { randomDiagram } from './random-diagram';
import { diagramOf, NET } from './sketch';

test('drawings were found', () => {
  expect(drawings.length).toBeGreaterThan(30);
  expect(drawings.filter(({ path }) => path.includes('/solutions/')).length).toBeGreaterThan(1);
});

describe.each(drawings)('$path', ({ diagram, scenario: { account } }) => {
  const made = exportTemplate(diagram, catalog, { account });
  test.each(['json', 'yaml'] as const)('comes back from %s as it was', (format) => {
    const back = importTemplate(made[format], catalog, account);
    expect(back.problems).toEqual([]);
    expect(back.diagram).toEqual(diagram);
    expect(back.ignored).toEqual([]);
    expect(back.assumed).toEqual([]);
    expect(back.placed).toBe(true);
  });
});

test('the same drawing is the same text, whatever the order of its nodes', () => {
  const [solution] = drawings.filter(({ path }) => path.includes('/solutions/'));
  const diagram = solution?.diagram ?? EMPTY_DIAGRAM;
  const turned = { nodes: Object.fromEntries(Object.entries(diagram.nodes).reverse()) };
  expect(exportTemplate(turned, catalog)).toEqual(exportTemplate(diagram, catalog));
});

test('an empty drawing comes back empty', () => {
  const back = importTemplate(exportTemplate(EMPTY_DIAGRAM, catalog).yaml, catalog);
  expect(back).toMatchObject({ problems: [], diagram: EMPTY_DIAGRAM, ignored: [] });
});

test('anything drawn comes back, even nonsense', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(randomDiagram(catalog), (diagram) => {
      const made = exportTemplate(diagram, catalog);
      expect(importTemplate(made.json, catalog).diagram).toEqual(diagram);
      expect(importTemplate(made.yaml, catalog).diagram).toEqual(diagram);
    }),
    { numRuns: 100 },
  );
});

test('whoever edits the template wins over what its metadata keeps', () => {
  const { json } = exportTemplate(diagramOf({ key: ['kms-key', { enableKeyRotation: true }] }), catalog);
  const edited = importTemplate(json.replace('"RotationPeriodInDays": 365', '"RotationPeriodInDays": 120'), catalog);
  const periods = Object.values(edited.diagram.nodes).map(({ props }) => props['rotationPeriodInDays']);
  expect(periods.filter((days) => days === 120)).toHaveLength(1);
});

test('a prefix list that our own template asks for is no guess', () => {
  const rule = { protocol: 'tcp', fromPort: 443, toPort: 443, prefixListOf: 's3' };
  const diagram = diagramOf({ ...NET, group: ['security-group', { egress: [rule] }, 'net'] });
  const back = importTemplate(exportTemplate(diagram, catalog).json, catalog);
  expect(back.diagram).toEqual(diagram);
  expect(back.assumed).toEqual([]);
});
