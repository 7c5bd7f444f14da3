import { describe, expect, test } from 'vitest';
import { kind } from '../../src/catalog/sagemaker-processing-job/kind';
import { allow, complaints, meaning, outcome, policy, role, type Sketch } from './meaning';

const PASS = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' };
const scheduler = (...statements: Parameters<typeof role>[1][]) => role('scheduler.amazonaws.com', ...statements);

/** An endpoint that captures, and a job of one's own that compares what it captured with a baseline. */
const monitored = (job: object = {}, more: Sketch = {}): Sketch => ({
  captured: { kind: 's3-bucket' },
  base: { kind: 's3-bucket' },
  reports: { kind: 's3-bucket' },
  role: role('sagemaker.amazonaws.com', allow(['s3:*', 'cloudwatch:PutMetricData'])),
  starter: scheduler(allow('sagemaker:CreateProcessingJob'), PASS),
  model: { kind: 'sagemaker-model', props: { role: 'role' } },
  config: {
    kind: 'sagemaker-endpoint-config',
    props: { model: 'model', dataCapture: { enabled: true, bucket: 'captured' } },
  },
  scores: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
  job: {
    kind: 'sagemaker-processing-job',
    props: {
      purpose: 'monitor',
      role: 'role',
      monitored: 'scores',
      baseline: 'base',
      output: 'reports',
      everyHours: 6,
      scheduleRole: 'starter',
      ...job,
    },
  },
  ...more,
});
const chain = (sketch: Sketch) => meaning(sketch, { legacyServices: [] }).schedules[0];

describe('a monitor of one’s own, in an account that is new', () => {
  test('publishes, and is as late as its interval', () => {
    expect(chain(monitored())).toMatchObject({ publishes: true, facet: { watches: 'data-quality', everyHours: 6 } });
  });
  test.each([
    ['nothing starts it', { everyHours: undefined }],
    ['no baseline', { baseline: undefined }],
    ['nothing watched', { monitored: undefined }],
    ['no labels', { watches: 'model-quality' }],
    ['isolated code reaches no API', { enableNetworkIsolation: true }],
  ])('runs to no result: %s', (_, job) => {
    expect(chain(monitored(job))?.publishes).toBe(false);
  });
  test('an alarm sees exactly its namespace and names', () => {
    const alarm = (namespace: string, metricName: string): Sketch => ({
      alarm: {
        kind: 'cloudwatch-alarm',
        props: { source: 'job', namespace, metricName, threshold: 0.2, period: 21_600 },
      },
    });
    const metric = (sketch: Sketch) => meaning(monitored({}, sketch)).alarms[0]?.metric?.metric;
    expect(metric(alarm('ModelMonitoring', 'drift_amount'))).toBe('drift_amount');
    expect(metric(alarm('aws/sagemaker/Endpoints/data-metrics', 'feature_baseline_drift_amount'))).toBeUndefined();
  });
});

test('whoever starts it must create it and pass its role', () => {
  const starts = (starter: Sketch[string]) =>
    outcome(meaning(monitored({}, { starter })), 'job', 'sagemaker:CreateProcessingJob');
  expect(starts(scheduler(allow('sagemaker:CreateProcessingJob'), PASS))).toBe('allowed');
  expect(starts(scheduler(allow('sagemaker:CreateProcessingJob')))).toBe('iam.identity-silent');
  expect(starts(role('sagemaker.amazonaws.com', allow('*')))).toBe('request.trust-refuses');
});

test('in a VPC the container needs a way to CloudWatch', () => {
  const placed = (more: Sketch = {}) =>
    monitored(
      { subnets: ['a'], securityGroups: ['sg'] },
      {
        v: {
          kind: 'vpc',
          props: {
            mainRouteTable: 'rt',
            defaultNetworkAcl: 'acl',
            defaultSecurityGroup: 'sg',
            enableDnsHostnames: true,
          },
        },
        rt: { kind: 'route-table', in: 'v', props: { default: true } },
        acl: {
          kind: 'network-acl',
          in: 'v',
          props: {
            default: true,
            entries: [
              { number: 100, direction: 'inbound', protocol: 'all', cidr: '0.0.0.0/0' },
              { number: 100, direction: 'outbound', protocol: 'all', cidr: '0.0.0.0/0' },
            ],
          },
        },
        a: { kind: 'subnet', in: 'v' },
        sg: {
          kind: 'security-group',
          in: 'v',
          props: { ingress: [{ self: true, protocol: 'all' }], egress: [{ protocol: 'all', cidr: '0.0.0.0/0' }] },
        },
        ...more,
      },
    );
  const published = (sketch: Sketch) => outcome(meaning(sketch), 'job', 'cloudwatch:PutMetricData');
  expect(published(placed())).toMatch(/^network\./);
  const door: Sketch = {
    door: {
      kind: 'interface-endpoint',
      in: 'v',
      props: { service: 'monitoring', subnets: ['a'], securityGroups: ['sg'], privateDnsEnabled: true },
    },
  };
  expect(published(placed(door))).toBe('allowed');
});

describe('SageMaker Clarify', () => {
  const clarify: Sketch = {
    data: { kind: 's3-bucket' },
    role: role('sagemaker.amazonaws.com', allow('s3:*')),
    model: { kind: 'sagemaker-model', props: { role: 'role' } },
    bias: {
      kind: 'sagemaker-processing-job',
      props: { purpose: 'clarify-bias', role: 'role', input: 'data', model: 'model' },
    },
  };
  test('is refused in an account that is new', () => {
    expect(complaints(meaning(clarify, { legacyServices: ['model-monitor'] }), 'bias')).toEqual(['purpose']);
    expect(complaints(meaning(clarify), 'bias')).toEqual([]);
  });
  test('after training it asks an endpoint of its own, with its own role', () => {
    expect(outcome(meaning(clarify), 'bias', 'sagemaker:InvokeEndpoint')).toMatch(/^iam\./);
    const before = {
      ...clarify,
      bias: { kind: 'sagemaker-processing-job', props: { purpose: 'clarify-bias', role: 'role' } },
    };
    expect(outcome(meaning(before), 'bias', 'sagemaker:InvokeEndpoint')).toBe('not asked');
  });
  test('explains nothing without a model', () => {
    const { issues } = kind.complete({ purpose: 'clarify-explainability', input: 'data' });
    expect(issues.map(({ field }) => field)).toEqual(['model']);
  });
});

test('creating it carries the keys that guardrail policies look at', () => {
  const facts = meaning({
    job: { kind: 'sagemaker-processing-job', props: { enableNetworkIsolation: true, role: 'role' } },
    role: role('sagemaker.amazonaws.com'),
    admin: {
      kind: 'iam-user',
      props: {
        policies: [
          {
            name: 'isolated',
            document: policy({
              Effect: 'Allow',
              Action: 'sagemaker:CreateProcessingJob',
              Resource: '*',
              Condition: { Bool: { 'sagemaker:NetworkIsolation': 'true' } },
            }),
          },
          { name: 'pass', document: policy(PASS) },
        ],
      },
    },
    ana: {
      kind: 'person',
      props: { user: 'admin', calls: [{ action: 'sagemaker:CreateProcessingJob', target: 'job' }] },
    },
  });
  expect(outcome(facts, 'ana', 'sagemaker:CreateProcessingJob')).toBe('allowed');
});

test('a namespace of AWS is refused', () => {
  expect(kind.complete({ metricNamespace: 'AWS/SageMaker' }).issues.map(({ field }) => field)).toEqual([
    'metricNamespace',
  ]);
});
