import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { diagramOf, expectSaid, type Sketch, trusts } from './sketch';
import { faultsOf } from './validator';

const watching = (monitoringType: string): Sketch[string] => [
  'sagemaker-monitoring-schedule',
  {
    monitoringType,
    endpoint: 'scores',
    role: 'role',
    baseline: 'data',
    baselinePrefix: 'base',
    output: 'data',
    outputPrefix: 'reports',
    ...((monitoringType === 'ModelQuality' || monitoringType === 'ModelBias') && {
      groundTruth: 'data',
      groundTruthPrefix: 'labels',
    }),
  },
];

/** One schedule of each type. */
const DRAWN: Sketch = {
  data: ['s3-bucket'],
  role: ['iam-role', { trustPolicy: trusts('sagemaker.amazonaws.com') }],
  model: ['sagemaker-model', { role: 'role', modelData: 'data' }],
  config: ['sagemaker-endpoint-config', { model: 'model', dataCapture: { enabled: true, bucket: 'data' } }],
  scores: ['sagemaker-endpoint', { endpointConfig: 'config' }],
  quality: watching('DataQuality'),
  accuracy: watching('ModelQuality'),
  bias: watching('ModelBias'),
  reasons: watching('ModelExplainability'),
};

const diagram = diagramOf(DRAWN);
const { json } = exportTemplate(diagram, catalog);

test('CloudFormation takes them', () => expect(faultsOf(json)).toEqual([]), 60_000);

test('they come back as they were', () => {
  const back = importTemplate(json, catalog);
  expect(back.diagram).toEqual(diagram);
  expect(back.ignored).toEqual([]);
});

test('their resources alone say what they watch', () => {
  expectSaid(json, DRAWN, /monitoring/);
});
