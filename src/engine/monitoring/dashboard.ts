import type { NodeId } from '../../model/diagram';
import { firstFailure, type TraceStep } from '../../model/trace';
import type { DashboardChain, ScheduleChain, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import { stepInto } from './chain';
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
  const base = { dashboard: name };
  const step = stepInto(steps, dashboard, base);

  if (facet.widgets.length + facet.alarms.length === 0) step('fail', 'dashboard-empty', [dashboard], {}, 'widgets');
  for (const widget of facet.widgets) {
    const of = { alarm: name, metric: widget.metric, namespace: widget.namespace, source: graph.nameOf(widget.source) };
    const fields = { source: `${widget.field}.source`, metric: `${widget.field}.metricName` };
    findMetric(dashboard, widget, fields, world, stepInto(steps, dashboard, { ...base, ...of }));
  }
  for (const id of facet.alarms) step('pass', 'dashboard-alarm', [dashboard, id], { alarm: graph.nameOf(id) });

  facet.viewers.forEach((viewer, index) => {
    const who = graph.nameOf(viewer);
    const field = `viewers[${index}]`;
    const refused = world.looks.find((one) => one.spec.field === field && !one.trace.allowed);
    const failure = refused && firstFailure(refused.trace);
    if (refused) step('fail', 'dashboard-hidden', [dashboard, viewer], { who, action: refused.action }, field);
    else step('pass', 'dashboard-seen', [dashboard, viewer], { who });
    if (failure) steps.push(failure);
  });
  if (facet.viewers.length === 0) step('info', 'dashboard-unseen', [dashboard], {}, 'viewers');
  step('info', 'dashboard-silent', [dashboard]);
  return {
    dashboard,
    facet,
    trace: { request: `${dashboard}/show`, allowed: steps.every((one) => one.verdict !== 'fail'), steps },
  };
}
