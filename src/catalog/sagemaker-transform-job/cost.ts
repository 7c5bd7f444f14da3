import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { jobCost } from '../ml-cost';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const { instanceType, instanceCount, hoursPerMonth } = props;
  return jobCost({ instanceType, what: 'batch transform', hours: instanceCount * hoursPerMonth });
}
