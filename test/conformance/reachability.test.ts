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

function run(probes: object[]) {
  const folder = mkdtempSync(join(tmpdir(), 'reachability-'));
  try {
    mkdirSync(join(folder, 'reachability/routed/input'), { recursive: true });
    writeFileSync(join(folder, 'reachability/routed/input/routed.json'), JSON.stringify(snapshot));
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

test('a wrong label is a difference with its reason', () => {
  const [result] = run([probe('10.0.2.9', '8.8.8.8', true)]);
  expect(result?.agree).toBe(0);
  expect(result?.differences).toMatchObject([{ expected: 'allowed', got: 'blocked' }]);
  expect(result?.differences[0]?.why).toContain('network.no-route');
});

test('without the folder there are no suites', () => {
  expect(runReachability(join(tmpdir(), 'no-such-folder'))).toEqual([]);
});
