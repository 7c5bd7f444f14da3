import type { NodeId } from '../../model/diagram';
import { firstFailure, type Trace, type TraceStep } from '../../model/trace';
import type { TrailChain } from '../facts';
import type { Graph } from '../graph';
import type { TrailFacet } from './facets';

/** Would this trail's records really arrive? */
export function trailChain(
  trail: NodeId,
  facet: TrailFacet,
  world: { readonly graph: Graph; readonly traces: readonly Trace[] },
): TrailChain {
  const { graph } = world;
  const values = { trail: graph.nameOf(trail), bucket: graph.nameOf(facet.bucket) };
  const steps: TraceStep[] = [];
  const step = (verdict: TraceStep['verdict'], code: string, nodes: NodeId[]) =>
    steps.push({ kind: 'chain', verdict, nodes, reason: { code: `monitoring.${code}`, values } });
  if (!facet.logging) step('fail', 'trail-off', [trail]);
  const blocked = world.traces.find((trace) => !trace.allowed);
  const failure = blocked && firstFailure(blocked);
  if (facet.bucket === undefined) step('fail', 'trail-nowhere', [trail]);
  else if (failure) {
    step('fail', 'trail-blocked', [trail, facet.bucket]);
    steps.push(failure);
  } else step('pass', 'trail-delivers', [trail, facet.bucket]);
  return {
    trail,
    facet,
    trace: { request: `${trail}/deliver`, allowed: steps.every((one) => one.verdict !== 'fail'), steps },
  };
}
