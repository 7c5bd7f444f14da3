import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { FROM_MEMORY } from '../prices';
import { isBand } from './band';
import type { Props } from './props';

/** Periods below a minute make it a high-resolution alarm. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const fine = props.period < 60;
  // A band counts as two metrics more.
  const band = isBand(props.comparison);
  return [
    {
      label: `${fine ? 'High-resolution alarm' : 'Standard alarm'}${band ? ' with anomaly detection' : ''}`,
      quantity: 1,
      unit: 'alarm',
      rate: (fine ? 0.3 : 0.1) * (band ? 3 : 1),
      source: FROM_MEMORY,
    },
  ];
}
