import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src/model/diagram';
import { edit, factsFrom, play, RECORDED } from './designs';
import { may } from './policies';

/**
 * Sources: CloudTrail user guide, "Creating CloudWatch alarms for CloudTrail events" (a metric filter on the log group of a
 * trail) and "How CloudTrail works" (about five minutes); CloudWatch Logs user guide, "Filter pattern syntax".
 */
const HOUR = 3600;
const metric = { namespace: 'Audit', metricName: 'Deletions' };

function counting(pattern: string, writes?: readonly string[]): Diagram {
  return edit(RECORDED, {
    group: { metricFilters: [{ ...metric, pattern }] },
    ...(writes && { writer: may(...writes) }),
    operator: may('*'),
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
