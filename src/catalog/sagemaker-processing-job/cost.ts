import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { instanceCost } from '../ml-cost';
import { FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import { metrics } from './metrics';
import type { Props } from './props';

/** A job that nothing schedules counts as one run a month. */
export function cost(node: NodeOf<Props>): readonly CostItem[] {
  const { instanceType, instanceCount, everyHours, hoursPerRun, volumeSizeGb } = node.props;
  const runs = everyHours === undefined ? 1 : HOURS_PER_MONTH / everyHours;
  const published = metrics(node).length;
  return [
    ...instanceCost({ instanceType, what: 'processing', hours: runs * hoursPerRun * instanceCount, volumeSizeGb }),
    ...(published > 0
      ? [{ label: 'Custom metrics', quantity: published, unit: 'metric', rate: 0.3, source: FROM_MEMORY }]
      : []),
  ];
}
