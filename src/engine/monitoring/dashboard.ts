import type { NodeId } from '../../model/diagram';
import { firstFailure, type TraceStep } from '../../model/trace';
import type { DashboardChain, ScheduleChain, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import type { DashboardFacet } from './facets';
import { findMetric, type Published } from './metric';

interface DashboardWorld {
  readonly graph: Graph;
  readonly metrics: readonly Published[];
  readonly schedules: readonly ScheduleChain[];
  /** what looking at it asks. */
  readonly looks: readonly WalkedRequest[];
}

/** What a dashboard shows, and who may see it. It never tells anybody: that is an alarm's work. */
export function dashboardChain(dashboard: NodeId, facet: DashboardFacet, world: DashboardWorld): DashboardChain {
  const { graph } = world;
  const steps: TraceStep[] = [];
  const name = graph.nameOf(dashboard);
  const note = (
    verdict: TraceStep['verdict'],
    code: string,
    nodes: readonly NodeId[],
    values: Record<string, string | number> = {},
    field?: string,
  ) =>
    steps.push({
      kind: 'chain',
      verdict,
      nodes,
      ...(field !== undefined && { fields: [{ node: dashboard, field }] }),
      reason: { code: `monitoring.${code}`, values: { dashboard: name, ...values } },
    });

  if (facet.widgets.length + facet.alarms.length === 0) note('fail', 'dashboard-empty', [dashboard], {}, 'widgets');
  for (const widget of facet.widgets) {
    const of = { alarm: name, metric: widget.metric, namespace: widget.namespace, source: graph.nameOf(widget.source) };
    const fields = { source: `${widget.field}.source`, metric: `${widget.field}.metricName` };
    findMetric(dashboard, widget, fields, world, (verdict, code, nodes, values, field) =>
      note(verdict, code, nodes, { ...of, ...values }, field),
    );
  }
  for (const id of facet.alarms) note('pass', 'dashboard-alarm', [dashboard, id], { alarm: graph.nameOf(id) });

  facet.viewers.forEach((viewer, index) => {
    const who = graph.nameOf(viewer);
    const field = `viewers[${index}]`;
    const refused = world.looks.find((one) => one.spec.field === field && !one.trace.allowed);
    const failure = refused && firstFailure(refused.trace);
    if (refused) note('fail', 'dashboard-hidden', [dashboard, viewer], { who, action: refused.action }, field);
    else note('pass', 'dashboard-seen', [dashboard, viewer], { who });
    if (failure) steps.push(failure);
  });
  if (facet.viewers.length === 0) note('info', 'dashboard-unseen', [dashboard], {}, 'viewers');
  note('info', 'dashboard-silent', [dashboard]);
  return {
    dashboard,
    facet,
    trace: { request: `${dashboard}/show`, allowed: steps.every((one) => one.verdict !== 'fail'), steps },
  };
}
