import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { list, someText, text } from '../../model/schema';

/** The values that PutRetentionPolicy takes. */
export const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const MetricFilter = z.strictObject({
  name: field(z._default(someText(512), 'filter'), {
    title: 'Name',
    help: 'One filter of the group.',
    aws: 'FilterName',
  }),
  pattern: field(z._default(text(1024), ''), {
    title: 'Filter pattern',
    help: 'Which events count: { $.eventName = "DeleteModel" } for JSON, ERROR for text. Empty = every event. The simulation applies it to the records of CloudTrail.',
    aws: 'FilterPattern',
  }),
  namespace: field(z._default(text(255), 'LogMetrics'), {
    title: 'Namespace',
    help: 'Your own. The alarm must name the same one.',
    aws: 'MetricTransformations.MetricNamespace',
  }),
  metricName: field(z._default(text(255), ''), {
    title: 'Metric name',
    help: 'Each matching event counts 1: Sum is their number. Only events that come after the filter count.',
    aws: 'MetricTransformations.MetricName',
  }),
});

export const Props = z.strictObject({
  retentionDays: field(z.optional(z.literal(RETENTION_DAYS)), {
    title: 'Keep for',
    help: 'Empty = log events never expire.',
    unit: 'days',
    aws: 'RetentionInDays',
  }),
  kmsKey: ref('kms-key', {
    title: 'KMS key',
    help: 'Its policy must admit the service logs.<region>.amazonaws.com. Without a key, a key of the service encrypts.',
    aws: 'KmsKeyId',
  }),
  metricFilters: field(list(MetricFilter, 20), {
    title: 'Metric filters',
    help: 'Turn matching log events into metrics, so that an alarm can watch them.',
    aws: 'MetricFilter',
  }),
  ingestedGb: field(z._default(z.number().check(z.minimum(0), z.maximum(100_000)), 1), {
    title: 'Ingested a month',
    help: 'An estimate, for the cost only.',
    unit: 'GB',
  }),
});
export type Props = z.output<typeof Props>;
