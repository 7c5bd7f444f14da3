import {
  formatAddress,
  isIpv6,
  isPublicAddress,
  parseAddress,
  representatives,
  type Address,
  type Block,
} from './cidr';
import type { Peer } from './filters';
import type { Layout, Nic, Subnet } from './layout';
import { Trail } from './trail';

/** Addresses from RFC 5737 and RFC 3849 stand for "any host" and for the public side of a Regional API. */
const ANY_HOST = parseAddress('198.51.100.10') ?? 0;
const ANY_IPV6_HOST = parseAddress('2001:db8::10') ?? 0;
const ANY_API = parseAddress('192.0.2.10') ?? 0;

export function internetPeer(address: Address = ANY_HOST): Peer {
  if (address === ANY_HOST) return { address, label: 'the internet' };
  if (address === ANY_IPV6_HOST) return { address, label: 'the internet (IPv6)' };
  return { address, label: `${formatAddress(address)} on the internet` };
}

/** A Regional API of another Region is a public address like any other: no prefix list of ours holds it. */
export function servicePeer(service: string, region?: string): Peer {
  if (region !== undefined) return { address: ANY_API, label: `${service} in ${region} (public address)` };
  return { address: ANY_API, label: `${service} (public address)`, service };
}

/**
 * "The internet" is reachable when any of its hosts is: one open block is enough to leak through. Tries the
 * ordinary host first, then one host for every block that a rule on the way treats differently, then IPv6.
 */
export function anyHost<T>(
  layout: Layout,
  nic: Nic,
  attempt: (trail: Trail, peer: Peer) => T | undefined,
): { trail: Trail; result: T | undefined } {
  const first = anyHostOf(layout, nic, ANY_HOST, attempt);
  if (first.result !== undefined || nic.ipv6Address === undefined) return first;
  const second = anyHostOf(layout, nic, ANY_IPV6_HOST, attempt);
  return second.result === undefined ? first : second;
}

function anyHostOf<T>(
  layout: Layout,
  nic: Nic,
  ordinary: Address,
  attempt: (trail: Trail, peer: Peer) => T | undefined,
): { trail: Trail; result: T | undefined } {
  const trail = new Trail();
  const result = attempt(trail, internetPeer(ordinary));
  if (result !== undefined) return { trail, result };
  const blocks = filterBlocks(layout, nic).filter((block) => isIpv6(block.first) === isIpv6(ordinary));
  for (const address of representatives(blocks, ordinary, isPublicAddress)) {
    const other = new Trail();
    const peer = internetPeer(address);
    const found = attempt(other, peer);
    if (found === undefined) continue;
    other.info('start', 'only-some-hosts', { peer: peer.label }, [nic.node]);
    return { trail: other, result: found };
  }
  return { trail, result: undefined };
}

/** Every block in a rule that a packet of this interface can meet. */
export function filterBlocks(layout: Layout, nic: Nic): Block[] {
  const groups = nic.groups.flatMap((id) => layout.facet(id, 'security-group') ?? []);
  const texts = groups.flatMap((group) => [...group.egress, ...group.ingress].flatMap((rule) => rule.cidr ?? []));
  texts.push(layout.facet(nic.subnet.vpc, 'vpc')?.cidr ?? '', ...subnetBlocks(layout, nic.subnet));
  for (const route of layout.facet(nic.subnet.routeTable, 'route-table')?.routes ?? []) {
    const nat = layout.facet(route.target, 'nat-gateway') ? layout.nics.get(route.target ?? '')?.[0] : undefined;
    if (nat) texts.push(...subnetBlocks(layout, nat.subnet));
  }
  return [...new Set(texts)].flatMap((text) => layout.block(text) ?? []);
}

function subnetBlocks(layout: Layout, subnet: Subnet): string[] {
  const routes = layout.facet(subnet.routeTable, 'route-table')?.routes ?? [];
  const rules = layout.facet(subnet.acl, 'network-acl')?.rules ?? [];
  return [...routes.map((route) => route.destination), ...rules.map((rule) => rule.cidr)];
}
