import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** Throughput is left out: it depends on how the files are used. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  return [
    { label: 'EFS Standard storage', quantity: props.storedGb, unit: 'GB-month', rate: 0.3, source: FROM_MEMORY },
  ];
}
