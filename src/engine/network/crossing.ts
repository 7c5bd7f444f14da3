import { isIpv6, type Address } from './cidr';
import { passAcl, passGroups, portWords, type Crossing, type Packet, type Peer } from './filters';
import { EPHEMERAL, type Layout, type Nic } from './layout';
import type { NodeId } from '../../model/diagram';
import type { Trail } from './trail';
import { FIELDS } from './fields';

/** An interface as the other side sees it while the packet carries its own address. */
export function privatePeer(layout: Layout, nic: Nic, towards: Address = 0): Peer {
  return { address: addressOf(nic, towards) ?? -1, label: layout.name(nic.node), nic };
}

/** The interface's own address of the family in which the other one is written. */
export function addressOf(nic: Nic, towards: Address): Address | undefined {
  return isIpv6(towards) ? nic.ipv6Address : nic.address;
}

interface Departure {
  readonly nic: Nic;
  /** the NAT gateway's own interface, where the packet passes one that stands in a subnet. */
  readonly nat?: Nic | undefined;
  readonly peer: Peer;
  readonly packet: Packet;
  /** both ends in one subnet: no network ACL is read. */
  readonly sameSubnet?: boolean;
  /** replies come out of a transit gateway in the very subnet: its network ACL does not read them. */
  readonly freeReply?: boolean;
}

/** The sender's half: its group, every border on the way out, and the same borders again for the reply. */
export function depart(layout: Layout, trail: Trail, departure: Departure, farSide: () => boolean): boolean {
  const { nic, nat, peer, packet, sameSubnet, freeReply } = departure;
  const client = privatePeer(layout, nic, peer.address);
  const { request, reply } = portsOf(packet);
  const atNat = (direction: 'inbound' | 'outbound', other: Peer, back?: typeof reply) =>
    !nat || passAcl(layout, trail, { ...(back ?? request), subnet: nat.subnet, direction, peer: other });
  return (
    passGroups(layout, trail, nic, 'egress', peer, packet) &&
    (sameSubnet || passAcl(layout, trail, { ...request, subnet: nic.subnet, direction: 'outbound', peer })) &&
    atNat('inbound', client) &&
    atNat('outbound', peer) &&
    farSide() &&
    (freeReply || atNat('inbound', peer, { ...reply, ports: EPHEMERAL })) &&
    atNat('outbound', client, reply) &&
    (sameSubnet ||
      (freeReply && !nat) ||
      passAcl(layout, trail, { ...reply, subnet: nic.subnet, direction: 'inbound', peer }))
  );
}

interface Arrival {
  readonly nic: Nic;
  /** the sender as this side sees it. */
  readonly peer: Peer;
  readonly packet: Packet;
  readonly role: 'node' | 'endpoint';
  /** `undefined` when nobody asked for it: a flow question ends at the security group. */
  readonly listens: readonly number[] | undefined;
  readonly sameSubnet?: boolean;
  /** the packet comes out of a transit gateway in the very subnet. */
  readonly freeRequest?: boolean;
  /** does the route table of this side lead back? */
  readonly wayBack?: () => boolean;
}

/** The receiver's half, and the border that the reply crosses first. */
export function arrive(layout: Layout, trail: Trail, arrival: Arrival): boolean {
  const { nic, peer, packet, role, listens, sameSubnet, freeRequest, wayBack } = arrival;
  const { request, reply } = portsOf(packet);
  return (
    (sameSubnet ||
      freeRequest ||
      passAcl(layout, trail, { ...request, subnet: nic.subnet, direction: 'inbound', peer })) &&
    passGroups(layout, trail, nic, 'ingress', peer, packet, role) &&
    isListening(layout, trail, nic.node, packet, listens) &&
    (!wayBack || wayBack()) &&
    (sameSubnet || passAcl(layout, trail, { ...reply, subnet: nic.subnet, direction: 'outbound', peer }))
  );
}

type Ports = Pick<Crossing, 'protocol' | 'ports' | 'reply'>;

export function portsOf(packet: Packet): { readonly request: Ports; readonly reply: Ports } {
  return {
    request: { protocol: packet.protocol, ports: [packet.port, packet.port], reply: false },
    reply: { protocol: packet.protocol, ports: packet.sourcePorts, reply: true },
  };
}

function isListening(
  layout: Layout,
  trail: Trail,
  node: NodeId,
  packet: Packet,
  listens: readonly number[] | undefined,
): boolean {
  if (!listens || listens.includes(packet.port)) return true;
  const values = { node: layout.name(node), traffic: portWords(packet.protocol, packet.port) };
  return trail.fail('endpoint', 'not-listening', values, [node]);
}

export function hasAddress(layout: Layout, trail: Trail, nic: Nic): boolean {
  if (nic.address !== undefined) return true;
  const values = { node: layout.name(nic.node), subnet: layout.name(nic.subnet.id), cidr: nic.subnet.facet.cidr };
  return trail.fail(
    'start',
    'no-address',
    values,
    [nic.node, nic.subnet.id],
    [{ node: nic.subnet.id, field: FIELDS.cidr }],
  );
}

/** Traffic between Availability Zones costs money and hangs on two of them: said, never judged. */
export function noteZones(
  layout: Layout,
  trail: Trail,
  from: Nic,
  to: Nic,
  code: 'crosses-zones' | 'crosses-zones-to-endpoint' = 'crosses-zones',
): true {
  const zones = { from: from.subnet.facet.zone, to: to.subnet.facet.zone };
  if (zones.from === zones.to) return true;
  const values = { ...zones, node: layout.name(from.node), target: layout.name(to.node) };
  return trail.info('route', code, values, [from.node, to.node, from.subnet.id, to.subnet.id]);
}

export function tableName(layout: Layout, table: NodeId | undefined): string {
  return table === undefined ? 'main route table' : layout.name(table);
}

export function vpcName(layout: Layout, vpc: NodeId | undefined): string {
  return vpc === undefined ? 'no VPC' : layout.name(vpc);
}
