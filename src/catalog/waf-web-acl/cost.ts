import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const rules = props.rules.length + (props.rateLimit === undefined ? 0 : 1);
  return [
    { label: 'Web ACL', quantity: 1, unit: 'web ACL', rate: 5, source: FROM_MEMORY },
    { label: 'Rules', quantity: rules, unit: 'rule', rate: 1, source: FROM_MEMORY },
    {
      label: 'Requests looked at',
      quantity: props.requestsPerMonth / 1_000_000,
      unit: 'million requests',
      rate: 0.6,
      source: FROM_MEMORY,
    },
  ];
}
