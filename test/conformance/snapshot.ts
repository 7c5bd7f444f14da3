import type { AclRule, NetworkFacet, Route, SecurityRule } from '../../src/engine/network/facets';
import { rows, type Row, type Snapshot } from './snapshot-rows';
import { adaptTransit } from './snapshot-transit';

export type { Snapshot } from './snapshot-rows';

const PROTOCOLS: Readonly<Record<string, SecurityRule['protocol']>> = {
  '-1': 'all',
  all: 'all',
  '6': 'tcp',
  tcp: 'tcp',
  '17': 'udp',
  udp: 'udp',
  '1': 'icmp',
  icmp: 'icmp',
  '58': 'icmpv6',
  icmpv6: 'icmpv6',
};

/** Every protocol has a number; the engine has names for some. */
function protocolOf(written: string): SecurityRule['protocol'] | undefined {
  const number = Number(written);
  return PROTOCOLS[written] ?? (written !== '' && number >= 0 && number <= 255 ? `${number}` : undefined);
}
/** AWS shows the final deny as an entry; the engine has it built in. */
const FINAL_RULE = 32767;
const GONE = new Set(['deleted', 'deleting', 'failed', 'rejected', 'expired', 'detached', 'pending-acceptance']);

export interface Adapted {
  readonly facets: ReadonlyMap<string, NetworkFacet>;
  /** interface id by `<vpc>/<private address>`, by interface id and by instance id. */
  readonly interfaces: ReadonlyMap<string, string>;
}

type Rows = ReturnType<typeof rows>;
type Lists = ReadonlyMap<string, readonly string[]>;

/** describe-* output as facets: every list is read under the name of the collector (`route_tables`) or of AWS (`RouteTables`). */
export function adaptSnapshot(snapshot: Snapshot): Adapted {
  const all = rows(snapshot);
  const facets = new Map<string, NetworkFacet>();
  const interfaces = new Map<string, string>();
  const lists = prefixLists(all);
  adaptGateways(all, facets);
  adaptEndpoints(all, facets, lists);
  const tables = adaptTables(all, facets, lists);
  const acls = adaptAcls(all, facets);
  const defaultGroup = adaptGroups(all, facets, lists);
  for (const vpc of all('Vpcs')) {
    const id = vpc.text('VpcId');
    const cidrs = [vpc.text('CidrBlock'), ...vpc.rows('CidrBlockAssociationSet').map((one) => one.text('CidrBlock'))];
    const [cidr = '', ...moreCidrs] = [...new Set(cidrs.filter((one) => one !== ''))];
    const [ipv6] = vpc.rows('Ipv6CidrBlockAssociationSet').map((one) => one.text('Ipv6CidrBlock'));
    facets.set(id, {
      role: 'vpc',
      cidr,
      dnsSupport: vpc.flag('EnableDnsSupport') ?? true,
      dnsHostnames: vpc.flag('EnableDnsHostnames') ?? true,
      ...(moreCidrs.length > 0 && { moreCidrs }),
      ...(ipv6 && { ipv6Cidr: ipv6 }),
      ...given('mainRouteTable', tables.main.get(id)),
      ...given('defaultAcl', acls.fallback.get(id)),
      ...given('defaultSecurityGroup', defaultGroup.get(id)),
    });
  }
  for (const subnet of all('Subnets')) {
    const id = subnet.text('SubnetId');
    const [ipv6] = subnet.rows('Ipv6CidrBlockAssociationSet').map((one) => one.text('Ipv6CidrBlock'));
    facets.set(id, {
      role: 'subnet',
      vpc: subnet.text('VpcId'),
      cidr: subnet.text('CidrBlock'),
      zone: subnet.text('AvailabilityZone'),
      assignsPublicIp: subnet.flag('MapPublicIpOnLaunch') ?? false,
      ...(ipv6 && { ipv6Cidr: ipv6 }),
      ...given('routeTable', tables.explicit.get(id)),
      ...given('acl', acls.explicit.get(id)),
    });
  }
  adaptInterfaces(all, facets, interfaces);
  return { facets, interfaces };
}

function given<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: string };
}

function prefixLists(all: Rows): Lists {
  const lists = new Map<string, string[]>();
  for (const list of [...all('PrefixLists'), ...all('ManagedPrefixLists')]) {
    const cidrs = [...list.texts('Cidrs'), ...list.rows('Entries').map((entry) => entry.text('Cidr'))];
    const id = list.text('PrefixListId');
    lists.set(id, [...(lists.get(id) ?? []), ...cidrs.filter((one) => one !== '')]);
  }
  return lists;
}

function adaptGateways(all: Rows, facets: Map<string, NetworkFacet>): void {
  const attached = (gateway: Row, list: string): string | undefined =>
    gateway
      .rows(list)
      .find((one) => !GONE.has(one.text('State')))
      ?.text('VpcId');
  for (const gateway of all('InternetGateways')) {
    facets.set(gateway.text('InternetGatewayId'), {
      role: 'internet-gateway',
      ...given('vpc', attached(gateway, 'Attachments')),
    });
  }
  for (const gateway of all('EgressOnlyInternetGateways')) {
    facets.set(gateway.text('EgressOnlyInternetGatewayId'), {
      role: 'egress-only-gateway',
      ...given('vpc', attached(gateway, 'Attachments')),
    });
  }
  for (const nat of all('NatGateways')) {
    if (GONE.has(nat.text('State'))) continue;
    const [address] = nat.rows('NatGatewayAddresses');
    facets.set(nat.text('NatGatewayId'), {
      role: 'nat-gateway',
      mode: nat.text('AvailabilityMode') === 'regional' ? 'regional' : 'zonal',
      connectivity: nat.text('ConnectivityType') === 'private' ? 'private' : 'public',
      vpc: nat.text('VpcId'),
      ...given('subnet', nat.text('SubnetId')),
      ...given('address', address?.text('PrivateIp')),
      ...given('publicAddress', address?.text('PublicIp')),
    });
  }
  for (const peering of all('VpcPeeringConnections')) {
    const [one, two] = [peering.row('RequesterVpcInfo'), peering.row('AccepterVpcInfo')];
    const status = peering.row('Status')?.text('Code') ?? 'active';
    const regions = [one?.text('Region') ?? '', two?.text('Region') ?? ''];
    facets.set(peering.text('VpcPeeringConnectionId'), {
      role: 'peering',
      vpcs: [one?.text('VpcId'), two?.text('VpcId')],
      active: status === 'active',
      crossRegion: regions[0] !== '' && regions[1] !== '' && regions[0] !== regions[1],
    });
  }
  adaptTransit(all, facets);
  for (const site of all('CustomerGateways')) {
    const id = site.text('CustomerGatewayId');
    const cidrs = all('VpnConnections')
      .filter((one) => one.text('CustomerGatewayId') === id)
      .flatMap((one) => one.rows('Routes').map((route) => route.text('DestinationCidrBlock')));
    facets.set(id, { role: 'on-premises', cidrs });
  }
  for (const gateway of all('VpnGateways')) {
    const id = gateway.text('VpnGatewayId');
    facets.set(id, {
      role: 'vpn-gateway',
      ...given('vpc', attached(gateway, 'VpcAttachments')),
      connections: all('VpnConnections')
        .filter((one) => one.text('VpnGatewayId') === id)
        .map((one) => ({
          site: one.text('CustomerGatewayId'),
          up: !GONE.has(one.text('State')),
          field: one.text('VpnConnectionId'),
        })),
      // Propagated routes stand in the described route tables already.
      propagatesTo: [],
    });
  }
}

function adaptEndpoints(all: Rows, facets: Map<string, NetworkFacet>, lists: Lists): void {
  const names = new Map(
    [...all('PrefixLists'), ...all('ManagedPrefixLists')].map((list) => [
      list.text('PrefixListName'),
      list.text('PrefixListId'),
    ]),
  );
  for (const endpoint of all('VpcEndpoints')) {
    if (GONE.has(endpoint.text('State').toLowerCase())) continue;
    const id = endpoint.text('VpcEndpointId');
    const service = endpoint.text('ServiceName');
    const serves = service.split('.').slice(3).join('.');
    const shared = { vpc: endpoint.text('VpcId'), ...given('serves', serves) };
    if (endpoint.text('VpcEndpointType') === 'Interface') {
      facets.set(id, {
        role: 'interface-endpoint',
        ...shared,
        subnets: endpoint.texts('SubnetIds'),
        securityGroups: endpoint.rows('Groups').map((group) => group.text('GroupId')),
        privateDns: endpoint.flag('PrivateDnsEnabled') ?? false,
      });
      continue;
    }
    const prefixes = lists.get(names.get(service) ?? '') ?? [];
    facets.set(id, {
      role: 'gateway-endpoint',
      ...shared,
      routeTables: endpoint.texts('RouteTableIds'),
      ...(prefixes.length > 0 && { prefixes }),
    });
  }
}

/** Snapshots without route tables say only where a gateway is attached: then every subnet routes to it. */
function adaptTables(all: Rows, facets: Map<string, NetworkFacet>, lists: Lists) {
  const main = new Map<string, string>();
  const explicit = new Map<string, string>();
  if (!all.has('RouteTables')) {
    for (const [gateway, facet] of [...facets]) {
      if (facet.role !== 'internet-gateway' || facet.vpc === undefined) continue;
      const id = `${facet.vpc}/main`;
      main.set(facet.vpc, id);
      const route = { destination: '0.0.0.0/0', target: gateway, field: 'routes[0]' };
      facets.set(id, { role: 'route-table', vpc: facet.vpc, routes: [route] });
    }
    return { main, explicit };
  }
  for (const table of all('RouteTables')) {
    const id = table.text('RouteTableId');
    for (const association of table.rows('Associations')) {
      if (association.flag('Main')) main.set(table.text('VpcId'), id);
      const subnet = association.text('SubnetId');
      if (subnet !== '') explicit.set(subnet, id);
    }
    const routes = table.rows('Routes').flatMap((route, index) => adaptRoute(route, `routes[${index}]`, lists));
    facets.set(id, { role: 'route-table', vpc: table.text('VpcId'), routes });
  }
  return { main, explicit };
}

const TARGETS = [
  'GatewayId',
  'NatGatewayId',
  'VpcPeeringConnectionId',
  'EgressOnlyInternetGatewayId',
  'TransitGatewayId',
  'NetworkInterfaceId',
  'InstanceId',
];

function adaptRoute(route: Row, field: string, lists: Lists): Route[] {
  const named = TARGETS.map((key) => route.text(key)).find((one) => one !== '');
  if (named === 'local') return [];
  const target = route.text('State') === 'blackhole' ? undefined : named;
  const cidr = route.text('DestinationCidrBlock') || route.text('DestinationIpv6CidrBlock');
  if (cidr !== '') {
    const propagated = route.text('Origin') === 'EnableVgwRoutePropagation';
    return [{ destination: cidr, target, field, ...(propagated && { origin: 'propagated' as const }) }];
  }
  const list = lists.get(route.text('DestinationPrefixListId')) ?? [];
  return list.map((destination) => ({ destination, target, field, origin: 'prefix-list' as const }));
}

function adaptAcls(all: Rows, facets: Map<string, NetworkFacet>) {
  const fallback = new Map<string, string>();
  const explicit = new Map<string, string>();
  for (const acl of all('NetworkAcls')) {
    const id = acl.text('NetworkAclId');
    if (acl.flag('IsDefault')) fallback.set(acl.text('VpcId'), id);
    for (const association of acl.rows('Associations')) explicit.set(association.text('SubnetId'), id);
    facets.set(id, { role: 'network-acl', vpc: acl.text('VpcId'), rules: acl.rows('Entries').flatMap(adaptEntry) });
  }
  return { fallback, explicit };
}

function adaptEntry(entry: Row, index: number): AclRule[] {
  const protocol = protocolOf(entry.text('Protocol'));
  const cidr = entry.text('CidrBlock') || entry.text('Ipv6CidrBlock');
  const number = entry.number('RuleNumber') ?? FINAL_RULE;
  if (!protocol || cidr === '' || number === FINAL_RULE) return [];
  const ports = entry.row('PortRange');
  return [
    {
      number,
      direction: entry.flag('Egress') ? 'outbound' : 'inbound',
      action: entry.text('RuleAction') === 'allow' ? 'allow' : 'deny',
      protocol,
      fromPort: ports?.number('From') ?? 0,
      toPort: ports?.number('To') ?? 65535,
      cidr,
      field: `rules[${index}]`,
    },
  ];
}

function adaptGroups(all: Rows, facets: Map<string, NetworkFacet>, lists: Lists): Map<string, string> {
  const fallback = new Map<string, string>();
  for (const group of all('SecurityGroups')) {
    const id = group.text('GroupId');
    if (group.text('GroupName') === 'default') fallback.set(group.text('VpcId'), id);
    const side = (list: string, field: string) =>
      group.rows(list).flatMap((one, index) => adaptPermission(one, `${field}[${index}]`, lists));
    facets.set(id, {
      role: 'security-group',
      vpc: group.text('VpcId'),
      ingress: side('IpPermissions', 'ingress'),
      egress: side('IpPermissionsEgress', 'egress'),
    });
  }
  return fallback;
}

function adaptPermission(permission: Row, field: string, lists: Lists): SecurityRule[] {
  const protocol = protocolOf(permission.text('IpProtocol'));
  if (!protocol) return [];
  const common = {
    protocol,
    fromPort: permission.number('FromPort') ?? 0,
    toPort: permission.number('ToPort') ?? 65535,
    field,
  };
  const cidrs = [
    ...permission.rows('IpRanges').map((range) => range.text('CidrIp')),
    ...permission.rows('Ipv6Ranges').map((range) => range.text('CidrIpv6')),
    ...permission.rows('PrefixListIds').flatMap((one) => lists.get(one.text('PrefixListId')) ?? []),
  ];
  return [
    ...cidrs.map((cidr) => ({ ...common, cidr })),
    ...permission.rows('UserIdGroupPairs').map((pair) => ({ ...common, group: pair.text('GroupId') })),
  ];
}

function adaptInterfaces(all: Rows, facets: Map<string, NetworkFacet>, interfaces: Map<string, string>): void {
  const instances = [...all('Instances'), ...all('Reservations').flatMap((one) => one.rows('Instances'))];
  const found = new Map<string, Row>();
  for (const instance of instances) {
    for (const eni of instance.rows('NetworkInterfaces')) {
      found.set(eni.text('NetworkInterfaceId'), eni);
      interfaces.set(instance.text('InstanceId'), eni.text('NetworkInterfaceId'));
    }
  }
  // Gateways and endpoints bring interfaces of their own, which the engine places itself.
  const others = all('NetworkInterfaces').filter((one) => !/nat_gateway|vpc_endpoint/i.test(one.text('InterfaceType')));
  for (const eni of others)
    if (!found.has(eni.text('NetworkInterfaceId'))) found.set(eni.text('NetworkInterfaceId'), eni);
  for (const [id, eni] of found) {
    const address = eni.text('PrivateIpAddress');
    const publicIp = eni.row('Association')?.text('PublicIp') ?? '';
    const [ipv6] = eni.rows('Ipv6Addresses').map((one) => one.text('Ipv6Address'));
    interfaces.set(id, id);
    for (const own of [address, ...eni.rows('PrivateIpAddresses').map((one) => one.text('PrivateIpAddress'))])
      if (own !== '') interfaces.set(`${eni.text('VpcId')}/${own}`, id);
    facets.set(id, {
      role: 'interfaces',
      subnets: [eni.text('SubnetId')],
      securityGroups: eni.rows('Groups').map((group) => group.text('GroupId')),
      publicIp: publicIp === '' ? 'never' : 'always',
      withoutSubnets: 'none',
      listens: [],
      addresses: [address],
      ...(publicIp !== '' && { publicAddresses: [publicIp] }),
      ...(ipv6 && { ipv6Addresses: [ipv6] }),
    });
  }
}
