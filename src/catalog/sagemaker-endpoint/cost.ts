import type { AnyNode } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { instanceCost } from '../ml-cost';
import { isOn, numberAt, textAt } from '../neighbour';
import { HOURS_PER_MONTH } from '../prices';

/** A real-time endpoint is billed while it exists. Serverless inference is billed by the call: nothing when idle. */
export function cost(config: AnyNode | undefined): readonly CostItem[] {
  if (!config || isOn(config, 'serverless')) return [];
  const hours = (numberAt(config, 'initialInstanceCount') ?? 1) * HOURS_PER_MONTH;
  return instanceCost({ instanceType: textAt(config, 'instanceType'), what: 'hosting', hours });
}
