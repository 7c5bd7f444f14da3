import { resourceOf, selects } from '../monitoring/record';
import { DELIVERY, reachedTheApi } from './audit';
import type { World } from './world';

/** Metrics that count records: a call that a trail delivers to a log group is counted there, if the group wants it. */
export function startCounts(world: World): void {
  if (!world.drawn.nodes.some(({ id }) => world.timeOf(id)?.counts)) return;
  world.onCalls = (walked, count) => {
    const { record, spec } = walked;
    const { to } = spec;
    if (count <= 0 || !record || to === undefined || !reachedTheApi(walked)) return;
    const call = { source: record.eventSource, event: record.eventName, denied: !walked.trace.allowed };
    const trails = world.facts.trails.filter((chain) => selects(chain, record, resourceOf(walked)));
    for (const group of new Set(trails.flatMap((chain) => chain.logGroup ?? []))) {
      for (const metric of world.metrics.of(group)) {
        if (!world.timeOf(group)?.counts?.(metric.source, call)) continue;
        world.queue.at(world.now + DELIVERY, () => {
          world.counted.set(group, to);
          metric.publish(world.now, count, count, 1, 1);
        });
      }
    }
  };
}
