import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import type { KeyFacet } from '../encryption/facets';
import type { PrincipalFacts, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import type { Policy } from '../iam/contract';
import type { ResourcePolicyFacet } from '../iam/facets';
import type { Network } from '../network/contract';
import type { Operation } from './facets';

/** What a walk reads. `facts-of.ts` builds it once per evaluation. */
export interface World {
  readonly graph: Pick<Graph, 'account' | 'enclosing' | 'node' | 'nameOf' | 'arn'>;
  readonly network: Pick<Network, 'paths' | 'fromInternet'>;
  readonly principals: Pick<ReadonlyMap<NodeId, PrincipalFacts>, 'get'>;
  readonly keys: Pick<ReadonlyMap<NodeId, KeyFacet>, 'get'>;
  operationsOf(node: NodeId): readonly Operation[];
  resourcePolicyOf(node: NodeId): { readonly facet: ResourcePolicyFacet; readonly policy?: Policy } | undefined;
  endpointPolicyOf(node: NodeId): readonly Policy[] | undefined;
}

/** The bill of one walk while it is written. The first failure ends it. */
export interface Walk {
  readonly steps: TraceStep[];
  readonly used: WalkedRequest['used'][number][];
  failed: boolean;
}

export function add(walk: Walk, ...steps: readonly TraceStep[]): boolean {
  for (const step of steps) {
    if (walk.failed) break;
    walk.steps.push(step);
    if (step.verdict === 'fail') walk.failed = true;
  }
  return !walk.failed;
}
