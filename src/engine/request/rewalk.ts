import type { WalkedRequest } from '../facts';
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

function watched(world: World, notes: Notes<World>): World {
  return {
    graph: {
      get account() {
        return notes.ask('account', world, (of) => of.graph.account);
      },
      enclosing: (id, trait) => notes.ask(`enclosing ${id} ${trait}`, world, (of) => of.graph.enclosing(id, trait)),
      node: (id) => notes.ask(`node ${id}`, world, (of) => of.graph.node(id)),
      nameOf: (id) => notes.ask(`nameOf ${id}`, world, (of) => of.graph.nameOf(id)),
      arn: (id) => notes.ask(`arn ${id}`, world, (of) => of.graph.arn(id)),
    },
    network: {
      paths: (from, to) => notes.ask(`paths ${from} ${JSON.stringify(to)}`, world, (of) => of.network.paths(from, to)),
      fromInternet: (from, to) =>
        notes.ask(`fromInternet ${from} ${JSON.stringify(to)}`, world, (of) => of.network.fromInternet(from, to)),
    },
    principals: { get: (id) => notes.ask(`principal ${id}`, world, (of) => of.principals.get(id)) },
    keys: { get: (id) => notes.ask(`key ${id}`, world, (of) => of.keys.get(id)) },
    operationsOf: (id) => notes.ask(`operationsOf ${id}`, world, (of) => of.operationsOf(id)),
    resourcePolicyOf: (id) => notes.ask(`resourcePolicyOf ${id}`, world, (of) => of.resourcePolicyOf(id)),
    endpointPolicyOf: (id) => notes.ask(`endpointPolicyOf ${id}`, world, (of) => of.endpointPolicyOf(id)),
  };
}
