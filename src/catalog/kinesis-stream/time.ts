import type { FacetContext, NodeOf } from '../../engine/facets';
import type { MetricSource } from '../../engine/monitoring/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

const AGE = 'GetRecords.IteratorAgeMilliseconds';

/** The only one with values here. Nothing in a stream is older than its retention period. */
export function metrics({ props }: NodeOf<Props>): readonly MetricSource[] {
  return [
    {
      namespace: 'AWS/Kinesis',
      metric: AGE,
      unit: 'Milliseconds',
      min: 0,
      max: props.retentionHours * 3_600_000,
      signal: 'lag',
      every: 60,
    },
  ];
}

export function time(_: NodeOf<Props>, { account }: FacetContext): TimeFacet {
  return {
    measures: (metric) => (metric === AGE ? { quantity: 'read-age' } : undefined),
    harms: { deleted: { action: 'kinesis:DeleteStream', leaves: 'gone' } },
    holds: {
      read: 'kinesis:GetRecords',
      write: 'kinesis:PutRecord',
      foreignResource: `arn:aws:kinesis:${account.region}:999988887777:stream/of-somebody-else`,
    },
  };
}
