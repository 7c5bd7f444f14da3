import type { Json } from '../model/json';
import { example, policy, trusts } from './example';

/** A function asks an endpoint that is watched, with a trail, in the variants that simulated time tells apart. */
type Props = { readonly [key: string]: Json };
interface Changes {
  readonly alarm?: Props;
  readonly topic?: Props;
  readonly endpoint?: Props;
  readonly operator?: Json;
  readonly bucket?: Props;
}

const SCORES = 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/scores';
const statement = (Action: Json, Resource: Json) => ({ Effect: 'Allow', Action, Resource });
const policies = (...Statement: Props[]) => [
  { name: 'permissions', document: JSON.stringify({ Version: '2012-10-17', Statement }) },
];

function drawn({
  alarm = {},
  topic = {},
  endpoint = {},
  operator = 'sagemaker:DescribeEndpoint',
  bucket = {},
}: Changes) {
  return {
    scorer: ['lambda-function', { role: 'caller', calls: [{ action: '', target: 'scores' }] }],
    caller: [
      'iam-role',
      {
        trustPolicy: trusts('lambda.amazonaws.com'),
        policies: policies(statement('sagemaker:InvokeEndpoint', SCORES)),
      },
    ],
    scores: ['sagemaker-endpoint', { endpointConfig: 'config', ...endpoint }],
    config: ['sagemaker-endpoint-config', { model: 'model', dataCapture: { enabled: true, bucket: 'data' } }],
    model: ['sagemaker-model', { role: 'role', modelData: 'data' }],
    data: ['s3-bucket', { ...bucket }],
    role: [
      'iam-role',
      {
        trustPolicy: trusts('sagemaker.amazonaws.com'),
        policies: policies(
          statement(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::data/*'),
          statement('s3:ListBucket', 'arn:aws:s3:::data'),
          statement(['cloudwatch:PutMetricData', 'cloudwatch:DescribeAlarms'], '*'),
        ),
      },
    ],
    drift: [
      'sagemaker-monitoring-schedule',
      { endpoint: 'scores', baseline: 'data', output: 'data', role: 'role', features: ['amount'] },
    ],
    alarm: [
      'cloudwatch-alarm',
      {
        source: 'drift',
        namespace: 'aws/sagemaker/Endpoints/data-metrics',
        metricName: 'feature_baseline_drift_amount',
        period: 3600,
        threshold: 0.1,
        alarmActions: ['topic'],
        ...alarm,
      },
    ],
    topic: [
      'sns-topic',
      { subscriptions: [{ protocol: 'email', endpoint: 'security@example.com', confirmed: true }], ...topic },
    ],
    operator: [
      'iam-user',
      { policies: [{ name: 'operate', document: policy({ Effect: 'Allow', Action: operator, Resource: '*' }) }] },
    ],
  } as const;
}

const drift = { kind: 'input-drift', on: 'scores', atHour: 30, shift: 1 } as const;
const deletion = { kind: 'resource-deleted', on: 'scores', by: 'operator', atHour: 30 } as const;

export const INCIDENT_EXAMPLES = {
  told: example('Drift, monitor, alarm, topic, person', drawn({}), {
    incident: drift,
    expect: 'notified',
    withinHours: 2,
  }),
  tooLate: example('Half an hour is less than a monitor needs', drawn({}), {
    incident: drift,
    expect: 'notified',
    withinHours: 0.5,
  }),
  silentTopic: example('The topic is encrypted with aws/sns', drawn({ topic: { encryption: 'aws-managed' } }), {
    incident: drift,
    expect: 'notified',
    withinHours: 2,
  }),
  conceptUnseen: example('An input monitor does not see a changed world', drawn({}), {
    incident: { kind: 'concept-drift', on: 'scores', atHour: 30 },
    expect: 'detected',
    withinHours: 48,
  }),
  mayNotDelete: example('The operator may not delete the endpoint', drawn({}), {
    incident: deletion,
    expect: 'prevented',
  }),
  mayDelete: example('The operator may delete the endpoint', drawn({ operator: 'sagemaker:*' }), {
    incident: deletion,
    expect: 'prevented',
  }),
  named: example('The deletion names the operator', drawn({ operator: 'sagemaker:*' }), {
    incident: deletion,
    expect: 'attributable',
  }),
  costly: example('Requests fail until somebody comes', drawn({ operator: 'sagemaker:*' }), {
    incident: deletion,
    lossBelow: { requests: 100 },
  }),
  elsewhere: example('No notebook that could leak', drawn({}), {
    incident: { kind: 'notebook-exfiltration', on: 'sagemaker-notebook', atHour: 30 },
    expect: 'prevented',
  }),
};
