import type { NodeId } from '../../model/diagram';
import type { WalkedRequest } from '../facts';
import { reachedTheApi } from './audit';
import { resourceOf, selects } from '../monitoring/record';
import type { World } from './world';

/** Until a trail's events stand in its log group: "an average of about 5 minutes" (CloudTrail User Guide, "How CloudTrail works"). */
const TO_LOG_GROUP = 300;

/** Metrics that count records: a call that a trail delivers to a log group is counted there, if the group wants it. */
export function startCounts(world: World): void {
  const counting = new Set(world.drawn.nodes.map(({ id }) => id).filter((id) => world.timeOf(id)?.counts));
  if (counting.size === 0) return;
  world.onCalls = (walked, count) => {
    const { record, spec } = walked;
    const { to } = spec;
    if (count <= 0 || !record || to === undefined || !reachedTheApi(walked)) return;
    const call = { source: record.eventSource, event: record.eventName, denied: !walked.trace.allowed };
    for (const group of groupsOf(world, walked)) {
      if (!counting.has(group)) continue;
      for (const metric of world.metrics.of(group)) {
        if (!world.timeOf(group)?.counts?.(metric.source, call)) continue;
        world.queue.at(world.now + TO_LOG_GROUP, () => {
          world.counted.set(group, to);
          metric.publish(world.now, count, count, 1, 1);
        });
      }
    }
  };
}

function groupsOf(world: World, walked: WalkedRequest): ReadonlySet<NodeId> {
  const { record } = walked;
  if (!record) return new Set();
  return new Set(
    world.facts.trails
      .filter((chain) => selects(chain, record, resourceOf(walked)))
      .flatMap((chain) => chain.logGroup ?? []),
  );
}
