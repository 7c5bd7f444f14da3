import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** Flow logs and DNS queries come on top; they depend on traffic that is not drawn. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  if (!props.enable) return [];
  const quantity = props.eventsPerMonth / 1_000_000;
  const source = FROM_MEMORY;
  return [
    { label: 'Analysis of management events', quantity, unit: 'million events', rate: 4, source },
    ...(props.s3DataEvents
      ? [{ label: 'Analysis of S3 data events', quantity, unit: 'million events', rate: 0.8, source }]
      : []),
  ];
}
