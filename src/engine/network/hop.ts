import type { NodeId } from '../../model/diagram';
import { formatAddress } from './cidr';
import { tableName } from './crossing';
import type { Packet, Peer } from './filters';
import {
  endpointExit,
  throughEgressOnly,
  throughGatewayEndpoint,
  throughInternetGateway,
  throughNat,
  type Hop,
} from './gateways';
import type { Layout, Nic } from './layout';
import { chooseRoute, type Choice } from './routes';
import type { Trail } from './trail';
import { isLink, throughLink } from './through-link';
import { FIELDS } from './fields';

/** Which way a packet for an address outside the VPC takes, and whether that way is open at all. */
export function findHop(layout: Layout, trail: Trail, nic: Nic, peer: Peer, packet: Packet): Hop | undefined {
  const { subnet } = nic;
  const table = subnet.routeTable;
  const values = {
    subnet: layout.name(subnet.id),
    table: tableName(layout, table),
    peer: peer.label,
    address: formatAddress(peer.address),
    service: peer.service ?? '',
  };
  const choice = chooseRoute(layout, subnet, peer);
  if (choice.type === 'gateway-endpoint') {
    const named = { ...values, endpoint: layout.name(choice.endpoint), service: serviceOf(layout, choice.endpoint) };
    trail.pass('route', 'route-to-endpoint', named, [subnet.id, table, choice.endpoint]);
    return packet.protocol === 'tcp'
      ? endpointExit(choice.endpoint, nic)
      : throughGatewayEndpoint(layout, trail, nic, choice.endpoint, packet);
  }
  if (choice.type === 'local') {
    trail.fail('route', 'address-inside-vpc', values, [subnet.id, subnet.vpc]);
    return undefined;
  }
  if (choice.type === 'none') {
    noRoute(layout, trail, nic, peer, values);
    return undefined;
  }
  return follow(layout, trail, nic, peer, packet, choice, values);
}

function serviceOf(layout: Layout, endpoint: NodeId): string {
  return layout.facet(endpoint, 'gateway-endpoint')?.serves ?? '';
}

function noRoute(layout: Layout, trail: Trail, nic: Nic, peer: Peer, values: Record<string, string>): void {
  const { subnet } = nic;
  const table = subnet.routeTable;
  const forgotten = layout.gatewayEndpoints.get(`${subnet.vpc}/${peer.service ?? ''}`)?.[0];
  if (forgotten === undefined) trail.fail('route', 'no-route', values, [subnet.id, table]);
  else
    trail.fail(
      'route',
      'endpoint-not-in-table',
      { ...values, endpoint: layout.name(forgotten) },
      [subnet.id, table, forgotten],
      [{ node: forgotten, field: FIELDS.routeTables }],
    );
}

function follow(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  peer: Peer,
  packet: Packet,
  choice: Extract<Choice, { readonly type: 'route' }>,
  values: Record<string, string>,
): Hop | undefined {
  const { subnet } = nic;
  const { route, over } = choice;
  const { target } = route;
  const table = subnet.routeTable;
  // A propagated route is written in the gateway that propagates it.
  const writtenIn = route.origin === 'propagated' ? target : table;
  const fields = writtenIn === undefined ? [] : [{ node: writtenIn, field: route.field }];
  const facet = target === undefined ? undefined : layout.facets.get(target);
  if (target === undefined || !facet) {
    trail.fail('route', 'blackhole', { ...values, destination: route.destination }, [subnet.id, table], fields);
    return undefined;
  }
  const named = { ...values, destination: route.destination, target: layout.name(target) };
  trail.pass('route', 'route-chosen', named, [subnet.id, table, target], fields);
  if (over) {
    const beaten = over.target === undefined ? 'nothing' : layout.name(over.target);
    trail.info('route', 'route-preferred', { ...named, beaten, origin: over.origin ?? 'static' }, [table, over.target]);
  }
  if (facet.role === 'internet-gateway') return throughInternetGateway(layout, trail, nic, target, peer);
  if (facet.role === 'egress-only-gateway') return throughEgressOnly(layout, trail, nic, target, peer);
  if (facet.role === 'nat-gateway') return throughNat(layout, trail, nic, target, facet, peer, packet);
  if (facet.role === 'gateway-endpoint') return throughGatewayEndpoint(layout, trail, nic, target, packet);
  if (isLink(facet)) return throughLink(layout, trail, subnet, target, facet, peer);
  trail.fail('gateway', 'not-a-next-hop', named, [target], fields);
  return undefined;
}
