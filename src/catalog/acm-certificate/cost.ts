import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** An exportable one is paid once for its 198 days; here that is spread over the months. */
const MONTHS = 6.5;

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  if (props.authority === 'private')
    return [
      { label: 'Private CA, general purpose', quantity: 1, unit: 'CA-month', rate: 400, source: FROM_MEMORY },
      { label: 'Private certificate', quantity: 1, unit: 'certificate', rate: 0.75, source: FROM_MEMORY },
    ];
  const price = props.domainName.startsWith('*') ? 149 : 15;
  return props.exportable
    ? [{ label: 'Exportable certificate', quantity: 1 / MONTHS, unit: 'certificate', rate: price, source: FROM_MEMORY }]
    : [];
}
