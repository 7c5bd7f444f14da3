import type { NodeId } from '../../model/diagram';
import { formatAddress, isPublicAddress } from './cidr';
import type { Via } from './contract';
import { passAcl, passGroups } from './filters';
import type { Packet, Peer } from './filters';
import { EPHEMERAL } from './layout';
import type { FacetOf, Layout, Nic } from './layout';
import { isListening, privatePeer } from './local';
import { chooseRoute, isAttached } from './routes';
import type { Trail } from './trail';
import { FIELDS } from './fields';

/** The way out, and the address under which the other side sees the client. */
export interface Exit {
  readonly via: Via;
  readonly publicAddress: number | undefined;
  /** the zonal NAT gateway's own interface. */
  readonly nat?: Nic;
}

/** From an interface to a public address: a host on the internet or a Regional API. */
export function leave(layout: Layout, trail: Trail, nic: Nic, peer: Peer, packet: Packet): Exit | undefined {
  const exit = findExit(layout, trail, nic, peer);
  if (!exit) return undefined;
  const { nat } = exit;
  const client = privatePeer(layout, nic);
  const request = { protocol: packet.protocol, ports: [packet.port, packet.port] as const, reply: false };
  const reply = { protocol: packet.protocol, ports: packet.sourcePorts, reply: true };
  const passed =
    passGroups(layout, trail, nic, 'egress', peer, packet) &&
    passAcl(layout, trail, { ...request, subnet: nic.subnet, direction: 'outbound', peer }) &&
    (!nat ||
      (passAcl(layout, trail, { ...request, subnet: nat.subnet, direction: 'inbound', peer: client }) &&
        passAcl(layout, trail, { ...request, subnet: nat.subnet, direction: 'outbound', peer }) &&
        passAcl(layout, trail, { ...reply, ports: EPHEMERAL, subnet: nat.subnet, direction: 'inbound', peer }) &&
        passAcl(layout, trail, { ...reply, subnet: nat.subnet, direction: 'outbound', peer: client }))) &&
    passAcl(layout, trail, { ...reply, subnet: nic.subnet, direction: 'inbound', peer });
  return passed ? exit : undefined;
}

function findExit(layout: Layout, trail: Trail, nic: Nic, peer: Peer): Exit | undefined {
  const { subnet } = nic;
  const table = subnet.routeTable;
  const values = {
    subnet: layout.name(subnet.id),
    table: table === undefined ? 'main route table' : layout.name(table),
    peer: peer.label,
    address: formatAddress(peer.address),
    service: peer.service ?? '',
  };
  const choice = chooseRoute(layout, subnet, peer);
  if (choice.type === 'gateway-endpoint') {
    const named = { ...values, endpoint: layout.name(choice.endpoint) };
    trail.pass('route', 'route-to-endpoint', named, [subnet.id, table, choice.endpoint]);
    return endpointExit(choice.endpoint, nic);
  }
  if (choice.type === 'local') {
    trail.fail('route', 'address-inside-vpc', values, [subnet.id, subnet.vpc]);
    return undefined;
  }
  if (choice.type === 'none') {
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
    return undefined;
  }
  const { route } = choice;
  const fields = table === undefined ? [] : [{ node: table, field: route.field }];
  const target = route.target;
  const facet = target === undefined ? undefined : layout.facets.get(target);
  if (target === undefined || !facet) {
    trail.fail('route', 'blackhole', { ...values, destination: route.destination }, [subnet.id, table], fields);
    return undefined;
  }
  const named = { ...values, destination: route.destination, target: layout.name(target) };
  if (!isPublicAddress(peer.address)) {
    trail.fail('route', 'not-a-public-address', values, [subnet.id]);
    return undefined;
  }
  trail.pass('route', 'route-chosen', named, [subnet.id, table, target], fields);
  if (facet.role === 'internet-gateway') return throughGateway(layout, trail, nic, target);
  if (facet.role === 'nat-gateway') return throughNat(layout, trail, nic, target, facet, peer);
  trail.fail('gateway', 'not-a-next-hop', named, [target], fields);
  return undefined;
}

/** `from` is the last interface before the endpoint: the client's own, or the NAT gateway's. */
function endpointExit(endpoint: NodeId, { subnet, address }: Nic): Exit {
  return {
    via: {
      kind: 'gateway-endpoint',
      node: endpoint,
      ...(subnet.vpc !== undefined ? { vpc: subnet.vpc } : {}),
      ...(address !== undefined ? { client: formatAddress(address) } : {}),
    },
    publicAddress: undefined,
  };
}

function throughGateway(layout: Layout, trail: Trail, nic: Nic, gateway: NodeId): Exit | undefined {
  const values = {
    gateway: layout.name(gateway),
    vpc: vpcName(layout, nic),
    node: layout.name(nic.node),
    subnet: layout.name(nic.subnet.id),
  };
  if (!isAttached(layout, gateway, nic.subnet.vpc)) {
    trail.fail('gateway', 'gateway-not-attached', values, [gateway, nic.subnet.vpc]);
    return undefined;
  }
  if (nic.publicAddress === undefined) {
    trail.fail('gateway', 'no-public-address', values, [nic.node, nic.subnet.id, gateway]);
    return undefined;
  }
  trail.pass('gateway', 'through-gateway', { ...values, address: formatAddress(nic.publicAddress) }, [
    gateway,
    nic.node,
  ]);
  return { via: { kind: 'internet-gateway', node: gateway }, publicAddress: nic.publicAddress };
}

function throughNat(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  nat: NodeId,
  facet: FacetOf<'nat-gateway'>,
  peer: Peer,
): Exit | undefined {
  const values = { nat: layout.name(nat), vpc: vpcName(layout, nic), peer: peer.label };
  const stop = (code: string, more: Record<string, string>, nodes: (NodeId | undefined)[]): undefined => {
    trail.fail('gateway', code, { ...values, ...more }, nodes);
    return undefined;
  };
  const own = layout.nics.get(nat)?.[0];
  const home = facet.mode === 'regional' ? facet.vpc : own?.subnet.vpc;
  if (facet.mode === 'zonal' && !own) return stop('nat-without-subnet', {}, [nat]);
  if (home === undefined || home !== nic.subnet.vpc) return stop('nat-of-another-vpc', {}, [nat, home, nic.subnet.vpc]);
  if (facet.connectivity === 'private') return stop('nat-private-connectivity', {}, [nat]);
  const attached = layout.gateways.get(home)?.[0];
  if (facet.mode === 'regional' || !own) {
    if (attached === undefined) return stop('nat-without-gateway', {}, [nat, home]);
    trail.pass('gateway', 'through-regional-nat', { ...values, gateway: layout.name(attached) }, [nat, attached]);
    return { via: { kind: 'nat-gateway', node: nat }, publicAddress: undefined };
  }
  const { subnet } = own;
  const table = subnet.routeTable;
  const at = { subnet: layout.name(subnet.id), table: table === undefined ? 'main route table' : layout.name(table) };
  const onward = chooseRoute(layout, subnet, peer);
  if (onward.type === 'gateway-endpoint') {
    trail.pass('gateway', 'nat-to-endpoint', { ...values, ...at, endpoint: layout.name(onward.endpoint) }, [
      nat,
      subnet.id,
      onward.endpoint,
    ]);
    return { ...endpointExit(onward.endpoint, own), nat: own };
  }
  const gateway = onward.type === 'route' ? onward.route.target : undefined;
  if (gateway === undefined || !isAttached(layout, gateway, home))
    return stop('nat-in-private-subnet', at, [nat, subnet.id, table]);
  trail.pass('gateway', 'through-nat', { ...values, ...at, gateway: layout.name(gateway) }, [nat, subnet.id, gateway]);
  return { via: { kind: 'nat-gateway', node: nat }, publicAddress: own.publicAddress, nat: own };
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
  const table = subnet.routeTable;
  const gateway = subnet.vpc === undefined ? undefined : layout.gateways.get(subnet.vpc)?.[0];
  const values = {
    node: layout.name(nic.node),
    subnet: layout.name(subnet.id),
    vpc: vpcName(layout, nic),
    table: table === undefined ? 'main route table' : layout.name(table),
    peer: peer.label,
  };
  if (gateway === undefined) return trail.fail('gateway', 'vpc-without-gateway', values, [nic.node, subnet.vpc]);
  if (nic.publicAddress === undefined) return trail.fail('gateway', 'not-addressable', values, [nic.node, subnet.id]);
  const named = { ...values, gateway: layout.name(gateway), address: formatAddress(nic.publicAddress) };
  const back = chooseRoute(layout, subnet, peer);
  if (back.type !== 'route' || back.route.target === undefined || !isAttached(layout, back.route.target, subnet.vpc))
    return trail.fail('route', 'no-way-back', named, [subnet.id, table, gateway]);
  trail.pass('gateway', 'in-through-gateway', named, [gateway, nic.node, subnet.id]);
  const request = { protocol: packet.protocol, ports: [packet.port, packet.port] as const, reply: false };
  const reply = { protocol: packet.protocol, ports: packet.sourcePorts, reply: true };
  return (
    passAcl(layout, trail, { ...request, subnet, direction: 'inbound', peer }) &&
    passGroups(layout, trail, nic, 'ingress', peer, packet) &&
    isListening(layout, trail, nic.node, packet, listens) &&
    passAcl(layout, trail, { ...reply, subnet, direction: 'outbound', peer })
  );
}

function vpcName(layout: Layout, nic: Nic): string {
  return nic.subnet.vpc === undefined ? 'no VPC' : layout.name(nic.subnet.vpc);
}
