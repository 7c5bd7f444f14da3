import type { AnyNode } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { instanceCost } from '../ml-cost';
import { isOn } from '../neighbour';
import { HOURS_PER_MONTH } from '../prices';
import { variantsOf } from '../variants';

/** A real-time endpoint is billed while it exists. Serverless inference is billed by the call: nothing when idle. */
export function cost(config: AnyNode | undefined): readonly CostItem[] {
  if (!config || isOn(config, 'serverless')) return [];
  return variantsOf(config).flatMap(({ instanceType, instances }) =>
    instanceCost({ instanceType, what: 'hosting', hours: instances * HOURS_PER_MONTH }),
  );
}
