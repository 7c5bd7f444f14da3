import type { AnyNode } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { ML_INSTANCES } from '../ml-instances';
import { isOn, numberAt, textAt } from '../neighbour';
import { HOURS_PER_MONTH } from '../prices';

/** A real-time endpoint is billed while it exists. Serverless inference is billed by the call: nothing when idle. */
export function cost(config: AnyNode | undefined): readonly CostItem[] {
  const type = textAt(config, 'instanceType');
  const instance = ML_INSTANCES[type];
  if (!config || !instance || isOn(config, 'serverless')) return [];
  return [
    {
      label: `${type} hosting`,
      quantity: (numberAt(config, 'initialInstanceCount') ?? 1) * HOURS_PER_MONTH,
      unit: 'instance-hour',
      rate: instance.hourly,
      source: instance.source,
    },
  ];
}
