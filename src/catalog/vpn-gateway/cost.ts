import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import type { Props } from './props';

/** The gateway is free; the connection is charged by the hour (as far as we know). */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  if (props.onPremises === undefined) return [];
  return [
    {
      label: 'Site-to-Site VPN connection, without traffic',
      quantity: HOURS_PER_MONTH,
      unit: 'hour',
      rate: 0.05,
      source: FROM_MEMORY,
    },
  ];
}
