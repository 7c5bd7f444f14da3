import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import { isIpv6, overlaps } from './cidr';
import type { NetworkFacet } from './facets';
import type { FacetOf, Layout, WholeLayout } from './layout';
import { peeredBlocksOverlap } from './links';
import { problem } from './problem';
import { FIELDS } from './fields';

/** Peering connections, VPN, IPv6 blocks and split names: what AWS refuses, and what waits for a second step. */
export function linkProblems(layout: Layout, id: NodeId, facet: NetworkFacet): Problem[] {
  if (facet.role === 'peering') return peeringProblems(layout, id, facet);
  if (facet.role === 'interface-endpoint') return splitNameProblems(layout, id, facet);
  if (facet.role === 'vpc') return ipv6Problems(layout, id, facet.ipv6Cidr, 56);
  return facet.role === 'subnet' ? ipv6Problems(layout, id, facet.ipv6Cidr, 64) : [];
}

/** A VPC has one virtual private gateway. */
export function secondVpnGateways(layout: WholeLayout): Problem[] {
  const found: Problem[] = [];
  for (const [vpc, [first, second]] of layout.vpnGateways) {
    if (first === undefined || second === undefined) continue;
    const values = { gateway: layout.name(second), other: layout.name(first), vpc: layout.name(vpc) };
    found.push(problem('error', 'second-vpn-gateway', values, [second, first, vpc]));
  }
  return found;
}

function peeringProblems(layout: Layout, id: NodeId, facet: FacetOf<'peering'>): Problem[] {
  const [one, two] = facet.vpcs.filter((vpc) => layout.facet(vpc, 'vpc'));
  const values = { peering: layout.name(id) };
  if (one === undefined || two === undefined || one === two)
    return [problem('error', 'peering-one-vpc', values, [id, one], FIELDS.peers)];
  if (peeredBlocksOverlap(layout, one, two)) {
    const cidrs = { cidr: layout.facet(one, 'vpc')?.cidr ?? '', otherCidr: layout.facet(two, 'vpc')?.cidr ?? '' };
    const named = { ...values, ...cidrs, vpc: layout.name(one), other: layout.name(two) };
    return [problem('error', 'peering-overlap-refused', named, [id, one, two], FIELDS.peers)];
  }
  if (facet.active) return [];
  return [problem('warning', 'peering-without-acceptance', values, [id], FIELDS.accepted)];
}

/** Asks every gateway which VPCs its tunnels lead to. */
export function siteProblems(layout: WholeLayout, id: NodeId, facet: FacetOf<'on-premises'>): Problem[] {
  const connected = [...layout.vpnGateways].flatMap(([vpc, gateways]) =>
    gateways.some((gateway) => layout.facet(gateway, 'vpn-gateway')?.connections.some(({ site }) => site === id))
      ? [vpc]
      : [],
  );
  return facet.cidrs.flatMap((cidr) => {
    const block = layout.block(cidr);
    const values = { node: layout.name(id), site: layout.name(id), cidr };
    if (!block || isIpv6(block.first)) return [problem('error', 'site-cidr-invalid', values, [id], FIELDS.siteCidrs)];
    return connected.flatMap((vpc) => {
      if (!layout.blocksOf(vpc).some((own) => overlaps(own, block))) return [];
      const named = { ...values, vpc: layout.name(vpc), vpcCidr: layout.facet(vpc, 'vpc')?.cidr ?? '' };
      return [problem('warning', 'site-overlaps-vpc', named, [id, vpc], FIELDS.siteCidrs)];
    });
  });
}

function splitNameProblems(layout: Layout, id: NodeId, facet: FacetOf<'interface-endpoint'>): Problem[] {
  if (!facet.privateDns || !facet.inboundResolverOnly || facet.vpc === undefined) return [];
  if (layout.gatewayEndpoints.get(`${facet.vpc}/${facet.serves}`)) return [];
  const values = { endpoint: layout.name(id), vpc: layout.name(facet.vpc), service: facet.serves ?? '' };
  return [problem('error', 'inbound-needs-gateway', values, [id, facet.vpc], FIELDS.inboundResolverOnly)];
}

/** AWS gives a VPC a /56 and a subnet a /64 of it (Amazon VPC: IPv6 CIDR blocks). */
function ipv6Problems(layout: Layout, id: NodeId, cidr: string | undefined, bits: number): Problem[] {
  if (cidr === undefined) return [];
  const block = layout.block(cidr);
  if (block && isIpv6(block.first) && block.bits === bits) return [];
  return [problem('error', 'cidr-of-wrong-length', { node: layout.name(id), cidr }, [id])];
}
