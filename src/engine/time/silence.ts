import { firstFailure, type TraceStep } from '../../model/trace';
import { waitsFor } from '../monitoring/threshold';
import type { Case } from './case';
import { step } from './diary';
import type { World } from './world';

/**
 * Why no alarm went off: what is wrong with each alarm that watches the target and with the runs that publish its
 * metric, or that it saw no reason.
 */
export function silence(world: World, { target }: Case): readonly TraceStep[] {
  const { alarms, alarmFacets, schedules } = world.drawn;
  const watching = alarms.flatMap((chain) => {
    const facet = alarmFacets.get(chain.alarm);
    const schedule = schedules.find((one) => one.schedule === facet?.source);
    return facet && (schedule?.facet.source ?? facet.source) === target ? [{ chain, facet }] : [];
  });
  if (watching.length === 0) return [step('fail', 'no-alarm', [target], { target: world.nameOf(target) })];
  return watching.flatMap(({ chain, facet }) => {
    const { alarm, metric, fires } = chain;
    const broken = firstFailure(chain.trace);
    const silent = broken?.reason.code === 'monitoring.metric-silent';
    const published = metric !== undefined && !silent;
    if (broken && !(published && fires === 'can-fire')) {
      const run = silent ? schedules.find((one) => one.schedule === facet.source)?.trace.steps : undefined;
      return [broken, ...(run ?? []).filter(({ verdict }) => verdict === 'fail')];
    }
    const { statistic, metric: name } = facet;
    const values = { alarm: world.nameOf(alarm), statistic, metric: name, ...waitsFor(facet) };
    return [step('info', 'stays-quiet', [alarm], values)];
  });
}
