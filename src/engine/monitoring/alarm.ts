import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import type { AlarmChain, RuleChain, ScheduleChain } from '../facts';
import { stepInto } from './chain';
import { type Deliveries, delivery } from './deliver';
import type { AlarmFacet } from './facets';
import { findMetric, type Published, unitWords } from './metric';
import { judgeThreshold } from './threshold';

interface AlarmWorld extends Deliveries {
  readonly metrics: readonly Published[];
  readonly schedules: readonly ScheduleChain[];
  /** rules that hear that the alarm goes off, and that work. */
  readonly hearing: readonly RuleChain[];
}

const FIELDS = { source: 'source', metric: 'metricName' };

/** From a metric to a person. */
export function alarmChain(alarm: NodeId, facet: AlarmFacet, world: AlarmWorld): AlarmChain {
  const { graph } = world;
  const steps: TraceStep[] = [];
  const base = {
    alarm: graph.nameOf(alarm),
    metric: facet.metric,
    namespace: facet.namespace,
    source: graph.nameOf(facet.source),
  };
  const step = stepInto(steps, alarm, base);

  const metric = findMetric(alarm, facet, FIELDS, world, step);
  const judged = metric ? judgeThreshold(facet, metric) : undefined;
  // No value sets it off, and a period without one does.
  const breaching = facet.missingData === 'breaching';
  const onSilence = breaching && judged?.code === 'never-fires';
  if (metric && judged) {
    const verdict = judged.fires === 'can-fire' ? 'pass' : 'fail';
    const code = onSilence ? 'fires-without-data' : judged.code;
    step(verdict, code, [alarm], { ...judged.values, unit: unitWords(metric) }, 'threshold');
  } else if (breaching) step('fail', 'fires-without-metric', [alarm], {}, 'treatMissingData');
  // Up to here one failure ends the chain; of the actions, one that works is enough.
  const stopped = steps.some((one) => one.verdict === 'fail');
  const reaches = [...world.hearing.flatMap((one) => one.reaches)];
  const silent = reaches.length > 0 ? 'info' : 'fail';
  if (!facet.actionsEnabled) step(silent, 'actions-disabled', [alarm], {}, 'actionsEnabled');
  else if (facet.actions.length > 0 || reaches.length === 0) {
    const told = delivery(alarm, { targets: facet.actions, field: 'alarmActions' }, world);
    steps.push(...told.steps);
    reaches.push(...told.reaches);
  }
  for (const [state, targets] of Object.entries((facet.actionsEnabled && facet.otherActions) || {})) {
    for (const target of targets) {
      const arrives = world.deliveries.find(({ spec }) => spec.to === target)?.trace.allowed === true;
      // They say how it goes on after an alarm: whoever is not told that it is over has still been told.
      const [verdict, code] = arrives ? (['pass', 'tells-state'] as const) : (['info', 'cannot-tell-state'] as const);
      step(verdict, code, [alarm, target], { state, target: graph.nameOf(target) });
    }
  }
  for (const { rule, trace } of world.hearing) {
    step('pass', 'alarm-heard', [alarm, rule], { rule: graph.nameOf(rule) });
    steps.push(...trace.steps.filter(({ reason }) => reason.code !== 'monitoring.rule-hears'));
  }
  return {
    alarm,
    ...(metric && { metric }),
    fires: onSilence ? 'can-fire' : (judged?.fires ?? (breaching ? 'always' : 'never')),
    reaches,
    trace: { request: `${alarm}/notify`, allowed: !stopped && reaches.length > 0, steps },
  };
}
