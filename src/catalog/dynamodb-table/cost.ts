import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** Requests are left out, and so is the free tier. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const stored = { quantity: props.storedGb, unit: 'GB-month', source: FROM_MEMORY } as const;
  return [
    { ...stored, label: 'Table storage', rate: 0.25 },
    ...(props.pointInTimeRecovery ? [{ ...stored, label: 'Point-in-time recovery', rate: 0.2 }] : []),
  ];
}
