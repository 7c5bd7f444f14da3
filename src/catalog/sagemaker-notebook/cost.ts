import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { instanceCost } from '../ml-cost';
import { HOURS_PER_MONTH } from '../prices';
import type { Props } from './props';

/** Billed from start to stop, whether or not anybody has it open. Counted here as never stopped. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const { instanceType, volumeSizeGb } = props;
  return instanceCost({ instanceType, what: 'notebook', hours: HOURS_PER_MONTH, volumeSizeGb, storage: 'ML storage' });
}
