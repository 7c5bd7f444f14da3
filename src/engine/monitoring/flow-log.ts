import type { NodeId } from '../../model/diagram';
import { firstFailure, type Trace, type TraceStep } from '../../model/trace';
import type { FlowLogChain, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import { stepInto } from './chain';
import type { FlowLogFacet } from './facets';

/** Would the records of this flow log really arrive? */
export function flowLogChain(
  log: NodeId,
  facet: FlowLogFacet,
  world: { readonly graph: Graph; readonly traces: readonly Trace[] },
): FlowLogChain {
  const { graph } = world;
  const values = { log: graph.nameOf(log), destination: graph.nameOf(facet.destination) };
  const blocked = world.traces.find((trace) => !trace.allowed);
  const failure = blocked && firstFailure(blocked);
  const code = facet.destination === undefined ? 'nowhere' : failure ? 'blocked' : 'delivers';
  const steps: TraceStep[] = [];
  const step = stepInto(steps, log, values);
  step(code === 'delivers' ? 'pass' : 'fail', `flow-log-${code}`, [log, facet.destination]);
  if (failure && code === 'blocked') steps.push(failure);
  return { log, facet, trace: { request: `${log}/deliver`, allowed: code === 'delivers', steps } };
}

const FILTERS = new Set<TraceStep['kind']>(['security-group', 'network-acl', 'return']);

/** Which flow log records the packets of a request, and as what. Nothing to say where no filter was asked. */
export function flowStep({ trace }: WalkedRequest, logs: readonly FlowLogChain[], graph: Graph): TraceStep | undefined {
  if (logs.length === 0 || !trace.steps.some(({ kind }) => FILTERS.has(kind))) return undefined;
  const stopped = firstFailure(trace);
  const action = stopped && FILTERS.has(stopped.kind) ? 'REJECT' : 'ACCEPT';
  const crossed = new Set(
    trace.steps.flatMap(({ nodes }) => nodes.flatMap((id) => [id, ...graph.ancestors(id).map((one) => one.id)])),
  );
  const near = logs.filter(({ facet }) => facet.watches !== undefined && crossed.has(facet.watches));
  const able = near.find(
    ({ facet, trace: own }) => own.allowed && (facet.traffic === 'ALL' || facet.traffic === action),
  );
  const [first] = near;
  if (able) {
    const values = { log: graph.nameOf(able.log), action, minutes: able.facet.intervalSeconds / 60 };
    return { kind: 'record', verdict: 'info', nodes: [able.log], reason: { code: 'monitoring.flow-recorded', values } };
  }
  if (!first) return undefined;
  const why = first.trace.allowed ? `it records ${first.facet.traffic} only` : 'its records do not arrive';
  const values = { log: graph.nameOf(first.log), action, why };
  return { kind: 'record', verdict: 'info', nodes: [first.log], reason: { code: 'monitoring.flow-missed', values } };
}
