import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { diagramOf, expectSaid, NET, type Sketch, trusts } from './sketch';
import { faultsOf } from './validator';

/** What stands at the border of a VPC. */
const DRAWN: Sketch = {
  ...NET,
  a: ['subnet', { cidr: '10.0.1.0/24' }, 'net'],
  b: ['subnet', { cidr: '10.0.2.0/24', availabilityZone: 'b' }, 'net'],
  own: ['route-table', {}, 'net'],
  door: ['internet-gateway', {}, 'net'],
  office: ['on-premises-network', { cidrs: ['192.168.0.0/16', '172.16.0.0/12'], routerAddress: '203.0.113.9' }],
  tunnel: ['vpn-gateway', { onPremises: 'office', propagatesTo: ['own'] }, 'net'],
  waiting: ['vpn-gateway', {}, 'net'],
  jupyter: ['interface-endpoint', { service: 'aws.sagemaker.notebook', subnets: ['a'] }, 'net'],
  calls: ['interface-endpoint', { service: 'execute-api', subnets: ['a'] }, 'net'],
  tunnels: [
    'security-group',
    {
      ingress: [
        { protocol: 'esp', cidr: '192.168.0.0/16' },
        { protocol: 'ah', cidr: '192.168.0.0/16' },
        { protocol: 'udp', fromPort: 500, toPort: 500, cidr: '192.168.0.0/16' },
      ],
    },
    'net',
  ],
  wall: [
    'network-acl',
    {
      entries: [
        { ruleNumber: 10, protocol: 'esp', cidr: '192.168.0.0/16' },
        { ruleNumber: 20, protocol: 'icmpv6', action: 'deny' },
      ],
    },
    'net',
  ],
  server: ['ec2-instance', {}, 'a'],
  role: ['iam-role', { trustPolicy: trusts('lambda.amazonaws.com') }],
  fn: ['lambda-function', { role: 'role' }],
  outer: ['load-balancer', { subnets: ['a', 'b'], servers: ['server'] }, 'net'],
  inner: ['load-balancer', { scheme: 'internal', subnets: ['a', 'b'], function: 'fn' }, 'net'],
};

const diagram = diagramOf(DRAWN);
const { json } = exportTemplate(diagram, catalog);

test('CloudFormation takes them', () => expect(faultsOf(json)).toEqual([]), 60_000);

test('an endpoint has the full name of its service', () => {
  expect(json).toContain('aws.sagemaker.${AWS::Region}.notebook');
  expect(json).toContain('com.amazonaws.${AWS::Region}.execute-api');
});

test('they come back as they were, and every resource counts', () => {
  const back = importTemplate(json, catalog);
  expect(back.diagram).toEqual(diagram);
  expect(back.ignored.filter(({ property }) => property === undefined)).toEqual([]);
});

test('their resources alone say in which VPC they stand, and which ranges are behind the tunnel', () => {
  const back = expectSaid(json, DRAWN, /gateway|balancer|on-premises|endpoint/);
  expect(back.ignored.filter(({ property }) => property === undefined)).toEqual([]);
});

test('a protocol is read by its name and by its number', () => {
  const rule = (IpProtocol: string) => ({ IpProtocol, CidrIp: '192.168.0.0/16' });
  const VpcId = { Ref: 'Net' };
  const { diagram: read, ignored } = importTemplate(
    JSON.stringify({
      Resources: {
        Net: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
        Group: {
          Type: 'AWS::EC2::SecurityGroup',
          Properties: {
            GroupDescription: 'IPsec',
            VpcId,
            SecurityGroupIngress: ['50', '51', 'icmpv6', '58', '-1', '132'].map(rule),
          },
        },
      },
    }),
    catalog,
  );
  const group = Object.values(read.nodes).find(({ kind, name }) => kind === 'security-group' && name === 'Group');
  expect(group?.props['ingress']).toMatchObject(
    ['esp', 'ah', 'icmpv6', 'icmpv6', 'all'].map((protocol) => ({ protocol, cidr: '192.168.0.0/16' })),
  );
  expect(ignored.map(({ reason }) => reason)).toContain('Protocol 132 is not simulated.');
});
