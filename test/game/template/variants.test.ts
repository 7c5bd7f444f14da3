import { test } from 'vitest';
import { faithful } from './faithful';
import { expectSaid, type Sketch } from './sketch';

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
const { json } = faithful(DRAWN);

test('the resources alone say it, without what Perimeter keeps for itself', () => {
  expectSaid(json, DRAWN, /^sagemaker-endpoint-config$/);
});
