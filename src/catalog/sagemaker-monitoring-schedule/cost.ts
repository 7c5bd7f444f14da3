import type { FacetContext, NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { instanceCost } from '../ml-cost';
import { FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import { everyHours } from './expression';
import { metrics } from './metrics';
import type { Props } from './props';

/** Our estimate of one run, start-up included. */
const HOURS_PER_RUN = 10 / 60;

export function cost(node: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  const { instanceType, instanceCount, volumeSizeGb, scheduleExpression, endpoint } = node.props;
  const every = everyHours(scheduleExpression);
  if (every === undefined || !endpoint) return [];
  const hours = (HOURS_PER_MONTH / every) * HOURS_PER_RUN * instanceCount;
  return [
    ...instanceCost({ instanceType, what: 'processing, 10 minutes a run', hours, volumeSizeGb }),
    {
      label: 'Custom metrics',
      quantity: metrics(node, context).length,
      unit: 'metric',
      rate: 0.3,
      source: FROM_MEMORY,
    },
  ];
}
