import type { NodeId } from '../../model/diagram';
import { formatAddress, isIpv6, isPublicAddress, isSharedAddress, type Address } from './cidr';
import type { Via } from './contract';
import { noteZones, tableName, vpcName } from './crossing';
import type { IpProtocol } from './facets';
import { protocolWords, type Packet, type Peer } from './filters';
import type { FacetOf, Layout, Nic } from './layout';
import type { Link } from './links';
import { chooseRoute, isAttached } from './routes';
import type { Trail } from './trail';
import { isLink, throughLink } from './through-link';

/** The way out of a VPC to a public address, and the address under which the other side sees the client. */
interface Exit {
  readonly type: 'public';
  readonly via: Via;
  readonly publicAddress: Address | undefined;
}

/** Where the packet goes after the VPC. `nat`: the zonal NAT gateway's own interface, where it passes one. */
export type Hop = (Exit | Link) & { readonly nat?: Nic };

/** `from` is the last interface before the endpoint: the client's own, or the NAT gateway's. */
export function endpointExit(endpoint: NodeId, { subnet, address }: Nic): Hop {
  return {
    type: 'public',
    via: {
      kind: 'gateway-endpoint',
      node: endpoint,
      ...(subnet.vpc !== undefined && { vpc: subnet.vpc }),
      ...(address !== undefined && { client: formatAddress(address) }),
    },
    publicAddress: undefined,
  };
}

/** Gateway endpoints take TCP (and ICMP echo) only. */
export function throughGatewayEndpoint(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  endpoint: NodeId,
  packet: Packet,
): Hop | undefined {
  const values = {
    endpoint: layout.name(endpoint),
    vpc: vpcName(layout, nic.subnet.vpc),
    protocol: protocolWords(packet.protocol),
  };
  if (layout.facet(endpoint, 'gateway-endpoint')?.vpc !== nic.subnet.vpc) {
    trail.fail('gateway', 'endpoint-of-another-vpc', values, [endpoint, nic.subnet.vpc]);
    return undefined;
  }
  if (packet.protocol !== 'tcp' && packet.protocol !== 'icmp') {
    trail.fail('gateway', 'endpoint-protocol', values, [endpoint]);
    return undefined;
  }
  return endpointExit(endpoint, nic);
}

export function throughInternetGateway(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  gateway: NodeId,
  peer: Peer,
): Hop | undefined {
  const values = {
    gateway: layout.name(gateway),
    vpc: vpcName(layout, nic.subnet.vpc),
    node: layout.name(nic.node),
    subnet: layout.name(nic.subnet.id),
  };
  if (!reachesInternet(layout, trail, nic, peer)) return undefined;
  if (!isAttached(layout, gateway, nic.subnet.vpc)) {
    trail.fail('gateway', 'gateway-not-attached', values, [gateway, nic.subnet.vpc]);
    return undefined;
  }
  const outer = isIpv6(peer.address) ? nic.ipv6Address : nic.publicAddress;
  if (outer === undefined) {
    trail.fail('gateway', 'no-public-address', values, [nic.node, nic.subnet.id, gateway]);
    return undefined;
  }
  trail.pass('gateway', 'through-gateway', { ...values, address: formatAddress(outer) }, [gateway, nic.node]);
  return { type: 'public', via: { kind: 'internet-gateway', node: gateway }, publicAddress: outer };
}

export function throughEgressOnly(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  gateway: NodeId,
  peer: Peer,
): Hop | undefined {
  const values = {
    gateway: layout.name(gateway),
    vpc: vpcName(layout, nic.subnet.vpc),
    node: layout.name(nic.node),
    peer: peer.label,
  };
  if (layout.facet(gateway, 'egress-only-gateway')?.vpc !== nic.subnet.vpc) {
    trail.fail('gateway', 'egress-only-not-attached', values, [gateway, nic.subnet.vpc]);
    return undefined;
  }
  if (!isIpv6(peer.address)) {
    trail.fail('gateway', 'egress-only-other-family', values, [gateway]);
    return undefined;
  }
  if (!reachesInternet(layout, trail, nic, peer)) return undefined;
  trail.pass('gateway', 'through-egress-only', values, [gateway, nic.node]);
  return { type: 'public', via: { kind: 'egress-only-gateway', node: gateway }, publicAddress: nic.ipv6Address };
}

/** Internet gateways drop packets to private and shared addresses (RFC 1918, RFC 6598). */
function reachesInternet(layout: Layout, trail: Trail, nic: Nic, peer: Peer): boolean {
  if (isPublicAddress(peer.address)) return true;
  const code = isSharedAddress(peer.address) ? 'shared-address' : 'not-a-public-address';
  const values = { address: formatAddress(peer.address), subnet: layout.name(nic.subnet.id) };
  return trail.fail('route', code, values, [nic.subnet.id]);
}

/** "NAT gateway basics": it supports TCP, UDP and ICMP. */
const NAT_PROTOCOLS: ReadonlySet<IpProtocol> = new Set<IpProtocol>(['tcp', 'udp', 'icmp']);

export function throughNat(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  nat: NodeId,
  facet: FacetOf<'nat-gateway'>,
  peer: Peer,
  { protocol }: Packet,
): Hop | undefined {
  const values = { nat: layout.name(nat), vpc: vpcName(layout, nic.subnet.vpc), peer: peer.label };
  const stop = (code: string, more: Record<string, string>, nodes: (NodeId | undefined)[]): undefined => {
    trail.fail('gateway', code, { ...values, ...more }, nodes);
    return undefined;
  };
  const own = layout.nics.get(nat)?.[0];
  const home = facet.mode === 'regional' ? facet.vpc : own?.subnet.vpc;
  if (isIpv6(peer.address)) return stop('nat-other-family', {}, [nat]);
  if (!NAT_PROTOCOLS.has(protocol)) return stop('nat-protocol', { protocol: protocolWords(protocol) }, [nat]);
  if (facet.mode === 'zonal' && !own) return stop('nat-without-subnet', {}, [nat]);
  if (home === undefined || home !== nic.subnet.vpc) return stop('nat-of-another-vpc', {}, [nat, home, nic.subnet.vpc]);
  if (own) {
    const inner = natToLink(layout, trail, own, peer, values);
    if (inner !== 'none') {
      noteZones(layout, trail, nic, own);
      return inner && { ...inner, nat: own };
    }
  }
  if (!reachesInternet(layout, trail, nic, peer)) return undefined;
  if (facet.connectivity === 'private') return stop('nat-private-connectivity', {}, [nat]);
  const attached = layout.gateways.get(home)?.[0];
  if (facet.mode === 'regional' || !own) {
    if (attached === undefined) return stop('nat-without-gateway', {}, [nat, home]);
    trail.pass('gateway', 'through-regional-nat', { ...values, gateway: layout.name(attached) }, [nat, attached]);
    return { type: 'public', via: { kind: 'nat-gateway', node: nat }, publicAddress: undefined };
  }
  const { subnet } = own;
  const table = subnet.routeTable;
  const at = { subnet: layout.name(subnet.id), table: tableName(layout, table) };
  const onward = chooseRoute(layout, subnet, peer);
  if (onward.type === 'gateway-endpoint') {
    const more = { ...values, ...at, endpoint: layout.name(onward.endpoint) };
    trail.pass('gateway', 'nat-to-endpoint', more, [nat, subnet.id, onward.endpoint]);
    return { ...endpointExit(onward.endpoint, own), nat: own };
  }
  const gateway = onward.type === 'route' ? onward.route.target : undefined;
  if (gateway === undefined || !isAttached(layout, gateway, home))
    return stop('nat-in-private-subnet', at, [nat, subnet.id, table]);
  trail.pass('gateway', 'through-nat', { ...values, ...at, gateway: layout.name(gateway) }, [nat, subnet.id, gateway]);
  noteZones(layout, trail, nic, own);
  return { type: 'public', via: { kind: 'nat-gateway', node: nat }, publicAddress: own.publicAddress, nat: own };
}

/** A NAT gateway's own route table may lead to other private networks: then they see its private address. */
function natToLink(
  layout: Layout,
  trail: Trail,
  own: Nic,
  peer: Peer,
  values: Record<string, string>,
): Link | undefined | 'none' {
  const { subnet } = own;
  const onward = chooseRoute(layout, subnet, peer);
  if (onward.type !== 'route' || onward.route.target === undefined) return 'none';
  const { target } = onward.route;
  const facet = layout.facets.get(target);
  if (!isLink(facet)) return 'none';
  const at = { subnet: layout.name(subnet.id), target: layout.name(target), address: formatAddress(own.address ?? 0) };
  trail.pass('gateway', 'nat-to-private', { ...values, ...at }, [own.node, subnet.id, target]);
  return throughLink(layout, trail, subnet, target, facet, peer);
}
