import type { FacetContext, NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { ML_INSTANCES } from '../ml-instances';
import { FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import { everyHours } from './expression';
import { metrics } from './metrics';
import type { Props } from './props';

/** Our estimate of one run, start-up included. */
const HOURS_PER_RUN = 10 / 60;

export function cost(node: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  const { props } = node;
  const instance = ML_INSTANCES[props.instanceType];
  const every = everyHours(props.scheduleExpression);
  if (!instance || every === undefined || !props.endpoint) return [];
  return [
    {
      label: `${props.instanceType} processing, 10 minutes a run`,
      quantity: (HOURS_PER_MONTH / every) * HOURS_PER_RUN * props.instanceCount,
      unit: 'instance-hour',
      rate: instance.hourly,
      source: instance.source,
    },
    {
      label: 'Custom metrics',
      quantity: metrics(node, context).length,
      unit: 'metric',
      rate: 0.3,
      source: FROM_MEMORY,
    },
  ];
}
