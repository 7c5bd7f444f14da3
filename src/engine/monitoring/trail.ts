import type { NodeId } from '../../model/diagram';
import { firstFailure, type TraceStep } from '../../model/trace';
import type { TrailChain, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import { stepInto } from './chain';
import type { TrailFacet } from './facets';

/**
 * Would this trail's records really arrive? Files and log events are delivered apart: GetTrailStatus tells the errors
 * of each by itself (`LatestDeliveryError`, `LatestCloudWatchLogsDeliveryError`).
 */
export function trailChain(
  trail: NodeId,
  facet: TrailFacet,
  world: { readonly graph: Graph; readonly asks: readonly WalkedRequest[] },
): TrailChain {
  const { graph } = world;
  const { logGroup } = facet;
  const values = {
    trail: graph.nameOf(trail),
    bucket: graph.nameOf(facet.bucket),
    ...(logGroup !== undefined && { log: graph.nameOf(logGroup) }),
  };
  const steps: TraceStep[] = [];
  const step = stepInto(steps, trail, values);
  if (!facet.logging) step('fail', 'trail-off', [trail]);
  const refused = (toLogs: boolean) =>
    world.asks.find(({ spec, trace }) => !trace.allowed && (spec.to === logGroup) === toLogs);
  const [files, events] = [refused(false), logGroup === undefined ? undefined : refused(true)];
  const failure = files && firstFailure(files.trace);
  if (facet.bucket === undefined) step('fail', 'trail-nowhere', [trail]);
  else if (failure) {
    step('fail', 'trail-blocked', [trail, facet.bucket]);
    steps.push(failure);
  } else step('pass', 'trail-delivers', [trail, facet.bucket]);
  const arrives = logGroup !== undefined && !events;
  if (logGroup !== undefined) step('info', events ? 'trail-logs-blocked' : 'trail-logs', [trail, logGroup]);
  return {
    trail,
    facet,
    ...(arrives && facet.logging && { logGroup }),
    trace: { request: `${trail}/deliver`, allowed: steps.every((one) => one.verdict !== 'fail'), steps },
  };
}
