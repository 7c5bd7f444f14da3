import { describe, expect, test } from 'vitest';
import { cards } from '../../src/catalog/cards';
import { covers } from '../../src/catalog/certificates';
import { refusal } from '../../src/game/legal';
import type { DiagramNode } from '../../src/model/diagram';
import { allow, complaints, key, meaning, outcome, policy, role, type Sketch } from './meaning';
import { SMALL_VPC } from './small-vpc';

type Fields = NonNullable<Sketch[string]['props']>;

const person: Sketch = { ana: { kind: 'person', props: { calls: [{ target: 'door' }] } } };
const certificate = (props: Fields = {}): Sketch => ({
  cert: { kind: 'acm-certificate', props: { domainName: '*.example.com', ...props } },
});
const admits = (service: string, action: string, more: object = {}) =>
  policy({ Effect: 'Allow', Principal: { Service: service }, Action: action, Resource: '*', ...more });
const firstCall = (facts: ReturnType<typeof meaning>, from: string) =>
  facts.requests.find(({ spec }) => spec.from === from && spec.purpose === 'call');

describe('a certificate', () => {
  test.each([
    ['*.example.com', 'api.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'a.b.example.com', false],
    ['api.example.com', 'API.example.com', true],
  ])('for %s covers %s: %s', (name, domain, fits) => expect(covers([name], domain)).toBe(fits));
  test('has an RSA key of 1024 bits only when it was imported', () => {
    const refused = (imported: boolean) =>
      meaning(certificate({ keyAlgorithm: 'RSA_1024', imported })).problems.filter(({ nodes }) =>
        nodes.includes('cert'),
      );
    expect([refused(true).length, refused(false).length]).toEqual([0, 1]);
  });
  test('attaches to no SageMaker endpoint, and says where', () => {
    const node = (id: string, kind: string): DiagramNode => ({
      id,
      kind,
      name: id,
      position: { x: 0, y: 0 },
      props: {},
    });
    const diagram = { nodes: { cert: node('cert', 'acm-certificate'), scores: node('scores', 'sagemaker-endpoint') } };
    expect(refusal(diagram, cards, 'cert', 'scores')).toMatch(/API Gateway, a load balancer or CloudFront/);
  });
});

describe('a load balancer', () => {
  const drawing = (props: Fields = {}, more: Sketch = {}): Sketch => ({
    ...SMALL_VPC,
    ...person,
    ...certificate(),
    igw: { kind: 'internet-gateway', in: 'v' },
    main: {
      kind: 'route-table',
      in: 'v',
      props: { default: true, routes: [{ destination: '0.0.0.0/0', target: 'igw' }] },
    },
    world: {
      kind: 'security-group',
      in: 'v',
      props: { ingress: [{ fromPort: 443, toPort: 443, cidr: '0.0.0.0/0' }] },
    },
    inner: {
      kind: 'security-group',
      in: 'v',
      props: { ingress: [{ fromPort: 8080, toPort: 8080, sourceGroup: 'world' }] },
    },
    app: { kind: 'ec2-instance', in: 'a', props: { listens: [8080], securityGroups: ['inner'] } },
    door: {
      kind: 'load-balancer',
      in: 'v',
      props: {
        subnets: ['a', 'b'],
        securityGroups: ['world'],
        protocol: 'HTTPS',
        certificate: 'cert',
        servers: ['app'],
        targetPort: 8080,
        ...props,
      },
    },
    ...more,
  });
  const asked = (props: Fields = {}, more: Sketch = {}) => {
    const trace = firstCall(meaning(drawing(props, more)), 'ana')?.trace;
    return trace?.allowed ? 'allowed' : trace?.steps.find(({ verdict }) => verdict === 'fail')?.reason.code;
  };
  test('serves everybody on the internet whom its security group admits', () => {
    expect(asked()).toBe('allowed');
    expect(asked({ securityGroups: ['https'] })).toMatch(/^network\./);
    expect(asked({ scheme: 'internal' })).toMatch(/^network\./);
    expect(asked({}, { main: { kind: 'route-table', in: 'v', props: { default: true } } })).toMatch(/^network\./);
  });
  test('reaches its servers through the VPC, on the target port', () => {
    const reached = (props: Fields = {}) => firstCall(meaning(drawing(props)), 'door')?.trace.allowed;
    expect(reached()).toBe(true);
    expect(reached({ targetPort: 80 })).toBe(false);
    expect(reached({ securityGroups: ['https'] })).toBe(false);
  });
  test('needs two zones, and a certificate that is issued in its own Region', () => {
    expect(complaints(meaning(drawing()), 'door')).toEqual([]);
    expect(complaints(meaning(drawing({ subnets: ['a'] })), 'door')).toEqual(['subnets']);
    expect(complaints(meaning(drawing({}, certificate({ region: 'eu-west-1' }))), 'door')).toEqual(['certificate']);
    expect(asked({}, certificate({ issued: false }))).toBe('request.refused');
    expect(complaints(meaning(drawing({ certificate: '' })), 'door')).toEqual(['certificate']);
  });
  test('HTTPS is not yet TLS 1.2', () => {
    const version = (props: Fields = {}) => meaning(drawing(props)).doors.get('door')?.minimumTls;
    expect(version()).toEqual({ version: '1.0', field: 'tlsPolicy' });
    expect(version({ tlsPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' })?.version).toBe('1.2');
    expect(version({ protocol: 'HTTP', certificate: '' })).toEqual({ version: 'none', field: 'protocol' });
  });
  test('a function needs a permission for the service', () => {
    const invoked = (resourcePolicy: string) =>
      outcome(
        meaning(
          drawing({ servers: [], function: 'fn' }, { fn: { kind: 'lambda-function', props: { resourcePolicy } } }),
        ),
        'door',
        'lambda:InvokeFunction',
      );
    expect(invoked(admits('elasticloadbalancing.amazonaws.com', 'lambda:InvokeFunction'))).toBe('allowed');
    expect(invoked(admits('apigateway.amazonaws.com', 'lambda:InvokeFunction'))).not.toBe('allowed');
  });
  test('logs go to an SSE-S3 bucket that admits the delivery', () => {
    const bucket = (props: Fields): Sketch => ({ key: key(), logs: { kind: 's3-bucket', props } });
    const facts = (props: Fields) => meaning(drawing({ accessLogs: 'logs' }, bucket(props)));
    const open = admits('logdelivery.elasticloadbalancing.amazonaws.com', 's3:PutObject');
    expect(outcome(facts({ policy: open }), 'door', 's3:PutObject')).toBe('allowed');
    expect(outcome(facts({}), 'door', 's3:PutObject')).not.toBe('allowed');
    expect(complaints(facts({ policy: open, encryption: 'sse-kms', kmsKey: 'key' }), 'door')).toEqual(['accessLogs']);
  });
});

describe('an API', () => {
  const drawing = (props: Fields = {}, more: Sketch = {}): Sketch => ({
    ...person,
    ...certificate(),
    config: { kind: 'sagemaker-endpoint-config' },
    scores: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
    caller: role('apigateway.amazonaws.com', allow('sagemaker:InvokeEndpoint')),
    door: { kind: 'api-gateway', props: { endpoint: 'scores', role: 'caller', ...props } },
    ...more,
  });
  const asked = (props: Fields = {}, more: Sketch = {}) =>
    firstCall(meaning(drawing(props, more)), 'ana')?.trace.allowed;
  const signed = (...statements: ReturnType<typeof allow>[]): Sketch => ({
    visitor: role('ec2.amazonaws.com', ...statements),
    ana: { kind: 'person', props: { role: 'visitor', calls: [{ target: 'door' }] } },
  });
  test('without authorisation serves everybody; with it asks', () => {
    expect(asked()).toBe(true);
    expect(asked({ authorization: 'AWS_IAM' })).toBe(false);
    expect(asked({ authorization: 'AWS_IAM' }, signed())).toBe(false);
    expect(asked({ authorization: 'AWS_IAM' }, signed(allow('execute-api:Invoke')))).toBe(true);
    expect(asked({ authorization: 'COGNITO_USER_POOLS' })).toBe(false);
    expect(asked({ authorization: 'COGNITO_USER_POOLS' }, signed())).toBe(true);
  });
  test('a resource policy limits who may call', () => {
    const from = (cidr: string) =>
      policy(
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: '*',
          Condition: { NotIpAddress: { 'aws:SourceIp': cidr } },
        },
      );
    expect(asked({ policy: from('10.0.0.0/8') })).toBe(false);
    expect(asked({ policy: from('203.0.113.0/24') })).toBe(true);
    const short = from('203.0.113.0/24').replace(/"Resource":\s*"[^"]*"/, '"Resource": "execute-api:/*"');
    expect(short).toContain('execute-api:/*');
    expect(asked({ policy: short })).toBe(true);
  });
  describe('that is private', () => {
    const admitsEndpoint = policy({
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    });
    const inside = (props: Fields, endpoint: Fields = {}) =>
      outcome(
        meaning(
          drawing(props, {
            ...SMALL_VPC,
            'vpce-1': {
              kind: 'interface-endpoint',
              in: 'v',
              props: {
                service: 'execute-api',
                subnets: ['a'],
                securityGroups: ['https'],
                privateDnsEnabled: true,
                ...endpoint,
              },
            },
            host: role('ec2.amazonaws.com'),
            app: {
              kind: 'ec2-instance',
              in: 'a',
              props: { role: 'host', calls: [{ action: 'execute-api:Invoke', target: 'door' }] },
            },
          }),
        ),
        'app',
        'execute-api:Invoke',
      );
    const closed = { endpointType: 'PRIVATE', policy: admitsEndpoint };
    test('answers behind an interface endpoint that its policy admits', () => expect(inside(closed)).toBe('allowed'));
    test('answers nobody without a policy, and nobody on the internet', () => {
      expect(complaints(meaning(drawing({ endpointType: 'PRIVATE' })), 'door')).toEqual(['policy']);
      expect(inside({ endpointType: 'PRIVATE' })).toBe('request.refused');
      expect(asked(closed)).toBe(false);
    });
    test('leaves public ones no name in that VPC', () => {
      expect(inside({})).toBe('request.not-behind-endpoint');
    });
  });
  test('calls SageMaker with its role, and a function in its own name', () => {
    expect(outcome(meaning(drawing()), 'door', 'sagemaker:InvokeEndpoint')).toBe('allowed');
    expect(
      outcome(
        meaning({ ...drawing(), door: { kind: 'api-gateway', props: { endpoint: 'scores' } } }),
        'door',
        'sagemaker:InvokeEndpoint',
      ),
    ).toBe('request.no-identity');
    const invoked = (resourcePolicy: string) =>
      outcome(
        meaning(
          drawing(
            { endpoint: '', role: '', function: 'fn' },
            { fn: { kind: 'lambda-function', props: { resourcePolicy } } },
          ),
        ),
        'door',
        'lambda:InvokeFunction',
      );
    expect(invoked(admits('apigateway.amazonaws.com', 'lambda:InvokeFunction'))).toBe('allowed');
    expect(invoked('')).not.toBe('allowed');
  });
  test('the endpoint type decides where the certificate stands', () => {
    const refused = (props: Fields, more: Sketch = certificate()) =>
      complaints(
        meaning(drawing({ domainName: 'api.example.com', certificate: 'cert', ...props }, more), {
          region: 'eu-west-1',
        }),
        'door',
      );
    expect(refused({ endpointType: 'REGIONAL' })).toEqual([]);
    expect(refused({ endpointType: 'EDGE' })).toEqual(['certificate']);
    expect(refused({ endpointType: 'EDGE' }, certificate({ region: 'us-east-1' }))).toEqual([]);
    expect(refused({ endpointType: 'REGIONAL', domainName: 'api.example.org' })).toEqual(['certificate']);
  });
  test('the default address stays beside the custom domain until it is closed', () => {
    const own = { domainName: 'api.example.com', certificate: 'cert' };
    const version = (props: Fields) => meaning(drawing({ ...own, ...props })).doors.get('door')?.minimumTls;
    expect(version({})).toEqual({ version: '1.0', field: 'disableDefaultEndpoint' });
    expect(version({ disableDefaultEndpoint: true })?.version).toBe('1.2');
  });
  test('access logs are written with a role', () => {
    const logs: Sketch = {
      group: { kind: 'log-group' },
      writer: role('apigateway.amazonaws.com', allow('logs:PutLogEvents')),
    };
    expect(
      outcome(meaning(drawing({ accessLogs: 'group', logRole: 'writer' }, logs)), 'door', 'logs:PutLogEvents'),
    ).toBe('allowed');
    expect(outcome(meaning(drawing({ accessLogs: 'group' }, logs)), 'door', 'logs:PutLogEvents')).toBe(
      'request.no-identity',
    );
  });
});

describe('a distribution', () => {
  const admitsDoor = admits('cloudfront.amazonaws.com', 's3:GetObject', {
    Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/door' } },
  });
  const drawing = (props: Fields = {}, more: Sketch = {}): Sketch => ({
    ...person,
    ...certificate(),
    site: { kind: 's3-bucket', props: { policy: admitsDoor } },
    door: { kind: 'cloudfront-distribution', props: { bucket: 'site', originAccessControl: true, ...props } },
    ...more,
  });
  const european = (props: Fields, more: Sketch = {}) => meaning(drawing(props, more), { region: 'eu-west-1' });
  test('takes certificates of us-east-1 only, and answers nobody with another', () => {
    const own = { domainName: 'www.example.com', certificate: 'cert' };
    expect(complaints(european(own), 'door')).toEqual(['certificate']);
    expect(outcome(european(own), 'ana', '')).toBe('request.refused');
    const fits = european(own, certificate({ region: 'us-east-1' }));
    expect(complaints(fits, 'door')).toEqual([]);
    expect(firstCall(fits, 'ana')?.trace.allowed).toBe(true);
  });
  test('signs for a closed bucket, whose policy must admit this very distribution', () => {
    expect(outcome(meaning(drawing()), 'door', 's3:GetObject')).toBe('allowed');
    expect(outcome(meaning(drawing({ originAccessControl: false })), 'door', 's3:GetObject')).not.toBe('allowed');
    expect(outcome(meaning(drawing({}, { site: { kind: 's3-bucket' } })), 'door', 's3:GetObject')).not.toBe('allowed');
  });
  test('calls an API as anybody does', () => {
    const api = (props: Fields): Sketch => ({ api: { kind: 'api-gateway', props } });
    const behind = { bucket: '', originAccessControl: false, api: 'api' };
    expect(outcome(meaning(drawing(behind, api({}))), 'door', 'execute-api:Invoke')).toBe('allowed');
    expect(outcome(meaning(drawing(behind, api({ authorization: 'AWS_IAM' }))), 'door', 'execute-api:Invoke')).not.toBe(
      'allowed',
    );
    const shut = api({ domainName: 'a.example.com', certificate: 'cert', disableDefaultEndpoint: true });
    expect(complaints(meaning(drawing(behind, shut)), 'door')).toEqual(['api']);
  });
  test('plain HTTP counts before every TLS policy', () => {
    const version = (props: Fields) => meaning(drawing(props)).doors.get('door')?.minimumTls.version;
    const own = { domainName: 'www.example.com', certificate: 'cert', minimumTls: 'TLSv1.2_2021' };
    expect(version(own)).toBe('none');
    expect(version({ ...own, viewerProtocol: 'https-only' })).toBe('1.2');
    expect(version({ viewerProtocol: 'https-only' })).toBe('1.0');
  });
});

describe('a web ACL', () => {
  test.each([
    ['REGIONAL', 'api-gateway', []],
    ['CLOUDFRONT', 'api-gateway', ['webAcl']],
    ['CLOUDFRONT', 'cloudfront-distribution', []],
    ['REGIONAL', 'cloudfront-distribution', ['webAcl']],
  ])('of the scope %s at %s', (scope, kind, refused) => {
    const facts = meaning({ acl: { kind: 'waf-web-acl', props: { scope } }, door: { kind, props: { webAcl: 'acl' } } });
    expect(complaints(facts, 'door')).toEqual(refused);
    expect(facts.doors.get('door')?.filter).toEqual({ node: 'acl', field: 'webAcl' });
  });
  test('logs to groups with its own prefix', () => {
    const refused = (id: string) =>
      complaints(meaning({ [id]: { kind: 'log-group' }, acl: { kind: 'waf-web-acl', props: { logs: id } } }), 'acl');
    expect(refused('aws-waf-logs-door')).toEqual([]);
    expect(refused('door-logs')).toEqual(['logs']);
  });
});
