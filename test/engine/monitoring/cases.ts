import { allow, type Change } from '../fake';
import type { ChainCase } from './chain-case';
import { RELAY_CASES } from './relay-cases';
import {
  alarm,
  ANA,
  asks,
  asRole,
  asService,
  capture,
  operation,
  publish,
  roleWith,
  schedule,
  topic,
  trail,
  WATCH,
} from './world';

const CAPTURE =
  'SageMaker developer guide, "Data capture": an endpoint configuration turns it on, and names the bucket.';
const MONITOR =
  'SageMaker developer guide, "Data and model quality monitoring": a schedule compares captures with a baseline.';
const TRUTH = 'SageMaker developer guide, "Model quality": predictions are merged with ground truth labels.';
const CRON =
  'SageMaker developer guide, "Cron expressions for monitoring schedule": hourly at the most, up to 20 minutes late.';
const ALARM = 'CloudWatch user guide, "Using Amazon CloudWatch alarms"';
const SUBSCRIPTION = 'SNS developer guide, "Confirm the subscription": only confirmed ones get messages.';
const TRAIL = 'CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail": the bucket must admit the service.';
const DELIVERIES =
  'CloudTrail API reference, "GetTrailStatus": files and log events have errors and times of their own.';
const TO_LOGS = {
  trail: { ...trail, logGroup: 'events' },
  requests: [
    asks('trail', 's3:PutObject', 'logs', asService('cloudtrail.amazonaws.com')),
    asks('trail', 'logs:PutLogEvents', 'events', asRole),
  ],
};
const EVENTS = { operations: [operation('logs:PutLogEvents', '*')] };
const MISSING = 'CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data"';
const DATAPOINTS = 'CloudWatch user guide, "Evaluating an alarm": M data points out of N evaluation periods.';

const watching = (more: object): Change => ({ monitor: { schedule: { ...schedule, ...more } } });
const capturing = (more: object): Change => ({ endpoint: { capture: { ...capture, ...more } } });
const alarming = (more: object): Change => ({ alarm: { alarm: { ...alarm, ...more } } });
const quality = { watches: 'model-quality', needsGroundTruth: true, groundTruth: 'labels' } as const;
export const CASES: readonly ChainCase[] = [
  {
    name: 'a schedule with every link',
    source: MONITOR,
    chain: 'schedule',
    fails: [],
    says: ['watches', 'capture-on', 'baseline', 'runs-every', 'permissions-hold', 'publishes'],
  },
  {
    name: 'it watches nothing',
    source: MONITOR,
    chain: 'schedule',
    change: watching({ source: undefined }),
    fails: ['no-source'],
  },
  {
    name: 'the account may not use it',
    source: 'SageMaker developer guide, "Model Monitor availability change": closed to new customers.',
    chain: 'schedule',
    change: watching({ refused: 'closed' }),
    fails: ['refused'],
  },
  {
    name: 'capture is switched off',
    source: CAPTURE,
    chain: 'schedule',
    change: capturing({ enabled: false }),
    fails: ['capture-off'],
  },
  {
    name: 'capture takes 0 %',
    source: CAPTURE,
    chain: 'schedule',
    change: capturing({ samplingPercent: 0 }),
    fails: ['capture-off'],
  },
  {
    name: 'the watched node captures nothing at all',
    source: CAPTURE,
    chain: 'schedule',
    change: { endpoint: null },
    fails: ['capture-off'],
  },
  {
    name: 'capture has no bucket',
    source: CAPTURE,
    chain: 'schedule',
    change: capturing({ bucket: undefined }),
    fails: ['capture-nowhere'],
  },
  {
    name: 'the endpoint may not write its captures',
    source: 'SageMaker developer guide, "Roles for SageMaker": the execution role writes captured data to Amazon S3.',
    chain: 'schedule',
    change: { role: roleWith(allow('s3:GetObject'), allow('s3:PutObject', { Resource: 'arn:aws:s3:::reports/*' })) },
    fails: ['capture-blocked'],
    says: ['capture-on', 'permissions-hold'],
  },
  {
    name: 'inputs are not captured',
    source: CAPTURE,
    chain: 'schedule',
    change: capturing({ input: false }),
    fails: ['capture-no-input'],
  },
  {
    name: 'model quality does not need inputs',
    source: TRUTH,
    chain: 'schedule',
    change: { ...watching(quality), ...capturing({ input: false }) },
    fails: [],
    says: ['ground-truth'],
  },
  {
    name: 'model quality needs outputs',
    source: TRUTH,
    chain: 'schedule',
    change: { ...watching(quality), ...capturing({ output: false }) },
    fails: ['capture-no-output'],
  },
  {
    name: 'bias needs outputs as well',
    source: 'SageMaker developer guide, "Bias drift for models in production"',
    chain: 'schedule',
    change: { ...watching({ ...quality, watches: 'model-bias' }), ...capturing({ output: false }) },
    fails: ['capture-no-output'],
  },
  {
    name: 'data quality does without outputs',
    source: CAPTURE,
    chain: 'schedule',
    change: capturing({ output: false }),
    fails: [],
  },
  {
    name: 'no baseline',
    source: MONITOR,
    chain: 'schedule',
    change: watching({ hasBaseline: false }),
    fails: ['no-baseline'],
  },
  {
    name: 'no labels',
    source: TRUTH,
    chain: 'schedule',
    change: watching({ ...quality, groundTruth: undefined }),
    fails: ['no-ground-truth'],
  },
  {
    name: 'no bucket for reports',
    source: MONITOR,
    chain: 'schedule',
    change: watching({ output: undefined }),
    fails: ['no-output'],
  },
  {
    name: 'once a day at an hour',
    source: CRON,
    chain: 'schedule',
    change: watching({ everyHours: 24, startHour: 8 }),
    fails: [],
    says: ['runs-daily'],
  },
  {
    name: 'an expression that is refused',
    source: CRON,
    chain: 'schedule',
    change: watching({ everyHours: undefined }),
    fails: ['bad-schedule'],
  },
  {
    name: 'the role may not write reports',
    source: 'SageMaker developer guide, "CreateProcessingJob API: Execution Role Permissions"',
    chain: 'schedule',
    change: { role: roleWith(allow('s3:*', { Resource: 'arn:aws:s3:::captured/*' })) },
    fails: ['permission'],
  },
  {
    name: 'metrics are switched off',
    source: 'SageMaker developer guide, "CloudWatch Metrics" of monitoring: publishing can be disabled.',
    chain: 'schedule',
    change: watching({ publishesMetrics: false }),
    fails: [],
    says: ['publishes-nothing'],
  },
  {
    name: 'an alarm with every link',
    source: ALARM,
    chain: 'alarm',
    fails: [],
    says: ['metric-exists', 'can-fire', 'delivered', 'reaches'],
  },
  {
    name: 'it watches no metric',
    source: ALARM,
    chain: 'alarm',
    change: alarming({ source: undefined }),
    fails: ['alarm-no-source'],
  },
  {
    name: 'a metric of another name',
    source: 'CloudWatch user guide, "Metrics concepts": a name in another namespace is another metric.',
    chain: 'alarm',
    change: alarming({ metric: 'distances' }),
    fails: ['no-such-metric'],
  },
  {
    name: 'a metric of another namespace',
    source: 'CloudWatch user guide, "Metrics concepts": a name in another namespace is another metric.',
    chain: 'alarm',
    change: alarming({ namespace: '/drift' }),
    fails: ['no-such-metric'],
  },
  {
    name: 'a metric of another name, and missing data count as breaching',
    source: MISSING,
    chain: 'alarm',
    change: alarming({ metric: 'distances', missingData: 'breaching' }),
    fails: ['no-such-metric', 'fires-without-metric'],
  },
  {
    name: 'a threshold that no value reaches, and missing data count as breaching',
    source: MISSING,
    chain: 'alarm',
    change: alarming({ threshold: 50, missingData: 'breaching' }),
    fails: ['fires-without-data'],
  },
  {
    name: 'the schedule does not run',
    source: MONITOR,
    chain: 'alarm',
    change: watching({ hasBaseline: false }),
    fails: ['metric-silent'],
  },
  {
    name: 'a threshold out of reach',
    source: ALARM,
    chain: 'alarm',
    change: alarming({ threshold: 1 }),
    fails: ['never-fires'],
  },
  {
    name: 'a threshold that is always crossed',
    source: ALARM,
    chain: 'alarm',
    change: alarming({ threshold: -1 }),
    fails: ['always-fires'],
  },
  {
    name: 'more data points than come in the window',
    source: DATAPOINTS,
    chain: 'alarm',
    change: alarming({ periodSeconds: 300, evaluationPeriods: 3, datapointsToAlarm: 2, missingData: 'ignore' }),
    fails: ['too-few-datapoints'],
  },
  {
    name: 'more data points than periods',
    source: DATAPOINTS,
    chain: 'alarm',
    change: alarming({ datapointsToAlarm: 2 }),
    fails: ['n-of-m'],
  },
  {
    name: 'its actions are disabled',
    source: ALARM,
    chain: 'alarm',
    change: alarming({ actionsEnabled: false }),
    fails: ['actions-disabled'],
  },
  { name: 'it has no action', source: ALARM, chain: 'alarm', change: alarming({ actions: [] }), fails: ['no-actions'] },
  {
    name: 'the topic does not admit it',
    source: 'SNS developer guide, "Example cases for Amazon SNS access control": the topic policy names the service.',
    chain: 'alarm',
    change: { topic: { ...WATCH['topic'], resourcePolicy: { required: false } } },
    fails: ['not-delivered'],
  },
  {
    name: 'it never asked',
    source: 'Design: no request, no delivery',
    chain: 'alarm',
    change: { alarm: { alarm, requests: [] } },
    fails: ['not-delivered'],
  },
  {
    name: 'nobody confirmed',
    source: SUBSCRIPTION,
    chain: 'alarm',
    change: { topic: topic('topic', { ...ANA, confirmed: false }) },
    fails: ['no-subscription'],
  },
  {
    name: 'a subscription without an address',
    source: SUBSCRIPTION,
    chain: 'alarm',
    change: { topic: topic('topic', { ...ANA, endpoint: ' ' }) },
    fails: ['no-subscription'],
  },
  {
    name: 'it only sets off a program',
    source: 'CloudWatch user guide, "Alarm actions": an alarm may invoke a function, which is no person.',
    chain: 'alarm',
    change: { topic: { ...topic('topic'), topic: undefined } },
    fails: ['nobody-told'],
    says: ['delivered'],
  },
  ...RELAY_CASES,
  { name: 'a trail with every link', source: TRAIL, chain: 'trail', fails: [], says: ['trail-delivers'] },
  {
    name: 'it is not logging',
    source: 'CloudTrail user guide, "Turning off logging for a trail"',
    chain: 'trail',
    change: { trail: { trail: { ...trail, logging: false } } },
    fails: ['trail-off'],
  },
  {
    name: 'it has no bucket',
    source: TRAIL,
    chain: 'trail',
    change: { trail: { trail: { ...trail, bucket: undefined } } },
    fails: ['trail-nowhere'],
  },
  {
    name: 'the bucket does not admit it',
    source: TRAIL,
    chain: 'trail',
    change: { logs: { resourcePolicy: { required: false } } },
    fails: ['trail-blocked'],
  },
  {
    name: 'its log group takes the events too',
    source: DELIVERIES,
    chain: 'trail',
    change: { trail: TO_LOGS, events: EVENTS, role: roleWith(allow(['s3:*', 'logs:*'])) },
    fails: [],
    says: ['trail-delivers', 'trail-logs'],
  },
  {
    name: 'its log group refuses: the files arrive all the same',
    source: DELIVERIES,
    chain: 'trail',
    change: { trail: TO_LOGS, events: EVENTS, role: roleWith(allow('s3:*')) },
    fails: [],
    says: ['trail-delivers', 'trail-logs-blocked'],
  },
];

/** What two actions make together: one that works is enough. */
export const TWO_TOPICS: Change = {
  alarm: { alarm: { ...alarm, actions: ['silent', 'topic'] }, requests: [publish('silent'), publish('topic')] },
  silent: topic('silent'),
};
