import { formatAddress, isIpv6, isPublicAddress, isSharedAddress } from './cidr';
import { arrive, depart, tableName, vpcName } from './crossing';
import type { Packet, Peer } from './filters';
import type { Hop } from './gateways';
import { findHop } from './hop';
import type { Layout, Nic } from './layout';
import { cross, nobodyThere, speaks, talk } from './local';
import { toSite } from './site';
import { chooseRoute, isAttached, isInVpc } from './routes';
import type { Trail } from './trail';

/** From an interface to a public address: a host on the internet or a Regional API. */
export function leave(layout: Layout, trail: Trail, nic: Nic, peer: Peer, packet: Packet): Hop | undefined {
  if (!speaks(layout, trail, nic, peer)) return undefined;
  const hop = findHop(layout, trail, nic, peer, packet);
  if (!hop) return undefined;
  if (hop.type !== 'public') {
    nobodyThere(trail, nic, peer);
    return undefined;
  }
  return depart(layout, trail, { nic, nat: hop.nat, peer, packet }, () => true) ? hop : undefined;
}

/** From an interface to whatever has this address, as routing alone finds it. */
export function send(layout: Layout, trail: Trail, nic: Nic, peer: Peer, packet: Packet): boolean {
  if (!speaks(layout, trail, nic, peer)) return false;
  const { vpc } = nic.subnet;
  if (chooseRoute(layout, nic.subnet, peer).type === 'local') {
    const to = layout.nicAt(vpc, peer.address);
    const goal = to && goalAt(layout, to, peer);
    return goal ? talk(layout, trail, nic, goal, packet) !== undefined : insideOrNowhere(layout, trail, nic, peer);
  }
  const hop = findHop(layout, trail, nic, peer, packet);
  if (!hop) return false;
  if (hop.type === 'vpn') return toSite(layout, trail, nic, peer, packet, hop);
  if (hop.type === 'peering' || hop.type === 'transit') {
    const to = layout.nicAt(hop.vpc, peer.address);
    return to ? cross(layout, trail, nic, goalAt(layout, to, peer), packet, hop) : nobodyThere(trail, nic, peer);
  }
  if (!depart(layout, trail, { nic, nat: hop.nat, peer, packet }, () => true)) return false;
  const to = isIpv6(peer.address) ? undefined : layout.nicAt(undefined, peer.address);
  const source = hop.publicAddress;
  if (!to || source === undefined || hop.via.kind === 'gateway-endpoint') return true;
  return enter(layout, trail, to, { address: source, label: formatAddress(source) }, packet, undefined);
}

function goalAt(layout: Layout, nic: Nic, peer: Peer) {
  const role = layout.facet(nic.node, 'interface-endpoint') ? ('endpoint' as const) : ('node' as const);
  return { nic, role, listens: undefined, at: peer.address };
}

function insideOrNowhere(layout: Layout, trail: Trail, nic: Nic, peer: Peer): false {
  const values = {
    subnet: layout.name(nic.subnet.id),
    peer: peer.label,
    address: formatAddress(peer.address),
  };
  return trail.fail('route', 'address-inside-vpc', values, [nic.subnet.id, nic.subnet.vpc]);
}

/** From a public address to an interface: nothing but an internet gateway lets it in. */
export function enter(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  peer: Peer,
  packet: Packet,
  listens: readonly number[] | undefined,
): boolean {
  const { subnet } = nic;
  const gateway = subnet.vpc === undefined ? undefined : layout.gateways.get(subnet.vpc)?.[0];
  const values = {
    node: layout.name(nic.node),
    subnet: layout.name(subnet.id),
    vpc: vpcName(layout, subnet.vpc),
    table: tableName(layout, subnet.routeTable),
    peer: peer.label,
    address: formatAddress(peer.address),
  };
  if (!isPublicAddress(peer.address) && !isInVpc(layout, subnet.vpc, peer.address)) {
    const code = isSharedAddress(peer.address) ? 'shared-from-internet' : 'private-from-internet';
    return trail.fail('gateway', code, values, [nic.node]);
  }
  const outer = isIpv6(peer.address) ? nic.ipv6Address : nic.publicAddress;
  if (gateway === undefined) {
    const outward = layout.egressOnly.get(subnet.vpc ?? '')?.[0];
    return outward !== undefined && isIpv6(peer.address)
      ? trail.fail('gateway', 'egress-only-inbound', { ...values, gateway: layout.name(outward) }, [outward])
      : trail.fail('gateway', 'vpc-without-gateway', values, [nic.node, subnet.vpc]);
  }
  if (outer === undefined) return trail.fail('gateway', 'not-addressable', values, [nic.node, subnet.id]);
  const named = { ...values, gateway: layout.name(gateway), address: formatAddress(outer) };
  trail.pass('gateway', 'in-through-gateway', named, [gateway, nic.node, subnet.id]);
  return arrive(layout, trail, {
    nic,
    peer,
    packet,
    role: 'node',
    listens,
    wayBack: () => {
      const back = chooseRoute(layout, subnet, peer);
      const target = back.type === 'route' ? back.route.target : undefined;
      if (target !== undefined && isAttached(layout, target, subnet.vpc)) return true;
      return trail.fail('return', 'no-way-back', named, [subnet.id, subnet.routeTable, gateway]);
    },
  });
}
