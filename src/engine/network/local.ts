import { formatAddress } from './cidr';
import { addressOf, arrive, depart, hasAddress, noteZones, privatePeer, tableName } from './crossing';
import type { Packet, Peer } from './filters';
import type { Hop } from './gateways';
import { findHop } from './hop';
import type { Layout, Nic } from './layout';
import { peeringBetween } from './links';
import { chooseRoute, isInVpc } from './routes';
import type { Trail } from './trail';
import { isLink } from './through-link';
import { doors, returnsThrough, throughDoors, transitBetween } from './transit';
import { FIELDS } from './fields';

/** What waits at the far end. */
export interface Goal {
  readonly nic: Nic;
  /** `endpoint` when the interface belongs to an interface endpoint. */
  readonly role: 'node' | 'endpoint';
  readonly listens: readonly number[] | undefined;
  /** the address that is called: the private IPv4 address unless somebody says otherwise. */
  readonly at?: Peer['address'];
}

/** From one interface to the private address of another: in the same VPC, or over what joins two. */
export function talk(layout: Layout, trail: Trail, from: Nic, goal: Goal, packet: Packet): Hop | 'local' | undefined {
  if (!hasAddress(layout, trail, goal.nic)) return undefined;
  if (from.subnet.vpc !== goal.nic.subnet.vpc) return talkAcross(layout, trail, from, goal, packet);
  return talkInside(layout, trail, from, goal, packet) ? 'local' : undefined;
}

function targetPeer(layout: Layout, { nic, at }: Goal): Peer {
  return { address: at ?? nic.address ?? -1, label: layout.name(nic.node), nic };
}

function talkInside(layout: Layout, trail: Trail, from: Nic, goal: Goal, packet: Packet): boolean {
  const to = goal.nic;
  const target = targetPeer(layout, goal);
  const sameSubnet = from.subnet.id === to.subnet.id;
  const zones = goal.role === 'endpoint' ? 'crosses-zones-to-endpoint' : 'crosses-zones';
  return (
    routeInside(layout, trail, from, to, target) &&
    noteZones(layout, trail, from, to, zones) &&
    depart(layout, trail, { nic: from, peer: target, packet, sameSubnet }, () =>
      arrive(layout, trail, { ...goal, peer: privatePeer(layout, from, target.address), packet, sameSubnet }),
    )
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
  const named = { ...values, table: tableName(layout, table) };
  const choice = chooseRoute(layout, from.subnet, target);
  if (choice.type === 'local') return trail.pass('route', 'local-route', named, [from.subnet.id, table]);
  if (choice.type === 'route' && table !== undefined && isInVpc(layout, from.subnet.vpc, target.address))
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

/** Two VPCs: the route tables of both sides decide, and the peering connection knows no third VPC. */
function talkAcross(layout: Layout, trail: Trail, from: Nic, goal: Goal, packet: Packet): Hop | undefined {
  const to = goal.nic;
  const target = targetPeer(layout, goal);
  if (!leadsToLink(layout, from, target)) {
    notPeered(layout, trail, from, to);
    return undefined;
  }
  const hop = findHop(layout, trail, from, target, packet);
  if (!hop) return undefined;
  if ((hop.type !== 'peering' && hop.type !== 'transit') || hop.vpc !== to.subnet.vpc) {
    nobodyThere(trail, from, target);
    return undefined;
  }
  return cross(layout, trail, from, goal, packet, hop) ? hop : undefined;
}

type CrossHop = Extract<Hop, { readonly type: 'peering' | 'transit' }>;

/** The second half of a way to another VPC, once the route has been found. */
export function cross(layout: Layout, trail: Trail, from: Nic, goal: Goal, packet: Packet, hop: CrossHop): boolean {
  if (hop.type === 'transit') return crossTransit(layout, trail, from, goal, packet, hop);
  const seen = (peer: Peer): Peer => (hop.showsGroups ? peer : unseen(peer, 'group-not-seen'));
  const target = targetPeer(layout, goal);
  const source = seen(privatePeer(layout, hop.nat ?? from, target.address));
  return (
    noteZones(layout, trail, hop.nat ?? from, goal.nic) &&
    depart(layout, trail, { nic: from, nat: hop.nat, peer: seen(target), packet }, () =>
      arrive(layout, trail, {
        ...goal,
        peer: source,
        packet,
        wayBack: () => wayBack(layout, trail, goal.nic, source, hop.id),
      }),
    )
  );
}

function unseen({ address, label }: Peer, groupsUnseen: NonNullable<Peer['groupsUnseen']>): Peer {
  return { address, label, groupsUnseen };
}

/**
 * As over a peering connection, with the network ACLs of the attachment subnets. "Security group referencing": inbound
 * rules only, and none of an interface endpoint.
 */
function crossTransit(
  layout: Layout,
  trail: Trail,
  from: Nic,
  goal: Goal,
  packet: Packet,
  hop: Extract<Hop, { readonly type: 'transit' }>,
): boolean {
  const to = goal.nic;
  const near = hop.nat ?? from;
  const target = unseen(targetPeer(layout, goal), 'group-not-carried');
  const client = privatePeer(layout, near, target.address);
  const source = hop.showsGroups && goal.role === 'node' ? client : unseen(client, 'group-not-carried');
  const there = doors(layout, hop.id, near.subnet, to.subnet.vpc);
  const back = doors(layout, hop.id, to.subnet, from.subnet.vpc);
  const wayHome = () =>
    wayBack(layout, trail, to, source, hop.id) &&
    returnsThrough(layout, trail, to.subnet, hop.id, source, from.subnet.vpc);
  const inside = () =>
    arrive(layout, trail, {
      ...goal,
      peer: source,
      packet,
      freeRequest: there.into?.id === to.subnet.id,
      wayBack: wayHome,
    });
  return (
    noteZones(layout, trail, near, to) &&
    depart(
      layout,
      trail,
      { nic: from, nat: hop.nat, peer: target, packet, freeReply: back.into?.id === near.subnet.id },
      () => throughDoors(layout, trail, { there, back, near, to, source, target, packet }, inside),
    )
  );
}

/** The reply needs a route of its own, through the same gateway or connection. */
export function wayBack(layout: Layout, trail: Trail, nic: Nic, peer: Peer, through: string): boolean {
  const { subnet } = nic;
  const table = subnet.routeTable;
  const values = {
    subnet: layout.name(subnet.id),
    table: tableName(layout, table),
    peer: peer.label,
    address: formatAddress(peer.address),
    through: layout.name(through),
  };
  const back = chooseRoute(layout, subnet, peer);
  if (back.type === 'route' && back.route.target === through)
    return trail.pass('return', 'return-route', { ...values, destination: back.route.destination }, [table, through]);
  return trail.fail('return', 'return-no-route', values, [subnet.id, table, through]);
}

function leadsToLink(layout: Layout, from: Nic, target: Peer): boolean {
  const ahead = facetAhead(layout, from, target);
  if (ahead?.facet.role !== 'nat-gateway') return isLink(ahead?.facet);
  const nat = layout.nics.get(ahead.target)?.[0];
  return nat !== undefined && isLink(facetAhead(layout, nat, target)?.facet);
}

function facetAhead(layout: Layout, from: Nic, target: Peer) {
  const choice = chooseRoute(layout, from.subnet, target);
  const next = choice.type === 'route' ? choice.route.target : undefined;
  const facet = next === undefined ? undefined : layout.facets.get(next);
  return next === undefined || facet === undefined ? undefined : { target: next, facet };
}

/** Says why there is no private way between two VPCs: no route, a third VPC in between, or nothing at all. */
function notPeered(layout: Layout, trail: Trail, from: Nic, to: Nic): void {
  const [here, there] = [from.subnet.vpc, to.subnet.vpc];
  const values = {
    node: layout.name(from.node),
    target: layout.name(to.node),
    subnet: layout.name(from.subnet.id),
    table: tableName(layout, from.subnet.routeTable),
    peer: layout.name(to.node),
  };
  const direct = peeringBetween(layout, here, there);
  if (direct) {
    const at = [from.subnet.id, from.subnet.routeTable, direct.id];
    trail.fail('route', 'peering-without-route', { ...values, peering: layout.name(direct.id) }, at);
    return;
  }
  const transit = transitBetween(layout, here, there);
  if (transit) {
    const at = [from.subnet.id, from.subnet.routeTable, transit.id];
    trail.fail('route', 'transit-without-route', { ...values, transit: layout.name(transit.id) }, at);
    return;
  }
  const first = layout.peerings.get(here ?? '')?.find(({ other }) => peeringBetween(layout, other, there));
  if (!first) {
    trail.fail('route', 'other-vpc', values, [from.node, to.node, there]);
    return;
  }
  const named = { ...values, peering: layout.name(first.id), other: layout.name(first.other) };
  trail.fail('route', 'peering-not-transitive', named, [first.id, first.other, there]);
}

export function nobodyThere(trail: Trail, from: Nic, peer: Peer): false {
  const values = { peer: peer.label, address: formatAddress(peer.address) };
  return trail.fail('route', 'nobody-there', values, [from.node]);
}

/** Does the interface have an address of the family that is asked for? */
export function speaks(layout: Layout, trail: Trail, nic: Nic, peer: Peer): boolean {
  if (addressOf(nic, peer.address) !== undefined) return true;
  return trail.fail(
    'start',
    'no-address-of-family',
    { node: layout.name(nic.node), subnet: layout.name(nic.subnet.id), peer: peer.label },
    [nic.node, nic.subnet.id],
  );
}

/** Two VPCs that no private way connects: then they meet on the internet or not at all. */
export function haveLink(layout: Layout, from: Nic, to: Nic): boolean {
  return (
    peeringBetween(layout, from.subnet.vpc, to.subnet.vpc) !== undefined ||
    transitBetween(layout, from.subnet.vpc, to.subnet.vpc) !== undefined ||
    (to.address !== undefined && leadsToLink(layout, from, privatePeer(layout, to)))
  );
}
