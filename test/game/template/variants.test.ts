import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { diagramOf, expectSaid, type Sketch } from './sketch';
import { faultsOf } from './validator';

/** Two models behind one endpoint. */
const DRAWN: Sketch = {
  old: ['sagemaker-model'],
  new: ['sagemaker-model'],
  config: [
    'sagemaker-endpoint-config',
    {
      variantName: 'old',
      model: 'old',
      initialInstanceCount: 3,
      weight: 9,
      moreVariants: [{ name: 'new', model: 'new', instanceType: 'ml.m5.xlarge', initialInstanceCount: 2, weight: 0.5 }],
    },
  ],
};
const diagram = diagramOf(DRAWN);
const { json } = exportTemplate(diagram, catalog);

test('CloudFormation takes them', () => expect(faultsOf(json)).toEqual([]), 60_000);

test('they come back as they were, and without what Perimeter keeps for itself', () => {
  const back = importTemplate(json, catalog);
  expect(back.diagram).toEqual(diagram);
  expect(back.ignored).toEqual([]);
  expectSaid(json, DRAWN, /^sagemaker-endpoint-config$/);
});
