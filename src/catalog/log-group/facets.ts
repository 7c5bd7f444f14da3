import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { MetricSource } from '../../engine/monitoring/facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation } from '../api';
import { keyOr } from '../keys';
import { LOG_GROUP } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type LogGroup = NodeOf<Props>;

/** Names of log groups may have slashes: `/aws/sagemaker/Endpoints/fraud`. */
function arnOf(node: LogGroup, { account }: FacetContext): string {
  const name = node.name.trim().replace(/[^\w./#-]+/g, '-') || 'unnamed';
  return `arn:aws:logs:${account.region}:${account.id}:log-group:${name}`;
}

/** The service itself uses the key, whoever writes or queries: the key policy must admit it. */
function keyUse(node: LogGroup, context: FacetContext, action: string): readonly KeyUse[] {
  const { kmsKey } = node.props;
  if (!kmsKey) return [];
  return [
    {
      key: { type: 'customer-managed', node: kmsKey },
      actions: [action],
      byService: `logs.${context.account.region}.amazonaws.com`,
      context: { 'kms:EncryptionContext:aws:logs:arn': [arnOf(node, context)] },
    },
  ];
}

function operations(node: LogGroup, context: FacetContext): readonly Operation[] {
  const arn = arnOf(node, context);
  // IAM is asked about "<log group>:log-stream:<name>", with an empty name where a stream plays no part.
  const one = (name: string, stream: string, key?: string): Operation =>
    apiOperation(
      { prefix: 'logs', resourceType: LOG_GROUP, resource: `${arn}:log-stream:${stream}` },
      name,
      key === undefined ? {} : { keys: keyUse(node, context, key) },
    );
  const { record: _, ...put } = one('PutLogEvents', 'stream', 'kms:GenerateDataKey');
  return [
    // PutLogEvents is not a management event; no trail here selects it.
    put,
    one('StartQuery', '', 'kms:Decrypt'),
    one('FilterLogEvents', '', 'kms:Decrypt'),
    one('CreateLogStream', ''),
    one('DeleteLogGroup', ''),
  ];
}

/** A metric counts the events that match; without one there is no value ("Creating metric filters"). */
function metrics({ props }: LogGroup): readonly MetricSource[] {
  return props.metricFilters
    .filter(({ metricName }) => metricName !== '')
    .map(({ namespace, metricName: metric }) => ({
      namespace,
      metric,
      unit: 'None',
      min: 0,
      max: 1,
      signal: 'usage',
      every: 60,
    }));
}

export const facets: Facets<Props> = {
  arn: arnOf,
  operations,
  metrics,
  time,
  log: ({ props }) => (props.retentionDays === undefined ? {} : { retentionDays: props.retentionDays }),
  stores: ({ props }) => [
    {
      id: 'logs',
      label: 'Log events',
      field: 'kmsKey',
      key: keyOr(props.kmsKey, { type: 'aws-owned', label: 'A key of CloudWatch Logs' }),
      used: true,
    },
  ],
  cost,
};
