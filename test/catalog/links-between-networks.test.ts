import { describe, expect, test } from 'vitest';
import { kind as interfaceEndpoint } from '../../src/catalog/interface-endpoint/kind';
import { kind as onPremises } from '../../src/catalog/on-premises-network/kind';
import { template as onPremisesTemplate } from '../../src/catalog/on-premises-network/cloudformation';
import { kind as routeTable } from '../../src/catalog/route-table/kind';
import { template as routeTableTemplate } from '../../src/catalog/route-table/cloudformation';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import { kind as peering } from '../../src/catalog/vpc-peering/kind';
import { template as peeringTemplate } from '../../src/catalog/vpc-peering/cloudformation';
import { kind as vpnGateway } from '../../src/catalog/vpn-gateway/kind';
import { template as vpnTemplate } from '../../src/catalog/vpn-gateway/cloudformation';
import { draw, monthly } from './drawing';

const drawn = draw({
  one: { kind: vpc },
  two: { kind: vpc, props: { cidr: '10.1.0.0/16' } },
  pcx: { kind: peering, props: { requesterVpc: 'one', peerVpc: 'two' } },
  waiting: { kind: peering, props: { requesterVpc: 'one', peerVpc: 'two', accepted: false } },
  rt: { kind: routeTable, in: 'one', props: { routes: [{ destination: '10.1.0.0/16', target: 'pcx' }] } },
  office: { kind: onPremises, props: { cidrs: ['192.168.0.0/16'], resolverVpc: 'one' } },
  vgw: { kind: vpnGateway, in: 'one', props: { onPremises: 'office', propagatesTo: ['rt'] } },
  lonely: { kind: vpnGateway, in: 'two' },
  's3-endpoint': { kind: interfaceEndpoint, in: 'one', props: { service: 's3', privateDnsEnabled: true } },
  runtime: { kind: interfaceEndpoint, in: 'one' },
});

describe('a peering connection', () => {
  test('joins its two VPCs', () => {
    expect(drawn.ask('pcx', 'network')).toEqual({ role: 'peering', vpcs: ['one', 'two'], active: true });
    expect(drawn.ask('waiting', 'network')).toMatchObject({ active: false });
  });
  test('is written with both VPCs, and routes name it as what it is', () => {
    expect(peeringTemplate.write(drawn.node('pcx'), drawn.context)).toMatchObject({
      Type: 'AWS::EC2::VPCPeeringConnection',
      Properties: { VpcId: { Ref: 'one' }, PeerVpcId: { Ref: 'two' } },
    });
    expect(routeTableTemplate.write(drawn.node('rt'), drawn.context)?.With?.['Route0']?.Properties).toEqual({
      RouteTableId: { Ref: 'rt' },
      DestinationCidrBlock: '10.1.0.0/16',
      VpcPeeringConnectionId: { Ref: 'pcx' },
    });
  });
  test('says that a template cannot leave it waiting', () => {
    expect(peeringTemplate.write(drawn.node('waiting'), drawn.context)?.Notes).toHaveLength(1);
    expect(peeringTemplate.write(drawn.node('pcx'), drawn.context)?.Notes).toBeUndefined();
  });
});

describe('a VPN gateway and the network on premises', () => {
  test('know each other by the gateway', () => {
    expect(drawn.ask('vgw', 'network')).toEqual({
      role: 'vpn-gateway',
      vpc: 'one',
      connections: [{ site: 'office', up: true, field: 'onPremises' }],
      propagatesTo: ['rt'],
    });
    expect(drawn.ask('lonely', 'network')).toMatchObject({ connections: [] });
    expect(drawn.ask('office', 'network')).toEqual({
      role: 'on-premises',
      cidrs: ['192.168.0.0/16'],
      resolver: 'one',
    });
  });
  test('are written with attachment, connection, static route and propagation', () => {
    const written = vpnTemplate.write(drawn.node('vgw'), drawn.context);
    expect(Object.fromEntries(Object.entries(written?.With ?? {}).map(([name, { Type }]) => [name, Type]))).toEqual({
      Attachment: 'AWS::EC2::VPCGatewayAttachment',
      Propagation: 'AWS::EC2::VPNGatewayRoutePropagation',
      Connection: 'AWS::EC2::VPNConnection',
      Route0: 'AWS::EC2::VPNConnectionRoute',
    });
    expect(onPremisesTemplate.write(drawn.node('office'), drawn.context)).toMatchObject({
      Type: 'AWS::EC2::CustomerGateway',
      Properties: { IpAddress: '198.51.100.1' },
    });
  });
  test('cost what the connection costs', () => {
    expect(monthly(drawn.ask('vgw', 'cost'))).toBeCloseTo(36.5);
    expect(monthly(drawn.ask('lonely', 'cost'))).toBe(0);
  });
});

test('only S3 splits its private name, and only the runtime of SageMaker ties it to a zone', () => {
  expect(drawn.ask('s3-endpoint', 'network')).toMatchObject({ inboundResolverOnly: true, zonalName: false });
  expect(drawn.ask('runtime', 'network')).toMatchObject({ zonalName: true });
  expect(drawn.ask('runtime', 'network')).not.toHaveProperty('inboundResolverOnly');
});
