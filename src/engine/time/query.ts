import type { NodeId } from '../../model/diagram';
import type { AuditRecord, Seconds, Timeline } from '../../model/timeline';
import type { TraceStep } from '../../model/trace';
import type { Facts, TrailChain } from '../facts';
import { records as recordsSuch } from '../monitoring/record';
import { DELIVERY } from './audit';
import { step } from './diary';

const DAY = 86_400;
/** The Event history keeps management events for so many days ("Working with CloudTrail Event history"). */
const HISTORY_DAYS = 90;

/** A question to what CloudTrail kept: which records of a time, of one call or of all, counted by who made them. */
export interface LogQuery {
  /** the log group that is asked. */
  readonly logs?: NodeId;
  /** the trail whose files are asked. Neither of the two: the Event history of the account. */
  readonly trail?: NodeId;
  readonly from: Seconds;
  readonly to: Seconds;
  /** `InvokeEndpoint`; `Delete*` = every call whose name begins so. */
  readonly event?: string;
  readonly principal?: string;
  readonly result?: AuditRecord['result'];
  /** when it is asked; left out, when everything has arrived. */
  readonly now?: Seconds;
}

interface LogRow {
  readonly principal: string;
  readonly event: string;
  readonly result: AuditRecord['result'];
  readonly count: number;
  readonly targets: readonly NodeId[];
  /** when the last of these calls had been made. */
  readonly last: Seconds;
}

export interface LogAnswer {
  /** one for each principal, call and outcome, the most frequent first. */
  readonly rows: readonly LogRow[];
  /** the records that it rests on. */
  readonly records: readonly AuditRecord[];
  /** what it found, or why there was nothing to find. */
  readonly steps: readonly TraceStep[];
}

/** Where records are looked for. */
interface Place {
  /** The Event history has none. */
  readonly id?: NodeId;
  /** that are to deliver there. */
  readonly trails: readonly TrailChain[];
  readonly gets: (record: AuditRecord) => boolean;
  /** does nothing of this trail arrive? */
  readonly misses: (chain: TrailChain) => boolean;
  /** it keeps records so long; `undefined` = for ever. */
  readonly days: number | undefined;
}

function placeOf(facts: Facts, { logs, trail }: LogQuery): Place {
  if (logs !== undefined) {
    return {
      id: logs,
      trails: facts.trails.filter(({ facet }) => facet.logGroup === logs),
      gets: (record) => record.logs.includes(logs),
      misses: ({ logGroup }) => logGroup === undefined,
      days: facts.logs.get(logs)?.retentionDays,
    };
  }
  if (trail !== undefined) {
    return {
      id: trail,
      trails: facts.trails.filter((one) => one.trail === trail),
      gets: (record) => record.trails.includes(trail),
      misses: ({ trace }) => !trace.allowed,
      days: undefined,
    };
  }
  return { trails: [], gets: ({ history }) => history, misses: () => false, days: HISTORY_DAYS };
}

/**
 * Asks as CloudWatch Logs Insights does of a log group, or Athena of the files of a trail: of the records that arrived
 * there and are still kept. What was never recorded, it cannot find.
 */
export function askLogs(facts: Facts, timeline: Pick<Timeline, 'records' | 'to'>, query: LogQuery): LogAnswer {
  const { logs, from, to, event, principal, result, now } = query;
  const { id: place, trails, gets, misses, days } = placeOf(facts, query);
  const values = {
    log: place === undefined ? 'The Event history' : (facts.node(place)?.name ?? place),
    event: event ?? 'any call',
  };
  const say = (verdict: TraceStep['verdict'], code: string, nodes: readonly NodeId[] = [], more = {}): TraceStep =>
    step(verdict, `query-${code}`, [...(place === undefined ? [] : [place]), ...nodes], { ...values, ...more });
  if (logs !== undefined && trails.length === 0) return { rows: [], records: [], steps: [say('fail', 'no-trail')] };

  const asked = timeline.records.filter(
    (one) =>
      one.at >= from &&
      one.at < to &&
      (now === undefined || one.last <= now) &&
      named(event, one.event) &&
      (principal === undefined || one.principal === principal) &&
      (result === undefined || one.result === result),
  );
  const sent = asked.filter(gets);
  const there = sent.filter((one) => now === undefined || one.last + DELIVERY <= now);
  const kept = days === undefined ? -Infinity : (now ?? timeline.to) - days * DAY;
  const records = there.filter((one) => one.at >= kept);
  const rows = rowsOf(records);
  const [first] = rows;
  if (first) return { rows, records, steps: [say('pass', 'finds', [], { who: first.principal, count: first.count })] };
  const nothing = (...steps: readonly TraceStep[]): LogAnswer => ({ rows, records, steps });
  if (there.length > 0) return nothing(say('fail', 'expired', [], { days: days ?? 0 }));
  if (sent.length > 0) return nothing(say('info', 'on-the-way', [], { minutes: DELIVERY / 60 }));
  const stopped = trails.find(misses);
  if (stopped) {
    const why = stopped.trace.steps.filter(
      ({ verdict, reason }) => verdict === 'fail' || reason.code === 'monitoring.trail-logs-blocked',
    );
    return nothing(say('fail', 'not-delivered', place === stopped.trail ? [] : [stopped.trail]), ...why);
  }
  const missing = unselected(facts, trails, event);
  const nodes = trails.map((one) => one.trail).filter((id) => id !== place);
  if (missing === undefined) return nothing(say('fail', 'nothing', nodes));
  return nothing(say('fail', place === undefined ? 'no-data-events' : 'not-selected', nodes, { type: missing }));
}

function named(asked: string | undefined, event: string): boolean {
  if (asked === undefined) return true;
  return asked.endsWith('*') ? event.startsWith(asked.slice(0, -1)) : event === asked;
}

function rowsOf(records: readonly AuditRecord[]): readonly LogRow[] {
  const rows = new Map<string, LogRow>();
  for (const { principal, event, result, count, target, last } of records) {
    const key = JSON.stringify([principal, event, result]);
    const before = rows.get(key);
    rows.set(key, {
      principal,
      event,
      result,
      count: (before?.count ?? 0) + count,
      targets: [...new Set([...(before?.targets ?? []), target])],
      last: Math.max(before?.last ?? 0, last),
    });
  }
  return [...rows.values()].toSorted((a, b) => b.count - a.count);
}

/** The resource type of the call that is asked about, where none of these trails selects its data events. */
function unselected(facts: Facts, trails: readonly TrailChain[], event: string | undefined): string | undefined {
  if (event === undefined) return undefined;
  const made = facts.requests.flatMap(({ record }) => (record && named(event, record.eventName) ? [record] : []));
  const one = made.find(({ category }) => category === 'data');
  if (!one || trails.some((chain) => recordsSuch(chain, 'data', one.resourceType))) return undefined;
  return one.resourceType;
}
