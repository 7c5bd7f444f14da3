import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runReachability } from './reachability';

const allow = { IpProtocol: '-1', FromPort: null, ToPort: null, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const subnet = (id: string, cidr: string) => ({
  SubnetId: id,
  VpcId: 'vpc',
  CidrBlock: cidr,
  AvailabilityZone: 'eu-north-1a',
  MapPublicIpOnLaunch: false,
});
const instance = (address: string, subnetId: string, publicIp?: string) => ({
  NetworkInterfaces: [
    {
      NetworkInterfaceId: `eni-${address}`,
      SubnetId: subnetId,
      VpcId: 'vpc',
      PrivateIpAddress: address,
      Association: publicIp ? { PublicIp: publicIp } : null,
      Groups: [{ GroupId: 'sg' }],
    },
  ],
});
const table = (id: string, routes: object[], association: object) => ({
  RouteTableId: id,
  VpcId: 'vpc',
  Associations: [association],
  Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }, ...routes],
});

/** A snapshot with route tables, as AWS describes them: public, behind NAT, and closed. */
const snapshot = {
  vpcs: [{ VpcId: 'vpc', CidrBlock: '10.0.0.0/16' }],
  subnets: [subnet('public', '10.0.0.0/24'), subnet('private', '10.0.1.0/24'), subnet('closed', '10.0.2.0/24')],
  instances: [
    instance('10.0.0.9', 'public', '1.0.0.1'),
    instance('10.0.1.9', 'private'),
    instance('10.0.2.9', 'closed', '1.0.0.2'),
  ],
  internet_gateways: [{ InternetGatewayId: 'igw', Attachments: [{ VpcId: 'vpc' }] }],
  nat_gateways: [{ NatGatewayId: 'nat', VpcId: 'vpc', SubnetId: 'public', ConnectivityType: 'public' }],
  route_tables: [
    table('rt-main', [], { Main: true }),
    table('rt-public', [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw', State: 'active' }], {
      SubnetId: 'public',
    }),
    table('rt-private', [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat', State: 'active' }], {
      SubnetId: 'private',
    }),
  ],
  network_acls: [],
  security_groups: [
    { GroupId: 'sg', GroupName: 'all', VpcId: 'vpc', IpPermissions: [allow], IpPermissionsEgress: [allow] },
  ],
};
const probe = (src: string, dst: string, allowed: boolean) => ({
  snapshot: 'routed',
  vpc: 'vpc',
  src,
  dst,
  proto: 'tcp',
  srcPort: 40000,
  dstPort: 443,
  allowed,
});

function run(probes: object[], input: object = snapshot) {
  const folder = mkdtempSync(join(tmpdir(), 'reachability-'));
  try {
    mkdirSync(join(folder, 'reachability/routed/input'), { recursive: true });
    writeFileSync(join(folder, 'reachability/routed/input/routed.json'), JSON.stringify(input));
    writeFileSync(
      join(folder, 'reachability/routed/probes.jsonl'),
      probes.map((one) => JSON.stringify(one)).join('\n'),
    );
    return runReachability(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('route tables decide who reaches the internet', () => {
  const results = run([
    probe('10.0.0.9', '8.8.8.8', true),
    probe('8.8.8.8', '10.0.0.9', true),
    probe('10.0.1.9', '8.8.8.8', true),
    probe('8.8.8.8', '10.0.1.9', false),
    probe('10.0.2.9', '8.8.8.8', false),
    probe('8.8.8.8', '10.0.2.9', false),
    probe('10.0.2.9', '10.0.1.9', true),
  ]);
  expect(results).toEqual([{ suite: 'routed', total: 7, agree: 7, differences: [] }]);
});

const eni = (id: string, vpc: string, subnetId: string, address: string) => ({
  NetworkInterfaceId: id,
  VpcId: vpc,
  SubnetId: subnetId,
  PrivateIpAddress: address,
  InterfaceType: 'interface',
  Groups: [{ GroupId: `sg-${vpc}` }],
});
const routeTable = (id: string, vpc: string, routes: object[]) => ({
  RouteTableId: id,
  VpcId: vpc,
  Associations: [{ Main: true }],
  Routes: routes,
});
/** Two peered VPCs with the names that AWS's own answers have: an endpoint with a prefix list, a list of one's own. */
const peered = {
  Vpcs: [
    { VpcId: 'one', CidrBlock: '10.0.0.0/16', CidrBlockAssociationSet: [{ CidrBlock: '10.9.0.0/16' }] },
    { VpcId: 'two', CidrBlock: '10.1.0.0/16' },
  ],
  Subnets: [
    { SubnetId: 'a', VpcId: 'one', CidrBlock: '10.0.0.0/24', AvailabilityZone: 'eu-north-1a' },
    { SubnetId: 'a9', VpcId: 'one', CidrBlock: '10.9.0.0/24', AvailabilityZone: 'eu-north-1b' },
    { SubnetId: 'b', VpcId: 'two', CidrBlock: '10.1.0.0/24', AvailabilityZone: 'eu-north-1a' },
  ],
  NetworkInterfaces: [
    eni('eni-a', 'one', 'a', '10.0.0.5'),
    eni('eni-a9', 'one', 'a9', '10.9.0.5'),
    eni('eni-b', 'two', 'b', '10.1.0.5'),
  ],
  SecurityGroups: [
    { GroupId: 'sg-one', GroupName: 'one', VpcId: 'one', IpPermissions: [allow], IpPermissionsEgress: [allow] },
    {
      GroupId: 'sg-two',
      GroupName: 'two',
      VpcId: 'two',
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-one', VpcPeeringConnectionId: 'pcx' }] }],
      IpPermissionsEgress: [allow],
    },
  ],
  NetworkAcls: [],
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: 'pcx',
      Status: { Code: 'active' },
      RequesterVpcInfo: { VpcId: 'one', Region: 'eu-north-1' },
      AccepterVpcInfo: { VpcId: 'two', Region: 'eu-north-1' },
    },
  ],
  ManagedPrefixLists: [
    { PrefixListId: 'pl-own', PrefixListName: 'own', Entries: [{ Cidr: '10.1.0.0/24' }] },
    { PrefixListId: 'pl-s3', PrefixListName: 'com.amazonaws.eu-north-1.s3', Entries: [{ Cidr: '3.5.0.0/19' }] },
  ],
  VpcEndpoints: [
    {
      VpcEndpointId: 'vpce',
      VpcEndpointType: 'Gateway',
      VpcId: 'one',
      State: 'available',
      ServiceName: 'com.amazonaws.eu-north-1.s3',
      RouteTableIds: ['rt-one'],
    },
  ],
  RouteTables: [
    routeTable('rt-one', 'one', [
      { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local' },
      { DestinationPrefixListId: 'pl-own', VpcPeeringConnectionId: 'pcx', State: 'active' },
      { DestinationPrefixListId: 'pl-s3', GatewayId: 'vpce', State: 'active' },
    ]),
    routeTable('rt-two', 'two', [{ DestinationCidrBlock: '10.0.0.0/16', VpcPeeringConnectionId: 'pcx' }]),
  ],
};
const ask = (vpc: string, src: string, dst: string, allowed: boolean, more: object = {}) => ({
  ...probe(src, dst, allowed),
  vpc,
  ...more,
});

test('peering connections, prefix lists, endpoints and secondary blocks are read under the names of AWS', () => {
  const results = run(
    [
      ask('one', '10.0.0.5', '10.1.0.5', true),
      ask('one', 'eni-a', 'eni-b', true),
      ask('one', '10.0.0.5', '10.9.0.5', true),
      ask('one', '10.0.0.5', '10.1.9.9', false),
      ask('one', '10.0.0.5', '3.5.1.1', true),
      ask('one', '10.0.0.5', '8.8.8.8', false),
      // The other VPC has no route to the secondary block: where replies are asked for, the request still arrives.
      ask('one', '10.9.0.5', '10.1.0.5', false),
      ask('one', '10.9.0.5', '10.1.0.5', true, { replyAllowed: false }),
      ask('two', '10.1.0.5', '3.5.1.1', false),
    ],
    peered,
  );
  expect(results).toEqual([{ suite: 'routed', total: 9, agree: 9, differences: [] }]);
});

const attached = (id: string, vpc: string, subnets: readonly string[]) => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId: 'tgw',
  VpcId: vpc,
  SubnetIds: subnets,
  State: 'available',
  Options: { SecurityGroupReferencingSupport: 'enable', Ipv6Support: 'disable' },
});
const transitRoute = (to: string, attachment?: string) => ({
  DestinationCidrBlock: to,
  ...(attachment !== undefined && { TransitGatewayAttachments: [{ TransitGatewayAttachmentId: attachment }] }),
  Type: 'static',
  State: attachment === undefined ? 'blackhole' : 'active',
});
const throughHub = (id: string, vpc: string) =>
  routeTable(id, vpc, [{ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw', State: 'active' }]);
/** The two VPCs at a transit gateway: each attachment has its own table, and one zone of the first has none. */
const hub = {
  ...peered,
  VpcPeeringConnections: [],
  RouteTables: [throughHub('rt-one', 'one'), throughHub('rt-two', 'two')],
  TransitGateways: [
    { TransitGatewayId: 'tgw', State: 'available', Options: { SecurityGroupReferencingSupport: 'enable' } },
    { TransitGatewayId: 'tgw-old', State: 'deleted' },
  ],
  TransitGatewayVpcAttachments: [attached('at-one', 'one', ['a']), attached('at-two', 'two', ['b'])],
  TransitGatewayAttachments: [
    { TransitGatewayAttachmentId: 'at-one', Association: { TransitGatewayRouteTableId: 'tgw-rt-one' } },
  ],
  TransitGatewayRouteTables: [
    {
      TransitGatewayRouteTableId: 'tgw-rt-one',
      TransitGatewayId: 'tgw',
      Routes: [transitRoute('10.1.0.0/16', 'at-two')],
    },
    {
      TransitGatewayRouteTableId: 'tgw-rt-two',
      TransitGatewayId: 'tgw',
      Associations: [{ TransitGatewayAttachmentId: 'at-two' }],
      Routes: [transitRoute('10.0.0.0/16', 'at-one'), transitRoute('10.9.0.0/16')],
    },
  ],
};
const oneSuite = (total: number) => [{ suite: 'routed', total, agree: total, differences: [] }];

test('transit gateways are read with attachments, tables, blackholes and what they tell of groups', () => {
  const asked = [
    ask('one', '10.0.0.5', '10.1.0.5', true),
    ask('two', '10.1.0.5', '10.0.0.5', true),
    ask('two', '10.1.0.5', '10.9.0.5', false),
    ask('one', '10.9.0.5', '10.1.0.5', false),
    ask('one', '10.0.0.5', '10.1.9.9', false),
  ];
  expect(run(asked, hub)).toEqual(oneSuite(5));
  const silent = { ...hub, TransitGateways: [{ TransitGatewayId: 'tgw', State: 'available' }] };
  expect(run([ask('one', '10.0.0.5', '10.1.0.5', false)], silent)).toEqual(oneSuite(1));
  const swapped = { ...hub, TransitGatewayVpcAttachments: [attached('at-two', 'two', ['b'])] };
  expect(run([ask('one', '10.0.0.5', '10.1.0.5', false)], swapped)).toEqual(oneSuite(1));
  // A snapshot without tables: the default one, which learns every attached VPC.
  const plain = { ...hub, TransitGatewayRouteTables: [] };
  expect(run([ask('one', '10.0.0.5', '10.1.0.5', true)], plain)).toEqual(oneSuite(1));
});

test('protocols without a name are read by their number', () => {
  const esp = { ...allow, IpProtocol: '50' };
  const guarded = {
    ...snapshot,
    security_groups: [
      { GroupId: 'sg', GroupName: 'esp', VpcId: 'vpc', IpPermissions: [esp], IpPermissionsEgress: [allow] },
    ],
  };
  const sent = (proto: string, allowed: boolean) => ({ ...probe('10.0.0.9', '10.0.1.9', allowed), proto, dstPort: 0 });
  const results = run([sent('50', true), sent('51', false), sent('icmpv6', false), sent('udp', false)], guarded);
  expect(results).toEqual([{ suite: 'routed', total: 4, agree: 4, differences: [] }]);
});

test('a wrong label is a difference with its reason', () => {
  const [result] = run([probe('10.0.2.9', '8.8.8.8', true)]);
  expect(result?.agree).toBe(0);
  expect(result?.differences).toMatchObject([{ expected: 'allowed', got: 'blocked' }]);
  expect(result?.differences[0]?.why).toContain('network.no-route');
});

test('without the folder there are no suites', () => {
  expect(runReachability(join(tmpdir(), 'no-such-folder'))).toEqual([]);
});
