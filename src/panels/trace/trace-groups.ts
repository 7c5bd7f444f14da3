import type { Facts } from '../../engine/facts';
import type { NodeId } from '../../model/diagram';
import type { Trace } from '../../model/trace';

export interface TraceEntry {
  readonly key: string;
  readonly title: string;
  readonly trace: Trace;
}
export interface TraceGroup {
  readonly title: string;
  readonly entries: readonly TraceEntry[];
}

/** Everything that the diagram does, as lists of traces; empty groups are left out. */
export function traceGroups(facts: Facts): readonly TraceGroup[] {
  const name = (id: NodeId | undefined): string => facts.node(id)?.name ?? 'something';
  const requests = (purpose: 'call' | 'setup' | 'delivery'): readonly TraceEntry[] =>
    facts.requests
      .filter((one) => one.spec.purpose === purpose)
      .map((one) => ({ key: one.spec.id, title: one.spec.title, trace: one.trace }));
  return [
    { title: 'Calls', entries: requests('call') },
    { title: 'Needed to run', entries: requests('setup') },
    { title: 'Deliveries', entries: requests('delivery') },
    {
      title: 'Monitoring',
      entries: facts.schedules.map((one) => ({
        key: `schedule/${one.schedule}`,
        title: `${name(one.schedule)} runs and publishes`,
        trace: one.trace,
      })),
    },
    {
      title: 'Alarms',
      entries: facts.alarms.map((one) => ({
        key: `alarm/${one.alarm}`,
        title: `${name(one.alarm)} reaches a person`,
        trace: one.trace,
      })),
    },
    {
      title: 'Dashboards',
      entries: facts.dashboards.map((one) => ({
        key: `dashboard/${one.dashboard}`,
        title: `${name(one.dashboard)} shows its metrics`,
        trace: one.trace,
      })),
    },
    {
      title: 'Rules',
      entries: facts.rules.map((one) => ({
        key: `rule/${one.rule}`,
        title: `${name(one.rule)} reaches a person`,
        trace: one.trace,
      })),
    },
    {
      title: 'Detection',
      entries: facts.detectors.map((one) => ({
        key: `detector/${one.detector}`,
        title: `Findings of ${name(one.detector)} reach a person`,
        trace: one.trace,
      })),
    },
    {
      title: 'Trails',
      entries: facts.trails.map((one) => ({
        key: `trail/${one.trail}`,
        title: `${name(one.trail)} records`,
        trace: one.trace,
      })),
    },
  ].filter((group) => group.entries.length > 0);
}
