import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  if (!props.recording) return [];
  const source = FROM_MEMORY;
  return [
    { label: 'Configuration items', quantity: props.itemsPerMonth, unit: 'item', rate: 0.003, source },
    // Ours: each change is judged by one rule in ten.
    {
      label: 'Evaluations of rules',
      quantity: (props.itemsPerMonth * props.rules.length) / 10,
      unit: 'evaluation',
      rate: 0.001,
      source,
    },
  ];
}
