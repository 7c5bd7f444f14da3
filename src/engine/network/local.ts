import type { NodeId } from '../../model/diagram';
import { formatAddress } from './cidr';
import { passAcl, passGroups, portWords } from './filters';
import type { Packet, Peer } from './filters';
import type { Layout, Nic } from './layout';
import { chooseRoute, isInVpc } from './routes';
import type { Trail } from './trail';
import { FIELDS } from './fields';

/** An interface as the other side sees it inside the VPC. */
export function privatePeer(layout: Layout, nic: Nic): Peer {
  return { address: nic.address ?? -1, label: layout.name(nic.node), nic };
}

/** Two interfaces of one VPC; `endpoint` when the far one belongs to an interface endpoint. */
export function talkInside(
  layout: Layout,
  trail: Trail,
  from: Nic,
  to: Nic,
  packet: Packet,
  role: 'node' | 'endpoint',
  listens: readonly number[] | undefined,
): boolean {
  const source = privatePeer(layout, from);
  const target = privatePeer(layout, to);
  const across = from.subnet.id !== to.subnet.id;
  const request = { protocol: packet.protocol, ports: [packet.port, packet.port] as const, reply: false };
  const reply = { protocol: packet.protocol, ports: packet.sourcePorts, reply: true };
  return (
    hasAddress(layout, trail, to) &&
    routeInside(layout, trail, from, to, target) &&
    passGroups(layout, trail, from, 'egress', target, packet) &&
    (!across || passAcl(layout, trail, { ...request, subnet: from.subnet, direction: 'outbound', peer: target })) &&
    (!across || passAcl(layout, trail, { ...request, subnet: to.subnet, direction: 'inbound', peer: source })) &&
    passGroups(layout, trail, to, 'ingress', source, packet, role) &&
    isListening(layout, trail, to.node, packet, listens) &&
    (!across || passAcl(layout, trail, { ...reply, subnet: to.subnet, direction: 'outbound', peer: source })) &&
    (!across || passAcl(layout, trail, { ...reply, subnet: from.subnet, direction: 'inbound', peer: target }))
  );
}

function routeInside(layout: Layout, trail: Trail, from: Nic, to: Nic, target: Peer): boolean {
  const values = {
    subnet: layout.name(from.subnet.id),
    peer: target.label,
    address: formatAddress(target.address),
  };
  if (from.subnet.id === to.subnet.id) return trail.pass('route', 'same-subnet', values, [from.subnet.id]);
  const table = from.subnet.routeTable;
  const named = { ...values, table: table === undefined ? 'main route table' : layout.name(table) };
  const choice = chooseRoute(layout, from.subnet, target);
  if (choice.type === 'local') return trail.pass('route', 'local-route', named, [from.subnet.id, table]);
  if (choice.type === 'route' && table !== undefined && isInVpc(layout, from.subnet, target.address))
    return trail.fail(
      'route',
      'local-detour',
      { ...named, destination: choice.route.destination },
      [from.subnet.id, table],
      [{ node: table, field: choice.route.field }],
    );
  return trail.fail(
    'route',
    'outside-its-vpc',
    named,
    [to.subnet.id, to.subnet.vpc],
    [{ node: to.subnet.id, field: FIELDS.cidr }],
  );
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

/** `undefined` when nobody asked for it: a flow question ends at the security group. */
export function isListening(
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
