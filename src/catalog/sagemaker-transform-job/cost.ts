import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { instanceCost } from '../ml-cost';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const { instanceType, instanceCount, hoursPerMonth } = props;
  return instanceCost({ instanceType, what: 'batch transform', hours: instanceCount * hoursPerMonth });
}
