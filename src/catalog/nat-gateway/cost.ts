import type { CostItem } from '../../engine/cost/facets';
import type { FacetContext, NodeOf } from '../../engine/facets';
import { FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import type { Props } from './props';

/** A regional NAT gateway is charged for every Zone that it serves (as far as we know). */
export function cost({ id, props }: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  const hours = HOURS_PER_MONTH * (props.availabilityMode === 'zonal' ? 1 : zonesOf(id, context));
  const gateway: CostItem = {
    label: 'NAT gateway, without traffic ($0.045 per GB)',
    quantity: hours,
    unit: 'hour and Zone',
    rate: 0.045,
    source: 'AWS price page as quoted by public repositories, September 2026',
  };
  if (props.availabilityMode === 'zonal' && props.connectivityType === 'private') return [gateway];
  return [gateway, { label: 'Public IPv4 address', quantity: hours, unit: 'hour', rate: 0.005, source: FROM_MEMORY }];
}

function zonesOf(id: string, context: FacetContext): number {
  const vpc = context.enclosing(id, 'vpc');
  const subnets = vpc ? context.children(vpc.id).filter((child) => context.hasTrait(child.id, 'subnet')) : [];
  return Math.max(1, new Set(subnets.map((subnet) => subnet.props['availabilityZone'])).size);
}
