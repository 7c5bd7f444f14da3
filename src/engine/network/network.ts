import type { NodeId } from '../../model/diagram';
import { same } from '../reuse';
import type { Destination, Network, Path } from './contract';
import type { NetworkFacet } from './facets';
import { walkFlow } from './flow';
import type { FlowAnswer, FlowQuestion } from './flow';
import { layOut } from './lay-out';
import type { Layout, WholeLayout } from './layout';
import { fromInternet, walkPaths } from './paths';
import { findProblems } from './problems';
import { rewalk } from './rewalk';
import { isPublic } from './routes';

/** The network with the finer question: one packet, exact ports, any protocol. */
export interface PacketNetwork extends Network {
  flow(question: FlowQuestion): FlowAnswer;
}

/** A network with what it rests on. */
interface Built {
  readonly layout: WholeLayout;
  /** the names that it asked for, so far. */
  readonly names: ReadonlyMap<NodeId, string>;
  /** the paths that were walked, so far. */
  readonly walked: ReadonlyMap<string, readonly Path[]>;
  readonly network: PacketNetwork;
}
let last: Built | undefined;

/** As `buildNetwork`. All that the last network found counts again while it would read the same. */
export function rebuildNetwork(
  facets: ReadonlyMap<NodeId, NetworkFacet>,
  names: (id: NodeId) => string,
): PacketNetwork {
  const before =
    last && sameFacets(last.layout.facets, facets) && [...last.names].every(([id, name]) => names(id) === name)
      ? last
      : undefined;
  last = build(facets, names, before);
  return last.network;
}

function sameFacets(a: ReadonlyMap<NodeId, NetworkFacet>, b: ReadonlyMap<NodeId, NetworkFacet>): boolean {
  if (a.size !== b.size) return false;
  const ids = b.keys();
  for (const [id, facet] of a) if (ids.next().value !== id || !same(b.get(id), facet)) return false;
  return true;
}

/** Indexes the drawing once; every path is walked at most once. */
export function buildNetwork(facets: ReadonlyMap<NodeId, NetworkFacet>, names: (id: NodeId) => string): PacketNetwork {
  return build(facets, names, undefined).network;
}

function build(
  facets: ReadonlyMap<NodeId, NetworkFacet>,
  names: (id: NodeId) => string,
  before: Built | undefined,
): Built {
  const asked = new Map(before?.names);
  const walked = new Map(before?.walked);
  const name = (id: NodeId) => {
    const found = names(id);
    asked.set(id, found);
    return found;
  };
  const layout = before ? { ...before.layout, name } : layOut(facets, name);
  const once = (about: NodeId, question: readonly unknown[], walk: (seen: Layout) => readonly Path[]) => {
    const key = JSON.stringify(question);
    const known = walked.get(key);
    if (known) return known;
    const paths = rewalk(layout, about, key, walk);
    walked.set(key, paths);
    return paths;
  };
  const network: PacketNetwork = {
    paths: (from: NodeId, to: Destination) => once(from, [from, to], (seen) => walkPaths(seen, from, to)),
    fromInternet: (from: NodeId, to: Destination) =>
      once(to.type === 'node' ? to.node : from, ['internet', from, to], (seen) => [fromInternet(seen, from, to)]),
    isPublicSubnet(subnet: NodeId) {
      const found = layout.subnets.get(subnet);
      return found !== undefined && isPublic(layout, found);
    },
    effectiveRouteTable: (subnet: NodeId) => layout.subnets.get(subnet)?.routeTable,
    problems: before?.network.problems ?? findProblems(layout),
    flow: (question: FlowQuestion) => walkFlow(layout, question),
  };
  return { layout, names: asked, walked, network };
}
