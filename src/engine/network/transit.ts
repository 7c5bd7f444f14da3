import type { NodeId } from '../../model/diagram';
import type { StepKind } from '../../model/trace';
import { formatAddress, formatCidr, holds, isIpv6, overlaps, type Address, type Block } from './cidr';
import { portsOf, vpcName } from './crossing';
import { passAcl, type Packet, type Peer } from './filters';
import type { Attachment, FacetOf, Layout, Nic, Subnet } from './layout';
import type { Link } from './links';
import { isInVpc } from './routes';
import type { Trail } from './trail';
import { FIELDS } from './fields';

type TransitGateway = FacetOf<'transit-gateway'>;

/** What attaches a VPC to this transit gateway. */
export function attachmentOf(layout: Layout, id: NodeId, vpc: NodeId | undefined): Attachment | undefined {
  return layout.attachments.get(vpc ?? '')?.find((one) => one.id === id);
}

/** A transit gateway that both VPCs are attached to, seen from the first. */
export function transitBetween(
  layout: Layout,
  one: NodeId | undefined,
  two: NodeId | undefined,
): Attachment | undefined {
  return layout.attachments.get(one ?? '')?.find(({ id }) => attachmentOf(layout, id, two));
}

/** From a subnet through its transit gateway into another VPC: attachment, zone, and the gateway's own route table. */
export function throughTransit(layout: Layout, trail: Trail, subnet: Subnet, id: NodeId, peer: Peer): Link | undefined {
  const way = pass(layout, trail, 'gateway', subnet, id, peer);
  return way && { type: 'transit', id, vpc: way.vpc, showsGroups: way.facet.showsGroups };
}

/** The reply passes the same three, from its own end. */
export function returnsThrough(
  layout: Layout,
  trail: Trail,
  subnet: Subnet,
  id: NodeId,
  peer: Peer,
  vpc: NodeId | undefined,
): boolean {
  const way = pass(layout, trail, 'return', subnet, id, peer);
  if (!way || way.vpc === vpc) return way !== undefined;
  const values = { ...way.values, wanted: vpcName(layout, vpc) };
  return trail.fail('return', 'transit-to-another-vpc', values, [id, way.vpc, vpc]);
}

interface Way {
  readonly facet: TransitGateway;
  readonly vpc: NodeId;
  readonly values: Readonly<Record<string, string>>;
}

function pass(layout: Layout, trail: Trail, kind: StepKind, subnet: Subnet, id: NodeId, peer: Peer): Way | undefined {
  const own = attachmentOf(layout, id, subnet.vpc);
  const values = {
    transit: layout.name(id),
    vpc: vpcName(layout, subnet.vpc),
    subnet: layout.name(subnet.id),
    zone: subnet.facet.zone,
    peer: peer.label,
    address: formatAddress(peer.address),
  };
  const attaching = [{ node: id, field: FIELDS.subnets }];
  if (!own || subnet.vpc === undefined) {
    trail.fail(kind, 'transit-not-attached', values, [id, subnet.vpc], attaching);
    return undefined;
  }
  if (!own.subnets.some(({ facet }) => facet.zone === subnet.facet.zone)) {
    trail.fail(kind, 'transit-no-zone', values, [id, subnet.id, subnet.vpc], attaching);
    return undefined;
  }
  const choice = decide(layout, own.facet, subnet.vpc, peer.address);
  if (!choice) {
    trail.fail(kind, 'transit-no-route', values, [id, subnet.vpc]);
    return undefined;
  }
  const { vpc, destination, field } = choice;
  const named = { ...values, destination, other: vpcName(layout, vpc) };
  const fields = field === undefined ? [] : [{ node: id, field }];
  if (vpc === undefined || !attachmentOf(layout, id, vpc)) {
    trail.fail(kind, 'transit-blackhole', named, [id], fields);
    return undefined;
  }
  if (!isInVpc(layout, vpc, peer.address)) {
    trail.fail(kind, 'transit-not-followed', named, [id, vpc], fields);
    return undefined;
  }
  const code = kind === 'return' ? 'return-through-transit' : 'through-transit';
  trail.pass(kind, code, named, [id, subnet.vpc, vpc], fields);
  return { facet: own.facet, vpc, values: named };
}

interface Choice {
  readonly destination: string;
  readonly vpc: NodeId | undefined;
  /** of a static route. */
  readonly field?: string;
}

/** "Route evaluation order": the longest prefix wins; among equal ones a static route beats a propagated one. */
function decide(layout: Layout, facet: TransitGateway, from: NodeId, address: Address): Choice | undefined {
  if (isIpv6(address) && !facet.ipv6) return undefined;
  let bits = -1;
  let chosen: Choice | undefined;
  const consider = (block: Block | undefined, choice: Choice): void => {
    if (!block || !holds(block, address) || block.bits <= bits) return;
    bits = block.bits;
    chosen = choice;
  };
  for (const route of facet.routes)
    if (route.from?.includes(from) !== false) consider(layout.block(route.destination), route);
  for (const [vpc, blocks] of learnedBlocks(layout, facet))
    for (const block of blocks) consider(block, { destination: formatCidr(block), vpc });
  return chosen;
}

/** A VPC that overlaps one that was attached before it teaches the table nothing ("Amazon VPC attachments"). */
function learnedBlocks(layout: Layout, facet: TransitGateway): ReadonlyMap<NodeId, readonly Block[]> {
  const known = new Map<NodeId, readonly Block[]>();
  if (!facet.propagates) return known;
  for (const vpc of attachedVpcs(layout, facet)) {
    const blocks = layout.blocksOf(vpc).filter(({ first }) => facet.ipv6 || !isIpv6(first));
    if (overlapped(known, blocks) === undefined) known.set(vpc, blocks);
  }
  return known;
}

/** The first of these VPCs that has an address in common with the blocks. */
export function overlapped(known: ReadonlyMap<NodeId, readonly Block[]>, blocks: readonly Block[]): NodeId | undefined {
  for (const [vpc, others] of known) if (blocks.some((a) => others.some((b) => overlaps(a, b)))) return vpc;
  return undefined;
}

export function attachedVpcs(layout: Layout, facet: TransitGateway): readonly NodeId[] {
  return [...new Set(facet.subnets.flatMap((id) => layout.subnets.get(id)?.vpc ?? []))];
}

interface Doors {
  /** the attachment subnet in the zone of the sender. */
  readonly out: Subnet | undefined;
  /** the one on the far side: in the same zone where there is one. */
  readonly into: Subnet | undefined;
}

/** The attachment subnets that a packet from this subnet to that VPC goes through. */
export function doors(layout: Layout, id: NodeId, from: Subnet, to: NodeId | undefined): Doors {
  const inZone = (one: Attachment | undefined) => one?.subnets.find(({ facet }) => facet.zone === from.facet.zone);
  const far = attachmentOf(layout, id, to);
  return { out: inZone(attachmentOf(layout, id, from.vpc)), into: inZone(far) ?? far?.subnets[0] };
}

interface Passage {
  readonly there: Doors;
  readonly back: Doors;
  readonly near: Nic;
  readonly to: Nic;
  readonly source: Peer;
  readonly target: Peer;
  readonly packet: Packet;
}

/**
 * "Network ACLs for transit gateways": the ACL of an attachment subnet reads what goes to the gateway on its way in, by
 * source, and what comes from it on its way out, by destination. Nothing reads what stays in the attachment subnet.
 */
export function throughDoors(layout: Layout, trail: Trail, passage: Passage, inside: () => boolean): boolean {
  const { there, back, near, to, source, target, packet } = passage;
  const { request, reply } = portsOf(packet);
  const towards = (ports: typeof request, door: Subnet | undefined, peer: Peer) =>
    !door || passAcl(layout, trail, { ...ports, subnet: door, direction: 'inbound', peer });
  const onwards = (ports: typeof request, door: Subnet | undefined, peer: Peer, at: Subnet) =>
    !door || door.id === at.id || passAcl(layout, trail, { ...ports, subnet: door, direction: 'outbound', peer });
  return (
    towards(request, there.out, source) &&
    onwards(request, there.into, target, to.subnet) &&
    inside() &&
    towards(reply, back.out, target) &&
    onwards(reply, back.into, source, near.subnet)
  );
}
