import type { TraceStep } from '../../model/trace';
import { accountOf } from '../accounts';
import type { TrailChain, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import type { RecordFacet } from '../record-facet';

/** Which trail would record an allowed request, and with what. `undefined` when there is no record to speak of. */
export function recordStep(request: WalkedRequest, all: readonly TrailChain[], graph: Graph): TraceStep | undefined {
  const { record, trace } = request;
  if (!record || !trace.allowed) return undefined;
  const resource = resourceOf(request);
  const trails = all.filter((chain) => reaches(chain, request, graph));
  const able = trails.find((chain) => chain.trace.allowed && selects(chain, record, resource));
  const event = record.eventName;
  if (able) {
    return {
      kind: 'record',
      verdict: 'info',
      nodes: [able.trail],
      reason: { code: 'request.recorded', values: { trail: graph.nameOf(able.trail), event } },
    };
  }
  if (record.category === 'management') {
    return { kind: 'record', verdict: 'info', nodes: [], reason: { code: 'request.event-history', values: { event } } };
  }
  const why =
    trails.length === 0
      ? 'there is no trail'
      : trails.some((chain) => records(chain, 'data', record.resourceType))
        ? trails.some((chain) => selects(chain, record, resource))
          ? 'the trail cannot deliver'
          : 'the selectors of the trail leave it out'
        : `data events of ${record.resourceType} are not selected`;
  return {
    kind: 'record',
    verdict: 'info',
    nodes: trails.map((chain) => chain.trail),
    reason: { code: 'request.not-recorded', values: { event, why } },
  };
}

/**
 * A trail records what happens in its own account: the account of the caller and that of the resource each get the
 * event (CloudTrail User Guide, data events across accounts).
 */
function reaches({ trail }: TrailChain, { spec }: WalkedRequest, graph: Graph): boolean {
  const { signer, from, to } = spec;
  const caller = signer.type === 'identity' ? signer.node : from;
  return [caller, to].some((id) => accountOf(id, graph) === accountOf(trail, graph));
}

/** ARN that was asked about. */
export function resourceOf({ action, used }: WalkedRequest): string | undefined {
  return used.find((one) => one.action === action)?.resource;
}

/** Does the trail select this call? Management and data events are selected separately. */
export function selects(chain: TrailChain, record: RecordFacet, resource?: string): boolean {
  return records(chain, record.category, record.resourceType) && !chain.facet.leavesOut?.(record, resource);
}

/** Does the trail select such events at all? */
export function records(chain: TrailChain, category: 'management' | 'data', resourceType: string): boolean {
  return category === 'management' ? chain.facet.managementEvents : chain.facet.dataEvents.includes(resourceType);
}
