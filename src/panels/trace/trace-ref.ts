import type { Facts } from '../../engine/facts';
import type { TraceRef } from '../../model/classroom';
import type { Report } from '../../model/report';
import type { Trace } from '../../model/trace';
import { traceGroups } from './trace-groups';

/** Where a trace stands, so that another window finds it in the same drawing; `undefined` for one of a past drawing. */
export function refOf(trace: Trace, facts: Facts, report: Report): TraceRef | undefined {
  for (const { entries } of traceGroups(facts)) {
    const entry = entries.find((one) => one.trace === trace);
    if (entry) return { of: 'request', key: entry.key };
  }
  for (const { id, findings } of report.requirements) {
    const finding = findings.findIndex((one) => one.trace === trace);
    if (finding >= 0) return { of: 'goal', requirement: id, finding };
  }
  return undefined;
}

export function traceAt(ref: TraceRef, facts: Facts, report: Report): Trace | undefined {
  if (ref.of === 'goal') {
    return report.requirements.find(({ id }) => id === ref.requirement)?.findings[ref.finding]?.trace;
  }
  return traceGroups(facts)
    .flatMap(({ entries }) => entries)
    .find(({ key }) => key === ref.key)?.trace;
}
