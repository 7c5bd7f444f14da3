import type { NodeId } from '../../model/diagram';
import type { NetworkFacet } from './facets';
import type { Peer } from './filters';
import type { FacetOf, Layout, Subnet } from './layout';
import { throughPeering, throughVpn, type Link } from './links';
import type { Trail } from './trail';
import { throughTransit } from './transit';

/** What leads from a VPC into other private networks. */
type LinkFacet = FacetOf<'peering' | 'transit-gateway' | 'vpn-gateway'>;

const ROLES: ReadonlySet<NetworkFacet['role']> = new Set(['peering', 'transit-gateway', 'vpn-gateway']);

export function isLink(facet: NetworkFacet | undefined): facet is LinkFacet {
  return facet !== undefined && ROLES.has(facet.role);
}

/** From a subnet through the link that its route names. */
export function throughLink(
  layout: Layout,
  trail: Trail,
  subnet: Subnet,
  id: NodeId,
  facet: LinkFacet,
  peer: Peer,
): Link | undefined {
  if (facet.role === 'peering') return throughPeering(layout, trail, subnet.vpc, id, peer);
  if (facet.role === 'transit-gateway') return throughTransit(layout, trail, subnet, id, peer);
  return throughVpn(layout, trail, subnet.vpc, id, facet, peer);
}
