import type { NodeId } from '../../model/diagram';
import type { Metric } from './metrics';
import { every } from './traffic';
import type { World } from './world';

const MINUTE = 60;

/** A place that others read from, and the requests by which they do. */
interface Source {
  readonly metrics: readonly Metric[];
  readonly readers: readonly { readonly reads: readonly string[]; readonly calls: readonly string[] }[];
  /** everything up to here has been worked through. */
  done: number;
}

/**
 * The age of what is read: it grows while readers read and cannot finish their work. While nobody may read there is
 * no value. Whoever can work again has caught up within the minute (ours); slow work keeps up.
 */
export function startLags(world: World): void {
  const sources = world.drawn.nodes.flatMap(({ id }): Source[] => {
    const measured = world.metrics
      .of(id)
      .filter(({ source }) => world.timeOf(id)?.measures?.(source.metric)?.quantity === 'read-age');
    return measured.length === 0 ? [] : [{ metrics: measured, readers: readersOf(world, id), done: world.now }];
  });
  if (sources.length === 0) return;
  every(world, MINUTE, (at) => {
    for (const source of sources) minute(world, source, at);
  });
}

function readersOf(world: World, source: NodeId): Source['readers'] {
  const { drawn } = world;
  return drawn.nodes.flatMap(({ id }) => {
    const feeds = new Set(world.timeOf(id)?.fedBy);
    const mine = drawn.requests.filter(({ spec }) => spec.from === id);
    const reads = mine.filter(({ spec }) => spec.to === source && feeds.has(spec.id));
    if (reads.length === 0) return [];
    const calls = mine.filter(({ spec }) => spec.purpose === 'call' && !feeds.has(spec.id));
    return [{ reads: reads.map((one) => one.spec.id), calls: calls.map((one) => one.spec.id) }];
  });
}

function minute(world: World, source: Source, at: number): void {
  const allowed = (id: string) => world.link(id)?.trace.allowed === true;
  const reading = source.readers.filter(({ reads }) => reads.some(allowed));
  if (reading.length === 0) return;
  const waited = Math.max(0, at - source.done - MINUTE);
  if (reading.some(({ calls }) => calls.every(allowed))) source.done = at;
  for (const metric of source.metrics) {
    const age = Math.min(waited * 1000, metric.source.max);
    metric.publish(at, age, 1, age, age);
  }
}
