import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { AGREED, FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** US dollars per GB-month; provisioned IOPS are left out. */
const RATES: Readonly<Record<Props['volumeType'], readonly [rate: number, source: string]>> = {
  gp3: [0.08, AGREED],
  gp2: [0.1, FROM_MEMORY],
  io2: [0.125, FROM_MEMORY],
  st1: [0.045, FROM_MEMORY],
};

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const [rate, source] = RATES[props.volumeType];
  return [{ label: `EBS ${props.volumeType}`, quantity: props.sizeGb, unit: 'GB-month', rate, source }];
}
