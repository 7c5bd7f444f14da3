import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { AGREED } from '../prices';
import type { Props } from './props';

/** What never expires is counted as kept for a year. */
const COUNTED_MONTHS = 12;
const DAYS_PER_MONTH = 30.4;

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const months =
    props.retentionDays === undefined ? COUNTED_MONTHS : Math.min(COUNTED_MONTHS, props.retentionDays / DAYS_PER_MONTH);
  return [
    { label: 'Log ingestion', quantity: props.ingestedGb, unit: 'GB', rate: 0.5, source: AGREED },
    { label: 'Log storage', quantity: props.ingestedGb * months, unit: 'GB-month', rate: 0.03, source: AGREED },
  ];
}
