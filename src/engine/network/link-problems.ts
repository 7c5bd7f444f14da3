import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import { formatCidr, isIpv6, overlaps, type Block } from './cidr';
import type { NetworkFacet } from './facets';
import type { FacetOf, Layout, Subnet, WholeLayout } from './layout';
import { peeredBlocksOverlap } from './links';
import { problem } from './problem';
import { FIELDS } from './fields';
import { attachedVpcs, attachmentOf, overlapped } from './transit';

/** Peering connections, transit gateways, VPN, IPv6 blocks and split names: what AWS refuses, and what waits for a second step. */
export function linkProblems(layout: Layout, id: NodeId, facet: NetworkFacet): Problem[] {
  if (facet.role === 'peering') return peeringProblems(layout, id, facet);
  if (facet.role === 'transit-gateway') return transitProblems(layout, id, facet);
  if (facet.role === 'interface-endpoint') return splitNameProblems(layout, id, facet);
  if (facet.role === 'vpc') return ipv6Problems(layout, id, facet.ipv6Cidr, 56);
  return facet.role === 'subnet' ? ipv6Problems(layout, id, facet.ipv6Cidr, 64) : [];
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

function transitProblems(layout: Layout, id: NodeId, facet: FacetOf<'transit-gateway'>): Problem[] {
  const found: Problem[] = [];
  const transit = layout.name(id);
  const known = new Map<NodeId, readonly Block[]>();
  for (const vpc of attachedVpcs(layout, facet)) {
    const values = { transit, vpc: layout.name(vpc) };
    const zones = new Map<string, Subnet>();
    for (const subnet of attachmentOf(layout, id, vpc)?.subnets ?? []) {
      const { zone } = subnet.facet;
      const other = zones.get(zone);
      zones.set(zone, subnet);
      if (!other) continue;
      const named = { ...values, zone, subnet: layout.name(subnet.id), other: layout.name(other.id) };
      found.push(problem('error', 'transit-twice-in-zone', named, [id, subnet.id, other.id], FIELDS.subnets));
    }
    const blocks = layout.blocksOf(vpc);
    const first = facet.propagates ? overlapped(known, blocks) : undefined;
    if (first === undefined) known.set(vpc, blocks);
    else {
      const named = { ...values, other: layout.name(first) };
      found.push(problem('warning', 'transit-overlap', named, [id, vpc, first], FIELDS.subnets));
    }
  }
  return [...found, ...transitRouteProblems(layout, id, facet)];
}

function transitRouteProblems(layout: Layout, id: NodeId, facet: FacetOf<'transit-gateway'>): Problem[] {
  const seen = new Set<string>();
  return facet.routes.flatMap(({ destination, vpc, field, from }) => {
    const block = layout.block(destination);
    const values = { transit: layout.name(id), destination, vpc: vpc === undefined ? '' : layout.name(vpc) };
    if (!block) return [problem('error', 'transit-cidr-invalid', values, [id], field)];
    const key = `${formatCidr(block)} ${from?.join(' ') ?? ''}`;
    const twice = seen.has(key);
    seen.add(key);
    if (twice) return [problem('error', 'transit-route-twice', values, [id], field)];
    if (vpc === undefined || attachmentOf(layout, id, vpc)) return [];
    return [problem('error', 'transit-route-elsewhere', values, [id, vpc], field)];
  });
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
