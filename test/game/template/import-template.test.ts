import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { importTemplate } from '../../../src/game/template/import-template';

const nodesOf = (text: string) => Object.values(importTemplate(text, catalog).diagram.nodes);
const only = (text: string, kind: string) => {
  const found = nodesOf(text).filter((node) => node.kind === kind);
  expect(found).toHaveLength(1);
  return found[0]!;
};
/** A template with one resource. */
const one = (type: string, properties: string) =>
  `Resources:\n  It:\n    Type: ${type}\n    Properties:\n${properties}`;

const network = `
Parameters:
  Prefix: { Type: String, Default: shop }
  Size: { Type: Number, Default: 8 }
Mappings:
  Plan: { net: { cidr: 10.1.0.0/16 } }
Conditions:
  Never: !Equals [!Ref Prefix, other]
  Always: !Not [!Condition Never]
Resources:
  Net:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !FindInMap [Plan, net, cidr]
      EnableDnsHostnames: !If [Always, true, false]
      Tags: [{ Key: Name, Value: !Join ['-', [!Ref Prefix, net]] }]
  Door:
    Type: AWS::EC2::InternetGateway
  DoorIsOpen:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Net, InternetGatewayId: !Ref Door }
  Inside:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Net
      CidrBlock: !Select [1, !Cidr [!GetAtt Net.CidrBlock, 4, !Ref Size]]
      AvailabilityZone: !Select [1, !GetAZs '']
  Ways:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Net }
  Out:
    Type: AWS::EC2::Route
    DependsOn: DoorIsOpen
    Properties: { RouteTableId: !Ref Ways, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Door }
  Joined:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Inside, RouteTableId: !Ref Ways }
  Guard:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: guard
      VpcId: !Ref Net
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: '443', ToPort: 443, CidrIp: !GetAtt Net.CidrBlock }]
  Himself:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !GetAtt Guard.GroupId, IpProtocol: '-1', SourceSecurityGroupId: !Ref Guard }
  Default:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !GetAtt Net.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }
  Skipped:
    Type: AWS::EC2::VPC
    Condition: Never
    Properties: { CidrBlock: 10.2.0.0/16 }
`;

describe('functions and neighbours', () => {
  const read = importTemplate(network, catalog);
  const byKind = (kind: string) => Object.values(read.diagram.nodes).filter((node) => node.kind === kind);
  test('a VPC with what AWS makes along', () => {
    const [vpc] = byKind('vpc');
    expect(byKind('vpc')).toHaveLength(1);
    expect(vpc).toMatchObject({ name: 'shop-net', props: { cidr: '10.1.0.0/16', enableDnsHostnames: true } });
    expect(byKind('network-acl')).toHaveLength(1);
    expect(read.added).toHaveLength(3);
  });
  test('a subnet gets its range, zone, container and route table', () => {
    const [vpc] = byKind('vpc');
    const [subnet] = byKind('subnet');
    const own = byKind('route-table').find(({ name }) => name === 'Ways');
    expect(subnet).toMatchObject({
      parent: vpc?.id,
      props: { cidr: '10.1.1.0/24', availabilityZone: 'b', routeTable: own?.id },
    });
    expect(own?.props['routes']).toEqual([{ destination: '0.0.0.0/0', target: byKind('internet-gateway')[0]?.id }]);
    expect(byKind('internet-gateway')[0]?.parent).toBe(vpc?.id);
  });
  test('rules stand with their group, the default group included', () => {
    const guard = byKind('security-group').find(({ name }) => name === 'Guard');
    expect(guard?.props['ingress']).toEqual([
      { protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '10.1.0.0/16' },
      { protocol: 'all', self: true },
    ]);
    const usual = byKind('security-group').find(({ props }) => props['default'] === true);
    expect(usual?.props['ingress']).toContainEqual({ protocol: 'tcp', fromPort: 22, toPort: 22, cidr: '10.0.0.0/8' });
  });
  test('what is not taken along has a place and a reason', () => {
    expect(read.problems).toEqual([]);
    expect(read.ignored).toEqual([
      expect.objectContaining({ resource: 'Skipped', line: 50, reason: expect.stringContaining('Never') as string }),
      expect.objectContaining({ resource: 'Guard', property: 'GroupDescription' }),
    ]);
  });
});

test('policies name what they named, by ARN', () => {
  const text = `
Resources:
  Data: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'data-\${AWS::AccountId}' } }
  Lock: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [] } } }
  LockName: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/lock, TargetKeyId: !Ref Lock } }
  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: worker
      AssumeRolePolicyDocument: { Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole } }
  May:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [!Ref Worker]
      PolicyDocument:
        Version: 2012-10-17
        Statement: { Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Data.Arn}/*' }
  DataPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument: { Statement: { Effect: Deny, Principal: '*', Action: 's3:*', Resource: !Sub 'arn:aws:s3:::\${Data}/*' } }
`;
  const role = only(text, 'iam-role');
  expect(role.name).toBe('worker');
  expect(JSON.stringify(role.props['policies'])).toContain('arn:aws:s3:::data-111122223333/*');
  expect(JSON.stringify(role.props['policies'])).toContain('2012-10-17');
  expect(only(text, 's3-bucket').props['policy']).toContain('arn:aws:s3:::data-111122223333/*');
  expect(only(text, 'kms-key').name).toBe('lock');
});

test('JSON is read as well', () => {
  const text = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news' } } } });
  expect(only(text, 'sns-topic').name).toBe('news');
});

test('a container outside of the template is stood in for', () => {
  const text =
    one('AWS::EC2::SecurityGroup', '      GroupDescription: x\n      VpcId: !Ref Vpc\n') +
    'Parameters:\n  Vpc: { Type: String }\n';
  const { diagram, assumed } = importTemplate(text, catalog);
  const group = Object.values(diagram.nodes).find(({ name }) => name === 'It');
  expect(diagram.nodes[group?.parent ?? '']).toMatchObject({ kind: 'vpc', name: 'Vpc' });
  expect(assumed.map(({ what }) => what)).toEqual(['Vpc']);
});

test('values that no schema takes are left out and named', () => {
  const { diagram, ignored } = importTemplate(
    one('AWS::EC2::Subnet', '      MapPublicIpOnLaunch: true\n      AvailabilityZone: us-east-1f\n'),
    catalog,
  );
  const subnet = Object.values(diagram.nodes).find(({ kind }) => kind === 'subnet');
  expect(subnet?.props).toEqual({ mapPublicIpOnLaunch: true });
  expect(ignored).toContainEqual(
    expect.objectContaining({ resource: 'It', property: 'AvailabilityZone', line: 2 + 4 }),
  );
});

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefgh'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[index]}`).join(', ')}]`),
].join('\n');
const doubling = (depth: number): string =>
  depth === 0 ? 'xxxxxxxxxx' : `!Sub ["\${a}\${a}", { a: ${doubling(depth - 1)} }]`;

describe('hostile texts', () => {
  test.each<[string, string, RegExp]>([
    ['nothing', '', /empty/],
    ['too much', 'a'.repeat(1_000_001), /larger/],
    ['no template', 'hello', /not a CloudFormation/],
    ['no resources', 'Resources: {}', /no resources/],
    ['broken JSON', '{ "Resources": { "A": }', /expected|missing/],
    ['broken YAML', 'Resources:\n  A:\n\t- x', /tab|indent/i],
    ['keys twice', 'Resources:\n  A: { Type: x }\n  A: { Type: y }', /twice/],
    ['very deep', '['.repeat(900_000), /nested/],
    ['lists in lists', '- '.repeat(450_000), /nested/],
    ['deep JSON', `{"Resources":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`, /nested/],
    ['an alias of itself', 'Resources: &a\n  b: *a', /nested|many/],
    ['aliases of aliases', `${bomb}\nResources: { A: *h }`, /many/],
    ['a way to the prototype', '{"Resources":{"__proto__":{"polluted":true}}}', /not allowed/],
    ['the same in YAML', 'Resources:\n  constructor: { Type: x }', /not allowed/],
  ])('%s: a problem in words, and nothing drawn', (_name, text, reason) => {
    const { problems, diagram } = importTemplate(text, catalog);
    expect(problems.map((one) => one.reason).join(' ')).toMatch(reason);
    expect(problems.every(({ remedy }) => remedy.length > 3)).toBe(true);
    expect(diagram.nodes).toEqual({});
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
  test('texts that grow without end are cut off', () => {
    const text = one('AWS::SNS::Topic', `      TopicName: ${doubling(15)}\n`);
    const { assumed } = importTemplate(text, catalog);
    expect(assumed.map(({ reason }) => reason).join()).toContain('longer than 100,000 characters');
  });
  test('functions with nonsense inside do not throw', () => {
    const nonsense = ['null', '1', '[]', '{}', '[[], {}]', '[1, [2]]', 'x', '{ Ref: x }', '{ "Fn::Sub": [] }'];
    const names = [
      'Ref',
      'GetAtt',
      'Sub',
      'If',
      'Join',
      'Select',
      'Split',
      'FindInMap',
      'Cidr',
      'GetAZs',
      'ImportValue',
      'Base64',
      'Transform',
      'Length',
      'ForEach::X',
    ];
    const lines = names.flatMap((name, at) =>
      nonsense.map((value, index) => `      P${at}x${index}: { "${name === 'Ref' ? name : `Fn::${name}`}": ${value} }`),
    );
    const read = importTemplate(one('AWS::S3::Bucket', lines.join('\n')), catalog);
    expect(read.problems).toEqual([]);
    expect(read.diagram.nodes['s3-bucket-1']?.name).toBe('It');
  });
  test('conditions that ask each other end', () => {
    const text = `Conditions: { A: !Condition B, B: !Not [!Condition A] }\nResources: { X: { Type: AWS::SNS::Topic, Condition: A } }`;
    expect(importTemplate(text, catalog).problems).toEqual([]);
  });
});

test('a named neighbour takes the place of the one that comes with a kind', () => {
  const nodes = nodesOf(`
Resources:
  Config:
    Type: AWS::SageMaker::EndpointConfig
    Properties: { ProductionVariants: [{ VariantName: A, InstanceType: ml.m5.large, InitialInstanceCount: 1 }] }
  Door:
    Type: AWS::SageMaker::Endpoint
    Properties: { EndpointConfigName: !GetAtt Config.EndpointConfigName }
`);
  const config = nodes.find((node) => node.kind === 'sagemaker-endpoint-config');
  expect(nodes).toHaveLength(2);
  expect(nodes.find((node) => node.kind === 'sagemaker-endpoint')?.props).toMatchObject({ endpointConfig: config?.id });
});
