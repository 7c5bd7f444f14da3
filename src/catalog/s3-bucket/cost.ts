import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { AGREED } from '../prices';
import type { Props } from './props';

/** Requests are left out: they depend on the objects' sizes and are small beside the storage. */
export function cost(node: NodeOf<Props>): readonly CostItem[] {
  return [
    {
      label: 'S3 Standard storage',
      quantity: node.props.storedGb,
      unit: 'GB-month',
      rate: 0.023,
      source: AGREED,
    },
  ];
}
