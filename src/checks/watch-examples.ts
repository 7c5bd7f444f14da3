import type { Json } from '../model/json';
import { example, policy, trusts } from './example';

/** An endpoint that is watched for drift, from capture to the person who is told. */
type Props = { readonly [key: string]: Json };
interface Changes {
  readonly config?: Props;
  readonly schedule?: Props;
  readonly alarm?: Props;
  readonly topic?: Props;
}

const statement = (Action: Json, Resource: Json) => ({ Effect: 'Allow', Action, Resource });
const document = (...statements: Props[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

function watched({ config = {}, schedule = {}, alarm = {}, topic = {} }: Changes = {}) {
  return {
    scores: ['sagemaker-endpoint', { endpointConfig: 'config' }],
    config: [
      'sagemaker-endpoint-config',
      { model: 'model', dataCapture: { enabled: true, bucket: 'data' }, ...config },
    ],
    model: ['sagemaker-model', { role: 'role', modelData: 'data' }],
    data: ['s3-bucket'],
    role: [
      'iam-role',
      {
        trustPolicy: trusts('sagemaker.amazonaws.com'),
        policies: [
          {
            name: 'watch',
            document: document(
              statement(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::data/*'),
              statement('s3:ListBucket', 'arn:aws:s3:::data'),
              statement('cloudwatch:PutMetricData', '*'),
            ),
          },
        ],
      },
    ],
    drift: [
      'sagemaker-monitoring-schedule',
      { endpoint: 'scores', baseline: 'data', output: 'data', role: 'role', features: ['amount'], ...schedule },
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
  } as const;
}

/** The alarm invokes a function, whose code publishes in the name of a role. AWS's own key admits roles. */
function relayed(may: string) {
  return {
    ...watched({ alarm: { alarmActions: ['pager'] }, topic: { encryption: 'aws-managed' } }),
    pager: [
      'lambda-function',
      {
        role: 'publisher',
        resourcePolicy: policy({
          Effect: 'Allow',
          Principal: { Service: 'lambda.alarms.cloudwatch.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: '*',
        }),
        calls: [{ action: 'sns:Publish', target: 'topic' }],
      },
    ],
    publisher: [
      'iam-role',
      {
        trustPolicy: trusts('lambda.amazonaws.com'),
        policies: [{ name: 'publish', document: document(statement(may, '*')) }],
      },
    ],
  } as const;
}

export const WATCH_EXAMPLES = {
  works: example('Capture, baseline, schedule, alarm, topic, person', watched()),
  noCapture: example('Data capture is off', watched({ config: { dataCapture: { enabled: false } } })),
  noBaseline: example('No baseline to compare with', {
    ...watched(),
    drift: ['sagemaker-monitoring-schedule', { endpoint: 'scores', output: 'data', role: 'role' }],
  }),
  wrongMetric: example('A metric name that does not exist', watched({ alarm: { metricName: 'FeatureDrift' } })),
  byFunction: example('A function publishes for the alarm, under aws/sns', relayed('sns:Publish')),
  deafFunction: example('The role of the function may not publish', relayed('sns:Subscribe')),
  silentTopic: example('The topic is encrypted with aws/sns', watched({ topic: { encryption: 'aws-managed' } })),
};
