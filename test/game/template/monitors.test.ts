import { test } from 'vitest';
import { faithful } from './faithful';
import { expectSaid, type Sketch, trusts } from './sketch';

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

const { json } = faithful(DRAWN);

test('their resources alone say what they watch', () => {
  expectSaid(json, DRAWN, /monitoring/);
});
