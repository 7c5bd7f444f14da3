import type { NodeId } from '../../model/diagram';
import { holds, type Address } from './cidr';
import type { Route } from './facets';
import type { Peer } from './filters';
import type { Layout, Subnet } from './layout';

/** What a route table does with a destination. `over` is a route that would have matched but came second. */
export type Choice =
  | { readonly type: 'local' }
  | { readonly type: 'route'; readonly route: Route; readonly over?: Route }
  | { readonly type: 'gateway-endpoint'; readonly endpoint: NodeId }
  | { readonly type: 'none' };

/** Prefix lists of AWS services hold blocks of about this length. They beat `0.0.0.0/0` by being more specific. */
const PREFIX_LIST_BITS = 15;

/** "How route priority works": among equal destinations a static route beats a prefix list, and that a propagated one. */
const RANK = { static: 0, 'prefix-list': 1, propagated: 2 } as const;

/** Longest prefix wins. Equal destinations: the local route first, then by origin, then by the order of the table. */
export function chooseRoute(layout: Layout, subnet: Subnet, peer: Peer): Choice {
  const { routeTable } = subnet;
  const local = localBits(layout, subnet.vpc, peer.address);
  let bits = local;
  let chosen: Route | undefined;
  let over: Route | undefined;
  const consider = (route: Route): void => {
    const block = layout.block(route.destination);
    if (!block || !holds(block, peer.address) || block.bits < bits) return;
    if (block.bits === bits && (!chosen || rankOf(route) >= rankOf(chosen))) {
      if (chosen) over ??= route;
      return;
    }
    over = chosen && block.bits === bits ? chosen : undefined;
    bits = block.bits;
    chosen = route;
  };
  for (const route of layout.facet(routeTable, 'route-table')?.routes ?? []) consider(route);
  // A propagated route never takes traffic away from the local one, however specific it is (VPN route priority).
  if (local < 0) for (const route of layout.propagated.get(routeTable ?? '') ?? []) consider(route);
  const endpoint = gatewayEndpointFor(layout, subnet, peer, bits, chosen);
  if (endpoint !== undefined) return { type: 'gateway-endpoint', endpoint };
  if (!chosen) return { type: local < 0 ? 'none' : 'local' };
  return over && over.target !== chosen.target
    ? { type: 'route', route: chosen, over }
    : { type: 'route', route: chosen };
}

function rankOf(route: Route): number {
  return RANK[route.origin ?? 'static'];
}

function localBits(layout: Layout, vpc: NodeId | undefined, address: Address): number {
  return layout.blocksOf(vpc).reduce((best, block) => (holds(block, address) ? Math.max(best, block.bits) : best), -1);
}

export function isInVpc(layout: Layout, vpc: NodeId | undefined, address: Address): boolean {
  return localBits(layout, vpc, address) >= 0;
}

/** The gateway endpoint whose prefix list is more specific than what the table has so far. */
function gatewayEndpointFor(
  layout: Layout,
  subnet: Subnet,
  peer: Peer,
  bits: number,
  chosen: Route | undefined,
): NodeId | undefined {
  const table = subnet.routeTable;
  if (table === undefined) return undefined;
  const inTable = (id: NodeId) => layout.facet(id, 'gateway-endpoint')?.routeTables.includes(table);
  if (peer.service !== undefined)
    return bits < PREFIX_LIST_BITS
      ? layout.gatewayEndpoints.get(`${subnet.vpc}/${peer.service}`)?.find(inTable)
      : undefined;
  return layout.prefixEndpoints.get(subnet.vpc ?? '')?.find((id) => {
    if (!inTable(id)) return false;
    const block = (layout.facet(id, 'gateway-endpoint')?.prefixes ?? [])
      .flatMap((text) => layout.block(text) ?? [])
      .find((one) => holds(one, peer.address));
    if (!block || block.bits < bits) return false;
    return block.bits > bits || (chosen !== undefined && rankOf(chosen) > RANK['prefix-list']);
  });
}

export function isAttached(layout: Layout, gateway: NodeId, vpc: NodeId | undefined): boolean {
  return vpc !== undefined && layout.facet(gateway, 'internet-gateway')?.vpc === vpc;
}

/** A public subnet is one whose own route table leads to an internet gateway; no label says so. */
export function isPublic(layout: Layout, subnet: Subnet): boolean {
  const routes = layout.facet(subnet.routeTable, 'route-table')?.routes ?? [];
  return routes.some((route) => route.target !== undefined && isAttached(layout, route.target, subnet.vpc));
}
