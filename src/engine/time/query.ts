import type { NodeId } from '../../model/diagram';
import type { AuditRecord, Seconds, Timeline } from '../../model/timeline';
import type { TraceStep } from '../../model/trace';
import type { Facts } from '../facts';
import { step } from './diary';

const DAY = 86_400;

/** A question to a log group: which records of a time, of one call or of all, counted by who made them. */
export interface LogQuery {
  readonly logs: NodeId;
  readonly from: Seconds;
  readonly to: Seconds;
  /** `InvokeEndpoint` */
  readonly event?: string;
  readonly principal?: string;
}

export interface LogAnswer {
  /** one for each principal, call and outcome, the most frequent first. */
  readonly rows: readonly {
    readonly principal: string;
    readonly event: string;
    readonly result: AuditRecord['result'];
    readonly count: number;
  }[];
  /** the records that it rests on. */
  readonly records: readonly AuditRecord[];
  /** what it found, or why there was nothing to find. */
  readonly steps: readonly TraceStep[];
}

/**
 * Asks as CloudWatch Logs Insights does: of the records that a trail delivered to this group and that are still kept.
 * What was never recorded, it cannot find.
 */
export function askLogs(facts: Facts, timeline: Pick<Timeline, 'records' | 'to'>, query: LogQuery): LogAnswer {
  const { logs, from, to, event, principal } = query;
  const values = { log: facts.node(logs)?.name ?? logs, event: event ?? 'any call' };
  const say = (verdict: TraceStep['verdict'], code: string, nodes: readonly NodeId[], more = {}): TraceStep =>
    step(verdict, `query-${code}`, [logs, ...nodes], { ...values, ...more });
  const trails = facts.trails.filter(({ facet }) => facet.logGroup === logs);
  if (trails.length === 0) return { rows: [], records: [], steps: [say('fail', 'no-trail', [])] };

  const days = facts.logs.get(logs)?.retentionDays;
  const kept = days === undefined ? -Infinity : timeline.to - days * DAY;
  const asked = timeline.records.filter(
    (one) =>
      one.at >= from &&
      one.at < to &&
      (event === undefined || one.event === event) &&
      (principal === undefined || one.principal === principal),
  );
  const delivered = asked.filter((one) => one.logs.includes(logs));
  const records = delivered.filter((one) => one.at >= kept);
  const counts = new Map<string, LogAnswer['rows'][number]>();
  for (const one of records) {
    const key = JSON.stringify([one.principal, one.event, one.result]);
    const count = (counts.get(key)?.count ?? 0) + one.count;
    counts.set(key, { principal: one.principal, event: one.event, result: one.result, count });
  }
  const rows = [...counts.values()].toSorted((a, b) => b.count - a.count);
  const [first] = rows;
  if (first) return { rows, records, steps: [say('pass', 'finds', [], { who: first.principal, count: first.count })] };
  if (delivered.length > 0) return { rows, records, steps: [say('fail', 'expired', [], { days: days ?? 0 })] };
  const stopped = trails.find((one) => one.logGroup === undefined);
  if (stopped) {
    const why = stopped.trace.steps.filter(
      ({ verdict, reason }) => verdict === 'fail' || reason.code === 'monitoring.trail-logs-blocked',
    );
    return { rows, records, steps: [say('fail', 'not-delivered', [stopped.trail]), ...why] };
  }
  return {
    rows,
    records,
    steps: [
      say(
        'fail',
        'nothing',
        trails.map(({ trail }) => trail),
      ),
    ],
  };
}
