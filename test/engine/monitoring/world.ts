import type { AlarmFacet, MetricSource, ScheduleFacet, TrailFacet } from '../../../src/engine/monitoring/facets';
import type { Operation, RequestSpec } from '../../../src/engine/request/facets';
import { ACCOUNT, allow, type Drawing, policyText, type Statement } from '../fake';

export const operation = (action: string, resource: string): Operation => ({ action, resource });

/** A request on the network of AWS, signed by a role or by a service in its own name. */
export const asks = (
  from: string,
  action: string,
  to: string,
  signer: RequestSpec['signer'],
  purpose: RequestSpec['purpose'] = 'setup',
): RequestSpec => ({
  id: `${from}/${action}/${to}`,
  from,
  signer,
  origin: { type: 'platform' },
  action,
  to,
  purpose,
  title: `${from} asks ${to}`,
});
export const asRole = { type: 'identity', node: 'role' } as const;
export const asService = (principal: string) => ({ type: 'service', principal }) as const;

export const admits = (service: string, action: string, node: string): Drawing[string] => ({
  resourcePolicy: {
    policy: policyText(node, 'policy', allow(action, { Principal: service === '*' ? service : { Service: service } })),
    required: false,
  },
});
export const roleWith = (...statements: readonly Statement[]) => ({
  principal: {
    arn: `arn:aws:iam::${ACCOUNT}:role/monitor`,
    type: 'role',
    identity: [policyText('role', 'policies[0].document', ...statements)],
    longLivedKeys: false,
  } as const,
});

export const schedule: ScheduleFacet = {
  watches: 'data-quality',
  source: 'endpoint',
  hasBaseline: true,
  needsGroundTruth: false,
  output: 'reports',
  everyHours: 1,
  publishesMetrics: true,
};
export const metric: MetricSource = {
  namespace: 'drift',
  metric: 'distance',
  unit: 'None',
  min: 0,
  max: 1,
  signal: 'data-drift',
  schedule: 'monitor',
  every: 3600,
};
export const alarm: AlarmFacet = {
  namespace: 'drift',
  metric: 'distance',
  source: 'monitor',
  statistic: 'Average',
  periodSeconds: 3600,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  threshold: 0.2,
  comparison: '>',
  missingData: 'missing',
  actionsEnabled: true,
  actions: ['topic'],
};
export const capture = { enabled: true, samplingPercent: 20, bucket: 'captured', input: true, output: true };
export const publish = (to: string) => asks('alarm', 'sns:Publish', to, asService('cloudwatch.amazonaws.com'));
export const topic = (
  node: string,
  ...emails: readonly { readonly endpoint: string; readonly confirmed: boolean }[]
) => ({
  ...admits('cloudwatch.amazonaws.com', 'sns:Publish', node),
  operations: [operation('sns:Publish', `arn:aws:sns:us-east-1:${ACCOUNT}:${node}`)],
  topic: { subscriptions: emails.map((one, at) => ({ protocol: 'email', field: `subscriptions[${at}]`, ...one })) },
});
export const trail: TrailFacet = {
  logging: true,
  multiRegion: true,
  validatesFiles: true,
  managementEvents: true,
  dataEvents: [],
  bucket: 'logs',
};
export const ANA = { endpoint: 'ana@example.com', confirmed: true };

/** An endpoint that captures, a schedule that compares, an alarm that tells Ana, and a trail: every link in place. */
export const WATCH: Drawing = {
  endpoint: { capture, requests: [asks('endpoint', 's3:PutObject', 'captured', asRole)] },
  captured: {
    operations: [
      operation('s3:PutObject', 'arn:aws:s3:::captured/object'),
      operation('s3:GetObject', 'arn:aws:s3:::captured/object'),
    ],
  },
  reports: { operations: [operation('s3:PutObject', 'arn:aws:s3:::reports/object')] },
  labels: {},
  role: roleWith(allow('s3:*')),
  monitor: {
    schedule,
    metrics: [metric],
    requests: [asks('monitor', 's3:GetObject', 'captured', asRole), asks('monitor', 's3:PutObject', 'reports', asRole)],
  },
  alarm: { alarm, requests: [publish('topic')] },
  topic: topic('topic', ANA),
  logs: {
    ...admits('cloudtrail.amazonaws.com', 's3:PutObject', 'logs'),
    operations: [operation('s3:PutObject', 'arn:aws:s3:::logs/object')],
  },
  trail: {
    trail,
    requests: [asks('trail', 's3:PutObject', 'logs', asService('cloudtrail.amazonaws.com'))],
  },
};
