import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src/model/diagram';
import { edit, factsFrom, play, WATCHED } from './designs';

/**
 * Sources: CloudTrail user guide, "Creating CloudWatch alarms for CloudTrail events" (a metric filter on the log group of a
 * trail) and "How CloudTrail works" (about five minutes); CloudWatch Logs user guide, "Filter pattern syntax".
 */
const HOUR = 3600;
const document = (...actions: readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: actions, Resource: '*' } });
const admits = (name: string, action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: name },
      Action: action,
      ...(action.startsWith('sts') ? {} : { Resource: '*' }),
    },
  });
const metric = { namespace: 'Audit', metricName: 'Deletions' };

function counting(pattern: string, writes: readonly string[] = ['logs:CreateLogStream', 'logs:PutLogEvents']): Diagram {
  return edit(WATCHED, {
    log: ['s3-bucket', { policy: admits('cloudtrail.amazonaws.com', 's3:*') }],
    trail: ['cloudtrail-trail', { bucket: 'log', logGroup: 'group', role: 'writer' }],
    group: ['log-group', { metricFilters: [{ ...metric, pattern }] }],
    writer: [
      'iam-role',
      {
        trustPolicy: admits('cloudtrail.amazonaws.com', 'sts:AssumeRole'),
        policies: [{ name: 'write', document: document(...writes) }],
      },
    ],
    operator: { policies: [{ name: 'all', document: document('*') }] },
    gone: ['cloudwatch-alarm', { source: 'group', ...metric, statistic: 'Sum', period: 60 }],
  });
}

/** Seconds from the deletion to the alarm. */
function rings(design: Diagram): number | undefined {
  const incidents = [{ kind: 'resource-deleted', on: 'scores', atHour: 2.5 }];
  const { alarms } = play(factsFrom(design), { hours: 4, incidents });
  const change = alarms.find(({ alarm }) => alarm === 'gone')?.changes.find(({ to }) => to === 'ALARM');
  return change && change.at - 2.5 * HOUR;
}

describe('a metric filter on the log group of a trail', () => {
  it('counts a call once its record is there', () => {
    const after = rings(counting('{ $.eventName = "DeleteEndpoint" }'));
    expect(after).toBeGreaterThanOrEqual(300);
    expect(after).toBeLessThanOrEqual(480);
  });
  it.each([
    ['another call', counting('{ $.eventName = "DeleteTrail" }')],
    ['a call that is refused', counting('{ $.errorCode EXISTS }')],
    ['records that the trail may not write', counting('{ $.eventName = "DeleteEndpoint" }', ['logs:CreateLogStream'])],
  ])('does not count %s', (_, design) => {
    expect(rings(design)).toBeUndefined();
  });
});
