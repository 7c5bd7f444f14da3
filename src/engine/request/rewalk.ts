import type { NodeId } from '../../model/diagram';
import type { WalkedRequest } from '../facts';
import { internetName, pathsName } from '../network/network';
import { Memory, type Notes } from '../reuse';
import type { RequestSpec } from './facets';
import { walkRequest } from './walk';
import type { World } from './world';

const memory = new Memory<World, object, WalkedRequest>(watched);

/** As `walkRequest`; the last walk of this very request counts again while it would read the same. */
export function rewalk(spec: RequestSpec, world: World): WalkedRequest {
  return memory.recall(spec, 'walk', world, (seen) => walkRequest(spec, seen));
}

/** As `rewalk`, for a request that nobody drew: who asks again asks with another object. Kept with its target. */
export function walkAgain(spec: RequestSpec, world: World): WalkedRequest {
  const target = world.graph.node(spec.to);
  const walk = (seen: World) => walkRequest(spec, seen);
  return target ? memory.recall(target, JSON.stringify(spec), world, walk) : walk(world);
}

/** What a world answers otherwise than the one of before. */
export interface Edited {
  readonly nodes: Iterable<NodeId>;
  /** those whose containers, however far out, may be others. */
  readonly inside: Iterable<NodeId>;
  readonly names: Iterable<NodeId>;
  readonly arns: Iterable<NodeId>;
  /** names of paths, as `pathsName` gives them. */
  readonly paths: Iterable<string>;
  readonly principals: Iterable<NodeId>;
  readonly keys: Iterable<NodeId>;
  readonly operations: Iterable<NodeId>;
  readonly resourcePolicies: Iterable<NodeId>;
  readonly endpointPolicies: Iterable<NodeId>;
}

/** Requests that read nothing of what was edited are not asked about again. */
export function edited(before: World | undefined, after: World, what: Edited): void {
  memory.advance(before, after, topicsOf(what));
}

function* topicsOf(what: Edited): Iterable<string> {
  for (const [topic, ids] of Object.entries(what) as readonly (readonly [string, Iterable<string>])[])
    for (const id of ids) yield `${topic} ${id}`;
}

/** The topics are the keys of `Edited`. */
function watched(world: World, notes: Notes<World>): World {
  const ask = <T>(kind: keyof Edited, id: NodeId | undefined, question: (of: World) => T): T => {
    const topic = `${kind} ${id}`;
    return notes.ask(topic, world, question, topic);
  };
  return {
    graph: {
      // What is edited is a drawing of one account.
      get account() {
        return notes.ask('account', world, (of) => of.graph.account, 'account');
      },
      enclosing: (id, trait) =>
        notes.ask(`enclosing ${id} ${trait}`, world, (of) => of.graph.enclosing(id, trait), `inside ${id}`),
      node: (id) => ask('nodes', id, (of) => of.graph.node(id)),
      nameOf: (id) => ask('names', id, (of) => of.graph.nameOf(id)),
      arn: (id) => ask('arns', id, (of) => of.graph.arn(id)),
    },
    network: {
      paths: (from, to) => ask('paths', pathsName(from, to), (of) => of.network.paths(from, to)),
      fromInternet: (from, to) => ask('paths', internetName(from, to), (of) => of.network.fromInternet(from, to)),
    },
    principals: { get: (id) => ask('principals', id, (of) => of.principals.get(id)) },
    keys: { get: (id) => ask('keys', id, (of) => of.keys.get(id)) },
    operationsOf: (id) => ask('operations', id, (of) => of.operationsOf(id)),
    resourcePolicyOf: (id) => ask('resourcePolicies', id, (of) => of.resourcePolicyOf(id)),
    endpointPolicyOf: (id) => ask('endpointPolicies', id, (of) => of.endpointPolicyOf(id)),
  };
}
