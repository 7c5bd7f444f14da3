import { formatAddress, parseAddress, representatives } from './cidr';
import type { Block } from './cidr';
import type { Peer } from './filters';
import type { Layout, Nic, Subnet } from './layout';
import { Trail } from './trail';

/** Addresses from RFC 5737 stand for "any host" and for the public side of a Regional API. */
const ANY_HOST = parseAddress('198.51.100.10') ?? 0;
const ANY_API = parseAddress('192.0.2.10') ?? 0;

export function internetPeer(address: number = ANY_HOST): Peer {
  return { address, label: address === ANY_HOST ? 'the internet' : `${formatAddress(address)} on the internet` };
}

export function servicePeer(service: string): Peer {
  return { address: ANY_API, label: `${service} (public address)`, service };
}

/**
 * "The internet" is reachable when any of its hosts is: one open block is enough to leak through. Tries the
 * ordinary host first, then one host for every block that a rule on the way treats differently.
 */
export function anyHost<T>(
  layout: Layout,
  nic: Nic,
  attempt: (trail: Trail, peer: Peer) => T | undefined,
): { trail: Trail; result: T | undefined } {
  const trail = new Trail();
  const result = attempt(trail, internetPeer());
  if (result !== undefined) return { trail, result };
  for (const address of representatives(blocksAround(layout, nic), ANY_HOST)) {
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
function blocksAround(layout: Layout, nic: Nic): Block[] {
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
