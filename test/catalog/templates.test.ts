import { describe, expect, test } from 'vitest';
import * as subnetTemplate from '../../src/catalog/subnet/cloudformation';
import * as routeTableTemplate from '../../src/catalog/route-table/cloudformation';
import * as securityGroupTemplate from '../../src/catalog/security-group/cloudformation';
import * as networkAclTemplate from '../../src/catalog/network-acl/cloudformation';
import * as natTemplate from '../../src/catalog/nat-gateway/cloudformation';
import * as roleTemplate from '../../src/catalog/iam-role/cloudformation';
import * as keyTemplate from '../../src/catalog/kms-key/cloudformation';
import * as serverTemplate from '../../src/catalog/ec2-instance/cloudformation';
import type { CloudFormation } from '../../src/catalog/cloudformation';
import { kind as ec2Instance } from '../../src/catalog/ec2-instance/kind';
import { kind as iamRole } from '../../src/catalog/iam-role/kind';
import { kind as kmsKey } from '../../src/catalog/kms-key/kind';
import { kind as natGateway } from '../../src/catalog/nat-gateway/kind';
import { kind as networkAcl } from '../../src/catalog/network-acl/kind';
import { kind as routeTable } from '../../src/catalog/route-table/kind';
import { kind as securityGroup } from '../../src/catalog/security-group/kind';
import { kind as subnet } from '../../src/catalog/subnet/kind';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import { draw } from './drawing';

const document = { Version: '2012-10-17', Statement: [] };
const drawn = draw({
  'my-vpc': { kind: vpc },
  rt: { kind: routeTable, in: 'my-vpc', props: { routes: [{ target: 'nat' }] } },
  main: { kind: routeTable, in: 'my-vpc', props: { default: true } },
  acl: {
    kind: networkAcl,
    in: 'my-vpc',
    props: {
      entries: [
        { direction: 'outbound', fromPort: 1024, toPort: 65535 },
        { protocol: 'all', action: 'deny' },
      ],
    },
  },
  a: { kind: subnet, in: 'my-vpc', props: { routeTable: 'rt', networkAcl: 'acl' } },
  nat: { kind: natGateway, in: 'a' },
  sg: {
    kind: securityGroup,
    in: 'my-vpc',
    props: { ingress: [{ cidr: '10.0.0.0/16' }, { self: true, protocol: 'all' }], egress: [] },
  },
  role: {
    kind: iamRole,
    props: { trustPolicy: '{ not json', policies: [{ name: 'p', document: JSON.stringify(document) }] },
  },
  key: { kind: kmsKey, name: 'card-key' },
  server: { kind: ec2Instance, in: 'a', props: { role: 'role' } },
});

/** Completed properties have the kind's own type; the drawing forgot it. */
function template<N>(
  of: { cloudFormation(node: N, context: typeof drawn.context): CloudFormation | undefined },
  id: string,
) {
  return of.cloudFormation(drawn.node(id) as unknown as N, drawn.context);
}

describe('CloudFormation', () => {
  test('a subnet brings its associations', () => {
    expect(template(subnetTemplate, 'a')).toMatchObject({
      Properties: { VpcId: { Ref: 'my-vpc' }, AvailabilityZone: 'us-east-1a' },
      With: {
        RouteTable: { Properties: { SubnetId: { Ref: 'a' }, RouteTableId: { Ref: 'rt' } } },
        NetworkAcl: { Properties: { NetworkAclId: { Ref: 'acl' } } },
      },
    });
  });
  test('a route to a NAT gateway names it as one; the main table cannot be declared', () => {
    expect(template(routeTableTemplate, 'rt')?.With?.['Route0']?.Properties).toEqual({
      RouteTableId: { Ref: 'rt' },
      DestinationCidrBlock: '0.0.0.0/0',
      NatGatewayId: { Ref: 'nat' },
    });
    expect(template(routeTableTemplate, 'main')).toBeUndefined();
  });
  test('ACL entries have numbers for protocols, and ports only where they count', () => {
    expect(template(networkAclTemplate, 'acl')?.With).toMatchObject({
      Entry0: { Properties: { Egress: true, Protocol: 6, PortRange: { From: 1024, To: 65535 } } },
      Entry1: { Properties: { Egress: false, Protocol: -1, RuleAction: 'deny' } },
    });
    expect(template(networkAclTemplate, 'acl')?.With?.['Entry1']?.Properties).not.toHaveProperty('PortRange');
  });
  test('rules between groups stand alone', () => {
    expect(template(securityGroupTemplate, 'sg')).toMatchObject({
      Properties: {
        SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, CidrIp: '10.0.0.0/16' }],
        SecurityGroupEgress: [{ CidrIp: '255.255.255.255/32' }],
      },
      With: { Ingress1: { Properties: { IpProtocol: '-1', SourceSecurityGroupId: { Ref: 'sg' } } } },
    });
  });
  test('a public NAT gateway brings its address', () => {
    const made = template(natTemplate, 'nat');
    expect(made?.Properties).toMatchObject({ AllocationId: { 'Fn::GetAtt': ['nat/Address', 'AllocationId'] } });
    expect(Object.keys(made?.With ?? {})).toEqual(['Address']);
  });
  test('policies become JSON, and stay text when they do not parse', () => {
    expect(template(roleTemplate, 'role')).toMatchObject({
      Properties: { AssumeRolePolicyDocument: '{ not json' },
      With: { Policy0: { Properties: { PolicyName: 'p', RoleName: { Ref: 'role' }, PolicyDocument: document } } },
    });
  });
  test('a key gets the default policy and an alias', () => {
    expect(template(keyTemplate, 'key')).toMatchObject({
      Properties: { KeyPolicy: { Statement: [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }] } },
      With: { Alias: { Properties: { AliasName: 'alias/card-key', TargetKeyId: { Ref: 'key' } } } },
    });
  });
  test('a server reaches its role through an instance profile', () => {
    expect(template(serverTemplate, 'server')).toMatchObject({
      Properties: { IamInstanceProfile: { Ref: 'server/Profile' } },
      With: { Profile: { Properties: { Roles: [{ Ref: 'role' }] } } },
    });
  });
});
