import type { NodeId } from '../../model/diagram';
import { holds } from './cidr';
import type { Route } from './facets';
import type { Peer } from './filters';
import type { Layout, Subnet } from './layout';

/** What a route table does with a destination. */
export type Choice =
  | { readonly type: 'local' }
  | { readonly type: 'route'; readonly route: Route }
  | { readonly type: 'gateway-endpoint'; readonly endpoint: NodeId }
  | { readonly type: 'none' };

/** Prefix lists of AWS services hold blocks of about this length. They beat `0.0.0.0/0` by being more specific. */
const PREFIX_LIST_BITS = 15;

/** Longest prefix wins. Equal destinations: the local route first, then the order of the table. */
export function chooseRoute(layout: Layout, subnet: Subnet, peer: Peer): Choice {
  const vpcBlock = layout.block(layout.facet(subnet.vpc, 'vpc')?.cidr ?? '');
  const table = layout.facet(subnet.routeTable, 'route-table');
  let bits = -1;
  let choice: Choice = { type: 'none' };
  if (vpcBlock && holds(vpcBlock, peer.address)) {
    bits = vpcBlock.bits;
    choice = { type: 'local' };
  }
  for (const route of table?.routes ?? []) {
    const block = layout.block(route.destination);
    if (!block || block.bits <= bits || !holds(block, peer.address)) continue;
    bits = block.bits;
    choice = { type: 'route', route };
  }
  if (peer.service !== undefined && subnet.routeTable !== undefined && bits <= PREFIX_LIST_BITS) {
    const endpoint = gatewayEndpointIn(layout, subnet, peer.service);
    if (endpoint !== undefined) return { type: 'gateway-endpoint', endpoint };
  }
  return choice;
}

export function isInVpc(layout: Layout, subnet: Subnet, address: number): boolean {
  const block = layout.block(layout.facet(subnet.vpc, 'vpc')?.cidr ?? '');
  return block !== undefined && holds(block, address);
}

function gatewayEndpointIn(layout: Layout, subnet: Subnet, service: string): NodeId | undefined {
  const table = subnet.routeTable ?? '';
  return layout.gatewayEndpoints
    .get(`${subnet.vpc}/${service}`)
    ?.find((id) => layout.facet(id, 'gateway-endpoint')?.routeTables.includes(table));
}

export function isAttached(layout: Layout, gateway: NodeId, vpc: NodeId | undefined): boolean {
  return vpc !== undefined && layout.facet(gateway, 'internet-gateway')?.vpc === vpc;
}

/** A public subnet is one whose own route table leads to an internet gateway; no label says so. */
export function isPublic(layout: Layout, subnet: Subnet): boolean {
  const routes = layout.facet(subnet.routeTable, 'route-table')?.routes ?? [];
  return routes.some((route) => route.target !== undefined && isAttached(layout, route.target, subnet.vpc));
}
