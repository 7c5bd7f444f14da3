import { describe, expect, test } from 'vitest';
import { kind as routeTable } from '../../src/catalog/route-table/kind';
import { template as routeTableTemplate } from '../../src/catalog/route-table/cloudformation';
import { catalog } from '../../src/catalog/index';
import { kind as subnet } from '../../src/catalog/subnet/kind';
import { template } from '../../src/catalog/transit-gateway/cloudformation';
import { kind as transitGateway } from '../../src/catalog/transit-gateway/kind';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import { importTemplate } from '../../src/game/template/import-template';
import { draw, monthly } from './drawing';
import { meaning } from './meaning';

const drawn = draw({
  one: { kind: vpc },
  two: { kind: vpc, props: { cidr: '10.1.0.0/16' } },
  a: { kind: subnet, in: 'one' },
  b: { kind: subnet, in: 'two', props: { cidr: '10.1.0.0/24' } },
  b2: { kind: subnet, in: 'two', props: { cidr: '10.1.1.0/24', availabilityZone: 'b' } },
  hub: { kind: transitGateway, props: { subnets: ['a', 'b', 'b2'] } },
  static: {
    kind: transitGateway,
    props: {
      subnets: ['a', 'b'],
      routes: [{ destination: '10.1.0.0/16', vpc: 'two' }, { destination: '10.2.0.0/16' }],
      securityGroupReferencing: true,
    },
  },
  alone: { kind: transitGateway },
  rt: { kind: routeTable, in: 'one', props: { routes: [{ destination: '10.1.0.0/16', target: 'hub' }] } },
});
const typesOf = (id: string) =>
  Object.fromEntries(
    Object.entries(template.write(drawn.node(id), drawn.context)?.With ?? {}).map(([name, { Type }]) => [name, Type]),
  );

describe('a transit gateway', () => {
  test('tells the network its subnets, its routes and whether it learns', () => {
    expect(drawn.ask('hub', 'network')).toEqual({
      role: 'transit-gateway',
      subnets: ['a', 'b', 'b2'],
      propagates: true,
      routes: [],
      showsGroups: false,
    });
    expect(drawn.ask('static', 'network')).toMatchObject({
      routes: [
        { destination: '10.1.0.0/16', vpc: 'two', field: 'routes[0]' },
        { destination: '10.2.0.0/16', vpc: undefined, field: 'routes[1]' },
      ],
      showsGroups: true,
    });
  });
  test('costs by attached VPC, not by subnet', () => {
    expect(monthly(drawn.ask('hub', 'cost'))).toBeCloseTo(2 * 36.5);
    expect(monthly(drawn.ask('alone', 'cost'))).toBe(0);
  });
  test('is written with one attachment for each VPC, and routes name it as what it is', () => {
    expect(typesOf('hub')).toEqual({
      Attachment0: 'AWS::EC2::TransitGatewayAttachment',
      Attachment1: 'AWS::EC2::TransitGatewayAttachment',
    });
    expect(template.write(drawn.node('hub'), drawn.context)?.With?.['Attachment1']?.Properties).toEqual({
      TransitGatewayId: { Ref: 'hub' },
      VpcId: { Ref: 'two' },
      SubnetIds: [{ Ref: 'b' }, { Ref: 'b2' }],
    });
    expect(routeTableTemplate.write(drawn.node('rt'), drawn.context)?.With?.['Route0']?.Properties).toMatchObject({
      TransitGatewayId: { Ref: 'hub' },
    });
  });
  test('takes a table of its own for static routes, because a template cannot name the default one', () => {
    const types = Object.values(typesOf('static'));
    const count = (type: string) => types.filter((one) => one === `AWS::EC2::TransitGateway${type}`).length;
    expect(['RouteTable', 'RouteTableAssociation', 'RouteTablePropagation', 'Route'].map(count)).toEqual([1, 2, 2, 2]);
    expect(template.write(drawn.node('static'), drawn.context)?.Properties).toMatchObject({
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
      SecurityGroupReferencingSupport: 'enable',
    });
  });
});

test('a template by somebody else is read with either type of attachment', () => {
  const made = importTemplate(
    `
Resources:
  One: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Two: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref One, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Two, CidrBlock: 10.1.0.0/24, AvailabilityZone: us-east-1a } }
  Hub: { Type: AWS::EC2::TransitGateway, Properties: { DefaultRouteTablePropagation: disable } }
  First: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref One, SubnetIds: [!Ref A] } }
  Second: { Type: AWS::EC2::TransitGatewayVpcAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref Two, SubnetIds: [!Ref B] } }
  Table: { Type: AWS::EC2::TransitGatewayRouteTable, Properties: { TransitGatewayId: !Ref Hub } }
  Join: { Type: AWS::EC2::TransitGatewayRouteTableAssociation, Properties: { TransitGatewayRouteTableId: !Ref Table, TransitGatewayAttachmentId: !Ref First } }
  To: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.1.0.0/16, TransitGatewayAttachmentId: !Ref Second } }
  Drop: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.9.0.0/16, Blackhole: true } }
  Lost: { Type: AWS::EC2::TransitGatewayRoute, Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.8.0.0/16, TransitGatewayAttachmentId: tgw-attach-1 } }
`,
    catalog,
  );
  const nodes = Object.values(made.diagram.nodes);
  const named = (name: string) => nodes.find((node) => node.name === name);
  expect(named('Hub')?.props).toMatchObject({
    subnets: [named('A')?.id, named('B')?.id],
    propagation: false,
    routes: [{ destination: '10.1.0.0/16', vpc: named('Two')?.id }, { destination: '10.9.0.0/16' }],
  });
  expect(made.ignored.map(({ resource }) => resource)).toEqual(['Lost']);
});

test('what an instance reaches in another VPC hangs on the zones that are attached', () => {
  const group = {
    ingress: [{ protocol: 'all', cidr: '10.0.0.0/8' }],
    egress: [{ protocol: 'all', cidr: '0.0.0.0/0' }],
  };
  const table = { kind: 'route-table', props: { routes: [{ destination: '10.0.0.0/8', target: 'hub' }] } };
  const facts = (zone: string) =>
    meaning({
      one: { kind: 'vpc', props: { cidr: '10.0.0.0/16' } },
      two: { kind: 'vpc', props: { cidr: '10.1.0.0/16' } },
      'rt-one': { ...table, in: 'one' },
      'rt-two': { ...table, in: 'two' },
      a: { kind: 'subnet', in: 'one', props: { cidr: '10.0.0.0/24', availabilityZone: 'a', routeTable: 'rt-one' } },
      from: { kind: 'subnet', in: 'one', props: { cidr: '10.0.1.0/24', availabilityZone: zone, routeTable: 'rt-one' } },
      b: { kind: 'subnet', in: 'two', props: { cidr: '10.1.0.0/24', availabilityZone: 'a', routeTable: 'rt-two' } },
      'sg-one': { kind: 'security-group', in: 'one', props: group },
      'sg-two': { kind: 'security-group', in: 'two', props: group },
      hub: { kind: 'transit-gateway', props: { subnets: ['a', 'b'] } },
      client: { kind: 'ec2-instance', in: 'from', props: { securityGroups: ['sg-one'] } },
      server: { kind: 'ec2-instance', in: 'b', props: { securityGroups: ['sg-two'], listens: [443] } },
    }).network.paths('client', { type: 'node', node: 'server', port: 443 })[0];
  expect(facts('a')).toMatchObject({ reachable: true, via: { kind: 'transit', node: 'hub' } });
  expect(facts('b')?.steps.at(-1)?.reason.code).toBe('network.transit-no-zone');
});
