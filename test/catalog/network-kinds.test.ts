import { describe, expect, test } from 'vitest';
import { kind as gatewayEndpoint } from '../../src/catalog/gateway-endpoint/kind';
import { kind as interfaceEndpoint } from '../../src/catalog/interface-endpoint/kind';
import { kind as internetGateway } from '../../src/catalog/internet-gateway/kind';
import { kind as natGateway } from '../../src/catalog/nat-gateway/kind';
import { kind as networkAcl } from '../../src/catalog/network-acl/kind';
import { kind as routeTable } from '../../src/catalog/route-table/kind';
import { kind as securityGroup } from '../../src/catalog/security-group/kind';
import { kind as subnet } from '../../src/catalog/subnet/kind';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import { account, draw, monthly } from './drawing';

describe('a new VPC', () => {
  const drawn = draw({
    v: { kind: vpc, props: { mainRouteTable: 'v-rt', defaultSecurityGroup: 'v-sg', defaultNetworkAcl: 'v-acl' } },
    'v-rt': { kind: routeTable, in: 'v', props: vpc.companions[0]?.props ?? {} },
    'v-sg': { kind: securityGroup, in: 'v', props: vpc.companions[1]?.props ?? {} },
    'v-acl': { kind: networkAcl, in: 'v', props: vpc.companions[2]?.props ?? {} },
  });
  test('resolves names but gives none', () => {
    expect(drawn.ask('v', 'network')).toEqual({
      role: 'vpc',
      cidr: '10.0.0.0/16',
      dnsSupport: true,
      dnsHostnames: false,
      mainRouteTable: 'v-rt',
      defaultSecurityGroup: 'v-sg',
      defaultAcl: 'v-acl',
    });
  });
  test('has a default group that admits its own members and lets everything out', () => {
    expect(drawn.ask('v-sg', 'network')).toMatchObject({
      ingress: [{ protocol: 'all', group: 'v-sg', field: 'ingress[0]' }],
      egress: [{ protocol: 'all', cidr: '0.0.0.0/0', field: 'egress[0]' }],
    });
  });
  test('has a default network ACL that allows everything both ways', () => {
    expect(drawn.ask('v-acl', 'network')).toMatchObject({
      rules: [
        { number: 100, direction: 'inbound', action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
        { number: 100, direction: 'outbound', action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
      ],
    });
  });
  test('keeps the companions for as long as it stands', () => {
    for (const id of ['v-rt', 'v-sg', 'v-acl']) {
      const kind = [routeTable, securityGroup, networkAcl].find((one) => one.id === drawn.node(id).kind);
      expect(kind?.removable(drawn.node(id).props), id).toBe(false);
      expect(kind?.removable(kind.complete({}).props), id).toBe(true);
    }
  });
});

describe('subnets and routes', () => {
  const drawn = draw({
    v: { kind: vpc },
    igw: { kind: internetGateway, in: 'v' },
    rt: { kind: routeTable, in: 'v', props: { routes: [{ destination: '0.0.0.0/0', target: 'igw' }, {}] } },
    acl: { kind: networkAcl, in: 'v' },
    a: {
      kind: subnet,
      in: 'v',
      props: {
        cidr: '10.0.1.0/24',
        availabilityZone: 'b',
        routeTable: 'rt',
        networkAcl: 'acl',
        mapPublicIpOnLaunch: true,
      },
    },
    plain: { kind: subnet, in: 'v' },
  });
  test('a subnet says its Zone, table and ACL', () => {
    expect(drawn.ask('a', 'network')).toEqual({
      role: 'subnet',
      vpc: 'v',
      cidr: '10.0.1.0/24',
      zone: 'us-east-1b',
      routeTable: 'rt',
      acl: 'acl',
      assignsPublicIp: true,
    });
  });
  test('a new subnet is in no table and assigns nothing', () => {
    const facet = drawn.ask('plain', 'network');
    expect(facet).not.toHaveProperty('routeTable');
    expect(facet).not.toHaveProperty('acl');
    expect(facet).toMatchObject({ assignsPublicIp: false });
  });
  test('a route keeps its place, even without a target', () => {
    expect(drawn.ask('rt', 'network')).toMatchObject({
      vpc: 'v',
      routes: [
        { destination: '0.0.0.0/0', target: 'igw', field: 'routes[0]' },
        { destination: '0.0.0.0/0', target: undefined, field: 'routes[1]' },
      ],
    });
  });
  test('a gateway in a VPC is attached to it', () => {
    expect(drawn.ask('igw', 'network')).toEqual({ role: 'internet-gateway', vpc: 'v' });
  });
  test('a custom network ACL has no rule', () => {
    expect(drawn.ask('acl', 'network')).toMatchObject({ rules: [] });
  });
});

describe('security groups', () => {
  const drawn = draw({
    v: { kind: vpc },
    fresh: { kind: securityGroup, in: 'v' },
    rules: {
      kind: securityGroup,
      in: 'v',
      props: {
        ingress: [{ sourceGroup: 'fresh' }, { cidr: '10.0.0.0/16', self: true, fromPort: 80, toPort: 90 }, {}],
        egress: [{ prefixListOf: 's3' }],
      },
    },
  });
  test('a new group lets nothing in and everything out', () => {
    expect(drawn.ask('fresh', 'network')).toMatchObject({
      ingress: [],
      egress: [{ protocol: 'all', cidr: '0.0.0.0/0' }],
    });
  });
  test('a rule counts once for every source it names; without one it stays to be reported', () => {
    const shared = { protocol: 'tcp', fromPort: 443, toPort: 443 };
    expect(drawn.ask('rules', 'network')).toEqual({
      role: 'security-group',
      vpc: 'v',
      ingress: [
        { ...shared, field: 'ingress[0]', group: 'fresh' },
        { protocol: 'tcp', fromPort: 80, toPort: 90, field: 'ingress[1]', cidr: '10.0.0.0/16' },
        { protocol: 'tcp', fromPort: 80, toPort: 90, field: 'ingress[1]', group: 'rules' },
        { ...shared, field: 'ingress[2]' },
      ],
      egress: [{ ...shared, field: 'egress[0]', prefixListOf: 's3' }],
    });
  });
});

describe('NAT gateways', () => {
  const drawn = draw({
    v: { kind: vpc },
    a: { kind: subnet, in: 'v', props: { availabilityZone: 'a' } },
    b: { kind: subnet, in: 'v', props: { availabilityZone: 'b', cidr: '10.0.1.0/24' } },
    zonal: { kind: natGateway, in: 'a' },
    private: { kind: natGateway, in: 'a', props: { connectivityType: 'private' } },
    regional: { kind: natGateway, in: 'v', props: { availabilityMode: 'regional' } },
    misplaced: { kind: natGateway, in: 'a', props: { availabilityMode: 'regional' } },
  });
  test('a zonal one stands in its subnet, a regional one in the VPC', () => {
    expect(drawn.ask('zonal', 'network')).toEqual({
      role: 'nat-gateway',
      mode: 'zonal',
      connectivity: 'public',
      vpc: 'v',
      subnet: 'a',
    });
    expect(drawn.ask('regional', 'network')).not.toHaveProperty('subnet');
    expect(drawn.ask('misplaced', 'network')).not.toHaveProperty('subnet');
  });
  test('costs by the Zone, with its public addresses', () => {
    expect(monthly(drawn.ask('private', 'cost'))).toBeCloseTo(32.85);
    expect(monthly(drawn.ask('zonal', 'cost'))).toBeCloseTo(36.5);
    expect(monthly(drawn.ask('regional', 'cost'))).toBeCloseTo(73);
  });
});

describe('endpoints', () => {
  const policy = '{"Version":"2012-10-17","Statement":[]}';
  const drawn = draw({
    v: { kind: vpc, props: { defaultSecurityGroup: 'sg' } },
    sg: { kind: securityGroup, in: 'v' },
    own: { kind: securityGroup, in: 'v' },
    a: { kind: subnet, in: 'v' },
    b: { kind: subnet, in: 'v' },
    rt: { kind: routeTable, in: 'v' },
    plain: { kind: interfaceEndpoint, in: 'v', props: { subnets: ['a', 'b'] } },
    full: {
      kind: interfaceEndpoint,
      in: 'v',
      props: { service: 'sts', securityGroups: ['own'], privateDnsEnabled: true, policy },
    },
    s3: { kind: gatewayEndpoint, in: 'v', props: { routeTables: ['rt'], policy: '  ' } },
  });
  test('an interface endpoint starts without private DNS, policy and group of its own', () => {
    const facet = drawn.ask('plain', 'network');
    expect(facet).toMatchObject({
      serves: 'sagemaker.runtime',
      subnets: ['a', 'b'],
      securityGroups: ['sg'],
      privateDns: false,
    });
    expect(facet).not.toHaveProperty('policy');
  });
  test('an interface endpoint says what is written', () => {
    expect(drawn.ask('full', 'network')).toMatchObject({
      serves: 'sts',
      securityGroups: ['own'],
      privateDns: true,
      policy: { node: 'full', field: 'policy', text: policy },
    });
  });
  test('a blank policy is none', () => {
    const facet = drawn.ask('s3', 'network');
    expect(facet).toMatchObject({ role: 'gateway-endpoint', serves: 's3', routeTables: ['rt'] });
    expect(facet).not.toHaveProperty('policy');
  });
  test('an interface endpoint costs by the Zone, a gateway endpoint nothing', () => {
    expect(monthly(drawn.ask('plain', 'cost'))).toBeCloseTo(14.6);
    expect(monthly(drawn.ask('s3', 'cost'))).toBe(0);
  });
  test('ARNs carry the id that policies compare with aws:SourceVpce', () => {
    expect(drawn.ask('s3', 'arn')).toBe(`arn:aws:ec2:${account.region}:${account.id}:vpc-endpoint/s3`);
  });
});
