import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { diagramOf, expectSaid, NET, type Sketch, trusts } from './sketch';
import { faultsOf } from './validator';

const DRAWN: Sketch = {
  ...NET,
  a: ['subnet', { cidr: '10.0.1.0/24' }, 'net'],
  b: ['subnet', { cidr: '10.0.2.0/24', availabilityZone: 'b' }, 'net'],
  group: ['security-group', { ingress: [{ cidr: '10.0.0.0/16' }] }, 'net'],
  server: ['ec2-instance', { listens: [8080] }, 'a'],
  key: ['kms-key'],
  data: ['s3-bucket'],
  alerts: ['sns-topic'],
  alarm: ['cloudwatch-alarm', { source: 'scores', metricName: 'Invocation5XXErrors' }],
  role: ['iam-role', { trustPolicy: trusts('sagemaker.amazonaws.com') }],
  logger: ['iam-role', { trustPolicy: trusts('apigateway.amazonaws.com') }],
  starter: ['iam-role', { trustPolicy: trusts('scheduler.amazonaws.com') }],
  own: ['cloudwatch-alarm', { source: 'monitor', namespace: 'ModelMonitoring', metricName: 'drift_amount' }],
  model: ['sagemaker-model', { role: 'role', modelData: 'data' }],
  config: [
    'sagemaker-endpoint-config',
    {
      model: 'model',
      async: { enabled: true, output: 'data', outputPrefix: 'later', kmsKey: 'key', errorTopic: 'alerts' },
    },
  ],
  scores: [
    'sagemaker-endpoint',
    {
      endpointConfig: 'config',
      trafficShift: 'CANARY',
      stepPercent: 10,
      waitSeconds: 300,
      terminationWaitSeconds: 120,
      rollbackAlarms: ['alarm'],
    },
  ],
  rolling: [
    'sagemaker-endpoint',
    { endpointConfig: 'config', trafficShift: 'ROLLING', stepPercent: 25, waitSeconds: 60, timeoutSeconds: 900 },
  ],
  monitor: [
    'sagemaker-processing-job',
    {
      purpose: 'monitor',
      role: 'role',
      input: 'data',
      baseline: 'data',
      baselinePrefix: 'base',
      groundTruth: 'data',
      output: 'data',
      outputPrefix: 'reports',
      outputKmsKey: 'key',
      volumeKmsKey: 'key',
      subnets: ['a', 'b'],
      securityGroups: ['group'],
      interContainerEncryption: true,
      everyHours: 6,
      scheduleRole: 'starter',
    },
  ],
  batch: ['sagemaker-transform-job', { model: 'model', input: 'data', output: 'data' }],
  scripts: ['sagemaker-notebook-lifecycle-config', { onCreate: 'echo made', onStart: 'echo started' }],
  lab: ['sagemaker-notebook', { role: 'role', lifecycleConfig: 'scripts' }],
  cert: [
    'acm-certificate',
    { domainName: '*.example.com', alternativeNames: 'example.com, example.org', keyAlgorithm: 'EC_prime256v1' },
  ],
  inner: ['acm-certificate', { domainName: 'inner.example.com', authority: 'private', exportable: true }],
  filter: [
    'waf-web-acl',
    { rules: ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesSQLiRuleSet'], rateLimit: 500, logs: 'aws-waf-logs-x' },
  ],
  edge: ['waf-web-acl', { scope: 'CLOUDFRONT' }],
  'aws-waf-logs-x': ['log-group'],
  fn: ['lambda-function', { role: 'role' }],
  balancer: [
    'load-balancer',
    {
      subnets: ['a', 'b'],
      securityGroups: ['group'],
      protocol: 'HTTPS',
      redirectHttp: true,
      certificate: 'cert',
      tlsPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      servers: ['server'],
      targetPort: 8080,
      targetProtocol: 'HTTPS',
      webAcl: 'filter',
      accessLogs: 'data',
      deletionProtection: true,
      dropInvalidHeaders: true,
    },
    'net',
  ],
  internal: ['load-balancer', { scheme: 'internal', subnets: ['a', 'b'], function: 'fn' }, 'net'],
  api: [
    'api-gateway',
    {
      endpointType: 'REGIONAL',
      domainName: 'api.example.com',
      certificate: 'cert',
      disableDefaultEndpoint: true,
      authorization: 'AWS_IAM',
      validateRequests: true,
      endpoint: 'scores',
      role: 'role',
      webAcl: 'filter',
      accessLogs: 'aws-waf-logs-x',
      executionLogs: 'INFO',
      cache: 'encrypted',
      logRole: 'logger',
    },
  ],
  plain: ['api-gateway', { function: 'fn', cache: 'unencrypted', logRole: 'logger' }],
  site: [
    'cloudfront-distribution',
    {
      domainName: 'www.example.com',
      certificate: 'cert',
      minimumTls: 'TLSv1.2_2021',
      viewerProtocol: 'https-only',
      defaultRootObject: 'index.html',
      bucket: 'data',
      originAccessControl: true,
      webAcl: 'edge',
      accessLogs: 'data',
    },
  ],
  cdn: ['cloudfront-distribution', { balancer: 'balancer', originProtocol: 'match-viewer' }],
  front: ['cloudfront-distribution', { api: 'plain' }],
};

const diagram = diagramOf(DRAWN);
const { json } = exportTemplate(diagram, catalog);

test('CloudFormation takes them', () => {
  // This rule looks for an ARN in plain text and takes a reference to a certificate for none.
  expect(faultsOf(json).filter((fault) => !fault.startsWith('E3676 '))).toEqual([]);
}, 60_000);

test('they come back as they were', () => {
  const back = importTemplate(json, catalog);
  expect(back.problems).toEqual([]);
  expect(back.diagram).toEqual(diagram);
  expect(back.ignored).toEqual([]);
});

/** What does not come back without our metadata: when a job runs, whom an API calls by name. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
  monitor: ['everyHours', 'scheduleRole'],
  api: ['endpoint'],
};

test('their resources alone say everything that a template can', () => {
  const kinds = /endpoint|processing|lifecycle|notebook|certificate|waf|balancer|api|cloudfront/;
  expectSaid(json, DRAWN, kinds, UNSAID);
});

test('the logging role is written once for the account, before the stages that log', () => {
  const { Resources } = JSON.parse(json) as { Resources: Record<string, { Type: string; DependsOn?: unknown }> };
  const [account, ...others] = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::ApiGateway::Account');
  expect(others).toEqual([]);
  expect(account?.[1]).toMatchObject({ Properties: { CloudWatchRoleArn: { 'Fn::GetAtt': ['Logger', 'Arn'] } } });
  const stages = Object.values(Resources).filter(({ Type }) => Type === 'AWS::ApiGateway::Stage');
  expect(stages.map(({ DependsOn }) => DependsOn)).toEqual([account?.[0], account?.[0]]);
});

test('of two logging roles the template sets one, and says so', () => {
  const { notes } = exportTemplate(
    diagramOf({
      one: ['iam-role'],
      two: ['iam-role'],
      first: ['api-gateway', { logRole: 'one' }],
      second: ['api-gateway', { logRole: 'two' }],
    }),
    catalog,
  );
  expect(notes).toEqual(['second: an account has one logging role in each Region. The template sets that of first.']);
});

test.each([
  ['true', 'data'],
  ['false', undefined],
  [undefined, undefined],
])('access logs of a load balancer that are enabled: %s', (enabled, expected) => {
  const attributes = [
    { Key: 'access_logs.s3.bucket', Value: { Ref: 'data' } },
    ...(enabled === undefined ? [] : [{ Key: 'access_logs.s3.enabled', Value: enabled }]),
  ];
  const Resources = {
    data: { Type: 'AWS::S3::Bucket' },
    balancer: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: { LoadBalancerAttributes: attributes },
    },
  };
  const nodes = Object.values(importTemplate(JSON.stringify({ Resources }), catalog).diagram.nodes);
  const logs = nodes.find(({ kind }) => kind === 'load-balancer')?.props['accessLogs'];
  expect(nodes.find(({ id }) => id === logs)?.name).toBe(expected);
});
