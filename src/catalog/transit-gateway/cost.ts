import type { CostItem } from '../../engine/cost/facets';
import type { FacetContext, NodeOf } from '../../engine/facets';
import { AGREED, HOURS_PER_MONTH } from '../prices';
import { attachments } from './attachments';
import type { Props } from './props';

/** The gateway itself is free; every attached VPC is charged by the hour. */
export function cost({ props }: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  const { size } = attachments(props, context);
  if (size === 0) return [];
  return [
    {
      label: 'Transit gateway attachments, without traffic ($0.02 per GB)',
      quantity: size * HOURS_PER_MONTH,
      unit: 'hour and attachment',
      rate: 0.05,
      source: AGREED,
    },
  ];
}
