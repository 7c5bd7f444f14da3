import type { FacetContext } from '../../engine/facets';
import type { NodeId } from '../../model/diagram';
import type { Props } from './props';

/** By VPC, in the order of the drawing: the subnets that attach it. */
export function attachments({ subnets }: Props, context: FacetContext): ReadonlyMap<NodeId, readonly NodeId[]> {
  const found = new Map<NodeId, readonly NodeId[]>();
  for (const subnet of new Set(subnets)) {
    const vpc = context.enclosing(subnet, 'vpc')?.id;
    if (vpc !== undefined) found.set(vpc, [...(found.get(vpc) ?? []), subnet]);
  }
  return found;
}
