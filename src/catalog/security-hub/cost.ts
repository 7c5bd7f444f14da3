import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** Findings that other detectors send in are free within the first ten thousand. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const quantity = props.standards.length > 0 ? props.checksPerMonth : 0;
  return [{ label: 'Security checks', quantity, unit: 'check', rate: 0.001, source: FROM_MEMORY }];
}
