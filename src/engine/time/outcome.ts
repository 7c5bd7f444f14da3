import type { AuditRecord, Outcome, Verdict } from '../../model/timeline';
import type { Trace, TraceStep } from '../../model/trace';
import type { Case, Sign } from './case';
import { clock, step } from './diary';
import { HARMS } from './incidents/harm';
import { silence } from './silence';
import type { World } from './world';

const HOUR = 3600;

/** What became of one incident. */
export function outcomeOf(world: World, one: Case): Outcome {
  const loss = lossOf(world, one);
  const say = (question: string, holds: boolean, steps: readonly TraceStep[], at?: number): Verdict => ({
    holds,
    ...(at !== undefined && { at }),
    trace: trace(one, question, steps, holds),
  });
  const values = { target: world.nameOf(one.target), since: clock(one.at) };
  const start = one.steps;

  const survived = staged(one) && loss.requests === 0;
  const prevented = one.refused || survived;
  const why = one.refused || !staged(one) ? [] : [survival(one, survived, { ...values, lost: loss.requests })];

  const signs = inOrder(one.signs);
  const first = signs[0];
  const notice = inOrder(one.notices)[0];
  const open = step(prevented ? 'info' : 'fail', prevented ? 'nothing-to-see' : 'nobody-sees', [one.target], values);
  const untold = step(prevented ? 'info' : 'fail', prevented ? 'nothing-to-see' : 'nobody-told', [one.target], values);
  // That it happens is not why nobody notices it.
  const begun = prevented ? start : start.map((each) => ({ ...each, verdict: 'info' as const }));
  const unseen = [...begun, ...(prevented ? [] : silence(world, one)), open];
  // A lost message is the reason by itself; of silent alarms none is.
  const silent = first ? [] : silence(world, one);
  const outcome = one.lost.length > 0 ? { ...untold, verdict: 'info' as const } : untold;
  const unheard = [...begun, ...silent, ...new Set([...(first?.steps ?? []), ...one.lost]), outcome];
  const { ended } = one;
  const byHand = ended?.by !== undefined;
  const contained = byHand && !ended.byChance;
  const goesOn = step(
    prevented ? 'info' : 'fail',
    prevented ? 'nothing-to-see' : 'nobody-ends-it',
    [one.target],
    values,
  );
  const lucky = step('fail', 'ends-by-chance', [one.target, ended?.by ?? one.target], {
    ...values,
    by: world.nameOf(ended?.by),
  });
  const how = contained ? ended.steps : byHand ? [...ended.steps, lucky] : [...start, goesOn];
  const records = recordsOf(world, one);

  return {
    incident: one.index,
    kind: one.incident.kind,
    target: one.target,
    at: one.at,
    prevented: say('prevented', prevented, [...start, ...why], prevented ? one.at : undefined),
    detected: {
      ...say('detected', first !== undefined, first?.steps ?? unseen, first?.at),
      by: [...new Set(signs.map((each) => each.by))],
    },
    notified: {
      ...say('notified', notice !== undefined, notice?.steps ?? (prevented ? [...start, untold] : unheard), notice?.at),
      who: [...new Set(one.notices.map((each) => each.who))],
    },
    contained: {
      ...say('contained', contained, how, contained ? ended.at : undefined),
      ...(contained && { by: ended.by }),
    },
    attributable: attribution(world, one, records),
    loss,
  };
}

/** Happens by itself, to one zone or gateway after the other. */
function staged({ incident }: Case): boolean {
  return incident.kind === 'zone-lost' || incident.kind === 'nat-lost';
}

/** Calls that belong to it: what was done, or, where nobody asked for it, who was calling the target meanwhile. */
function recordsOf(world: World, one: Case): readonly AuditRecord[] {
  const own = [...one.records];
  if (own.length > 0 || Object.hasOwn(HARMS, one.incident.kind)) return own;
  const from = Math.floor(one.at / HOUR) * HOUR;
  const to = one.ended?.at ?? one.until;
  return world.audit.records.filter((each) => each.target === one.target && each.at >= from && each.at < to);
}

function attribution(world: World, one: Case, records: readonly AuditRecord[]): Outcome['attributable'] {
  const named = records.filter((each) => each.principal !== 'anonymous');
  const done = named.filter((each) => each.result === 'allowed');
  const shown = done.length > 0 ? done : named;
  const [first] = shown;
  const steps: TraceStep[] = first
    ? [
        step('pass', first.trails.length > 0 ? 'named-in-trail' : 'named-in-history', [one.target, ...first.trails], {
          event: first.event,
          who: first.principal,
          trail: world.nameOf(first.trails[0]),
        }),
      ]
    : [step('fail', 'nobody-named', [one.target], { target: world.nameOf(one.target) })];
  return {
    holds: first !== undefined,
    ...(first && { at: Math.max(first.at, one.at) }),
    trace: trace(one, 'attributable', steps, first !== undefined),
    who: [...new Set(shown.map((each) => each.principal))],
    records: shown,
  };
}

function lossOf(world: World, one: Case): Outcome['loss'] {
  const { worth } = world.setting.traffic;
  if (one.refused) return { requests: 0, wrong: 0, records: 0, dollars: 0 };
  const end = Math.min(one.ended?.at ?? world.setting.to, one.until, world.setting.to);
  const targets = one.disturbs ?? world.failing;
  let requests = 0;
  for (const target of targets) {
    const failed = world.failedBetween(target, one.at, end);
    requests += Math.max(0, failed - (world.twin?.failedBetween(target, one.at, end) ?? 0));
  }
  const hours = Math.max(0, end - one.at) / HOUR;
  const records = 'recordsPerHour' in one.incident ? Math.round(one.incident.recordsPerHour * hours) : 0;
  const wrong = Math.round(one.wrong);
  const dollars = requests * worth.requestUsd + wrong * worth.wrongAnswerUsd + records * worth.recordUsd;
  return { requests, wrong, records, dollars: Math.round(dollars * 100) / 100 };
}

function survival(one: Case, survived: boolean, values: Readonly<Record<string, string | number>>): TraceStep {
  return step(survived ? 'pass' : 'fail', survived ? 'survived' : 'not-survived', [one.target], values);
}

/** Where the answer is yes, what went wrong on the way there does not decide. */
function trace(one: Case, question: string, steps: readonly TraceStep[], holds: boolean): Trace {
  const shown = holds
    ? steps.map((each) => (each.verdict === 'fail' ? { ...each, verdict: 'info' as const } : each))
    : steps;
  return {
    request: `incident-${one.index}/${one.target}/${question}`,
    allowed: shown.every((each) => each.verdict !== 'fail'),
    steps: shown,
  };
}

function inOrder<T extends Sign>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => a.at - b.at);
}
