import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { importTemplate } from '../../../src/game/template/import-template';
import type { ParameterValues } from '../../../src/game/template/parameters';

/** What people write whose templates we never saw. */
function read(text: string, values?: ParameterValues) {
  const made = importTemplate(text, catalog, undefined, values);
  const nodes = Object.values(made.diagram.nodes);
  return {
    ...made,
    nodes,
    named: (name: string) => nodes.find((node) => node.name === name),
    reasons: Object.fromEntries(made.ignored.map(({ resource, property, reason }) => [property ?? resource, reason])),
    stood: Object.fromEntries(made.assumed.map(({ what, reason }) => [what, reason])),
  };
}

describe('loops', () => {
  const loop = `
Transform: AWS::LanguageExtensions
Parameters:
  Zones: { Type: CommaDelimitedList, Default: "a, b" }
Conditions:
  Fn::ForEach::Flags:
    - Zone
    - !Ref Zones
    - 'Has\${Zone}': !Equals [!Ref Zone, a]
Resources:
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Fn::ForEach::Subnets:
    - Zone
    - !Ref Zones
    - 'Subnet\${Zone}':
        Type: AWS::EC2::Subnet
        Condition: 'Has\${Zone}'
        Properties: { VpcId: !Ref Net, AvailabilityZone: !Sub '\${AWS::Region}\${Zone}' }
  Fn::ForEach::Outer:
    - Team
    - [red-one, blue]
    - Fn::ForEach::Inner:
        - Use
        - [in, out]
        - 'Box&{Team}\${Use}':
            Type: AWS::S3::Bucket
            DeletionPolicy: Retain
            Properties:
              BucketName: !Join ['-', [!Ref Team, !Ref Use]]
              VersioningConfiguration:
                Fn::ForEach::Switch: [State, [Enabled], { 'Status\${State}': x, Status: !Ref State }]
`;
  const made = read(loop);
  test('every turn makes a resource, with its conditions', () => {
    const subnet = made.nodes.filter(({ kind }) => kind === 'subnet').map(({ name }) => name);
    expect(subnet).toEqual(['Subneta']);
    expect(made.reasons['Subnetb']).toContain('Hasb');
  });
  test('loops in loops, in properties, and with signs that no logical id takes', () => {
    const buckets = made.nodes.filter(({ kind }) => kind === 's3-bucket');
    expect(buckets.map(({ name }) => name).sort()).toEqual(['blue-in', 'blue-out', 'red-one-in', 'red-one-out']);
    expect(buckets.map(({ props }) => props['versioning'])).toEqual([true, true, true, true]);
    expect(made.ignored.some(({ resource }) => resource === 'Boxredonein')).toBe(true);
  });
  test('what a loop made stands in the line of the loop', () => {
    expect(made.ignored.find(({ resource }) => resource === 'Subnetb')?.line).toBe(12);
    expect(made.ignored.filter(({ resource }) => resource === 'Transform')).toEqual([]);
  });
  test('a loop over a value that nobody gave says so', () => {
    const text = loop.replace(', Default: "a, b"', '');
    expect(read(text).stood['Zones']).toContain('has no value');
    expect(read(text, { Zones: 'a,c' }).reasons['Subnetc']).toContain('Hasc');
  });
  test('a loop over nothing known, and one that never ends, are left out and named', () => {
    const none = read('Resources: { "Fn::ForEach::X": [A, { Ref: Gone }, { "R${A}": { Type: "AWS::SNS::Topic" } }] }');
    expect(none.reasons['Fn::ForEach::X']).toContain('goes through');
    const ten = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]'.replace(/\d/g, (digit) => `"${digit}"`);
    const deep = (level: number): string =>
      level === 0
        ? '{ "R${L1}${L2}${L3}${L4}${L5}${L6}": { "Type": "AWS::SNS::Topic" } }'
        : `{ "Fn::ForEach::L${level}": ["L${level}", ${ten}, ${deep(level - 1)}] }`;
    const endless = read(`{ "Resources": ${deep(6)} }`);
    expect(endless.ignored.map(({ reason }) => reason).join()).toContain('makes too much');
  }, 20_000);
});

const placed = `
Parameters:
  Where: { Type: AWS::EC2::VPC::Id }
  Rooms: { Type: List<AWS::EC2::Subnet::Id> }
  Mode: { Type: String, AllowedValues: [Enabled, Disabled] }
  Size: { Type: Number, MinValue: 6 }
  Secret: { Type: String, NoEcho: true, Default: x }
Resources:
  Guard: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: x, VpcId: !Ref Where } }
  Lab:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      InstanceType: ml.t3.medium
      SubnetId: !Select [0, !Ref Rooms]
      SecurityGroupIds: [!Ref Guard, !ImportValue shared-guard]
      DirectInternetAccess: !Ref Mode
      VolumeSizeInGB: !Ref Size
`;

describe('what is outside of the template', () => {
  test('subnets and security groups are stood in for, where their VPC is', () => {
    const { named, nodes, stood } = read(placed);
    const lab = named('Lab');
    const subnet = nodes.find(({ kind }) => kind === 'subnet');
    const vpc = nodes.filter(({ kind }) => kind === 'vpc');
    expect(vpc.map(({ name }) => name)).toEqual(['Where']);
    expect(lab?.props['subnet']).toBe(subnet?.id);
    expect(subnet).toMatchObject({ name: 'Rooms', parent: vpc[0]?.id });
    expect(lab?.props['securityGroups']).toEqual([named('Guard')?.id, named('shared-guard')?.id]);
    expect(stood['Rooms']).toBe('It is not in the template. A subnet with Perimeter’s defaults stands in for it.');
    expect(Object.keys(stood).sort()).toEqual(['Mode', 'Rooms', 'Size', 'Where', 'shared-guard']);
  });
  test('what one resource names stands in one VPC, though the template has others', () => {
    const others = `${placed}  One: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n`;
    const { named } = read(others);
    expect(named('Rooms')?.parent).toBe(named('Where')?.id);
    expect(named('shared-guard')?.parent).toBe(named('Where')?.id);
  });
  test('values that the player gives take the place of defaults, and are assumed no more', () => {
    const before = read(placed);
    expect(before.named('Lab')?.props).toMatchObject({ volumeSizeGb: 6 });
    expect(before.stood['Mode']).toContain('“Enabled”');
    const after = read(placed, { Mode: 'Disabled', Size: '20', Where: 'my-vpc', Rooms: 'a, b' });
    expect(after.named('Lab')?.props).toMatchObject({ directInternetAccess: false, volumeSizeGb: 20 });
    expect(after.named('a')?.parent).toBe(after.named('my-vpc')?.id);
    expect(after.named('b')).toBeUndefined();
    expect(after.stood['Mode']).toBeUndefined();
  });
  test('the parameters that a template asks for are told', () => {
    const { parameters } = read(placed);
    expect(parameters.map(({ name, usual, standIn }) => [name, usual, standIn])).toEqual([
      ['Where', undefined, 'Where'],
      ['Rooms', undefined, 'Rooms'],
      ['Mode', undefined, 'Enabled'],
      ['Size', undefined, '6'],
      ['Secret', 'x', 'x'],
    ]);
    expect(parameters.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['Secret']);
  });
  test('a key from elsewhere is named, not dropped', () => {
    const bucket = (id: string) => `
Resources:
  Box:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: ${id} } }] }
`;
    const { ignored } = read(bucket('arn:aws:kms:us-east-1:444455556666:key/x'));
    expect(ignored).toEqual([expect.objectContaining({ reason: 'It names something that is not in this diagram.' })]);
  });
  test('looked-up values, the name of the stack and managed policies are said where they count', () => {
    const { stood, reasons } = read(`
Resources:
  Box: { Type: AWS::S3::Bucket, Properties: { BucketName: '{{resolve:ssm:/box:1}}' } }
  Who:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub '\${AWS::StackName}-who'
      AssumeRolePolicyDocument: { Statement: [] }
      ManagedPolicyArns:
        - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/AmazonSageMakerFullAccess'
        - arn:aws:iam::444455556666:policy/ours
  Machine: { Type: AWS::EC2::Instance, Properties: { ImageId: '{{resolve:ssm:/image}}' } }
`);
    expect(stood['{{resolve:ssm:/box:1}}']).toContain('looks this value up');
    expect(stood['{{resolve:ssm:/image}}']).toBeUndefined();
    expect(stood['AWS::StackName']).toContain('perimeter');
    expect(reasons['ManagedPolicyArns[0]']).toMatch(/^AWS writes this policy/);
    expect(reasons['ManagedPolicyArns[1]']).toMatch(/^Its text is not in the template/);
  });
});

test('a load balancer stands where its subnets do, and only a redirect to HTTPS is one', () => {
  const text = (protocol: string) => `
Resources:
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: 10.0.1.0/24 } }
  Door: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [!Ref A] } }
  Ear:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Door
      Port: 80
      Protocol: HTTP
      DefaultActions: [{ Type: redirect, RedirectConfig: { Protocol: ${protocol}, Port: '443', StatusCode: HTTP_301 } }]
`;
  const [good, bad] = [read(text('HTTPS')), read(text('HTTP'))];
  expect(good.named('Door')).toMatchObject({ parent: good.named('Net')?.id, props: { redirectHttp: true } });
  expect(bad.named('Door')?.parent).toBe(bad.named('Net')?.id);
  expect(bad.named('Door')?.props).not.toHaveProperty('redirectHttp');
  expect(bad.reasons['Ear']).toContain('Only redirects to HTTPS');
});

describe('why something is not drawn', () => {
  test.each([
    ['AWS::CloudFormation::Stack', /stack of its own/],
    ['Custom::Thing', /does not say what/],
    ['AWS::Serverless::Function', /SAM/],
    ['Own::Network::Part::MODULE', /module/],
    ['AWS::CloudFormation::WaitCondition', /making the stack/],
    ['AWS::RDS::DBInstance', /no such element/],
  ])('%s', (type, reason) => {
    expect(read(`Resources: { It: { Type: '${type}' } }`).reasons['It']).toMatch(reason);
  });
  test('transforms and sections that do not exist', () => {
    const { ignored } = read(
      'Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions, Mine]\nResource: {}\nResources: { It: { Type: AWS::SNS::Topic } }',
    );
    expect(ignored.map(({ resource, line, reason }) => [resource, line, /SAM|Mine|section/.exec(reason)?.[0]])).toEqual(
      [
        ['Resource', 2, 'section'],
        ['Transform', 1, 'SAM'],
        ['Transform', 1, 'Mine'],
      ],
    );
  });
});

describe('forms of writing', () => {
  const plain = 'Resources:\n  It:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: news }\n';
  test.each([
    ['a mark of byte order', `\uFEFF${plain}`],
    ['a mark before JSON', '\uFEFF{"Resources":{"It":{"Type":"AWS::SNS::Topic","Properties":{"TopicName":"news"}}}}'],
    ['lines that end as on Windows', plain.replaceAll('\n', '\r\n')],
    ['marks of begin and end', `---\n${plain}...\n`],
    [
      'merged maps',
      'Metadata: { a: &a { TopicName: old, X: 1 }, b: &b { TopicName: news } }\nResources:\n  It: { Type: AWS::SNS::Topic, Properties: { <<: [*b, *a] } }\n',
    ],
    [
      'a merged map that is written over',
      'Metadata: { a: &a { TopicName: old } }\nResources:\n  It: { Type: AWS::SNS::Topic, Properties: { TopicName: news, <<: *a } }\n',
    ],
    [
      'JSON as a text',
      `Resources: { It: { Type: AWS::SNS::Topic, Properties: { TopicName: !Select [1, !Split ['-', old-news]] } } }`,
    ],
  ])('%s', (_name, text) => {
    const { problems, named } = read(text);
    expect(problems).toEqual([]);
    expect(named('news')?.kind).toBe('sns-topic');
  });
  test.each([
    ['two documents', `${plain}---\n${plain}`, 5, /more than one document/],
    ['JSON with comments', '{\n  // all\n  "Resources": {}\n}', 2, /no comments/],
    ['a tab', 'Resources:\n  It:\n\t  Type: x\n', 3, /tab/],
    ['a key twice', 'Resources:\n  It: { Type: x }\n  It: { Type: y }\n', 3, /twice/],
  ])('%s: line and reason', (_name, text, line, reason) => {
    const [problem] = read(text).problems;
    expect(problem).toMatchObject({ line, reason: expect.stringMatching(reason) as string });
    expect(problem?.remedy.length).toBeGreaterThan(5);
  });
  test('JSON inside of JSON is made with what it points to', () => {
    const { named } = read(`
Transform: AWS::LanguageExtensions
Resources:
  Box: { Type: AWS::S3::Bucket, Properties: { BucketName: mine } }
  Rule:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Box
      PolicyDocument:
        Fn::ToJsonString: { Statement: [{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: !Sub '\${Box.Arn}/*' }] }
`);
    expect(named('mine')?.props['policy']).toContain('arn:aws:s3:::mine/*');
  });
  test('zones of another Region are not ours', () => {
    const text = (region: string) => `
Resources:
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  In: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, AvailabilityZone: !Select [1, !GetAZs '${region}'] } }
`;
    expect(read(text('')).named('In')?.props['availabilityZone']).toBe('b');
    const elsewhere = read(text('eu-west-1'));
    expect(elsewhere.named('In')?.props['availabilityZone']).toBe('b');
    expect(elsewhere.reasons['AvailabilityZone']).toContain('another Region');
  });
});

test('a thousand resources are read in a few seconds', { timeout: 20_000 }, () => {
  const one = (index: number) => `
  Box${index}: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub 'b${index}-\${AWS::AccountId}' } }
  Rule${index}:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Box${index}
      PolicyDocument: { Statement: [{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: !Sub '\${Box${index}.Arn}/*' }] }`;
  const { nodes, ignored } = read(`Resources:${Array.from({ length: 500 }, (_, index) => one(index)).join('')}`);
  expect(nodes).toHaveLength(500);
  expect(ignored).toEqual([]);
});
