import type { NodeId } from '../../model/diagram';
import { same } from '../reuse';
import type { Destination, Network, Path } from './contract';
import type { NetworkFacet } from './facets';
import { walkFlow } from './flow';
import type { FlowAnswer, FlowQuestion } from './flow';
import { layOut } from './lay-out';
import type { Layout, WholeLayout } from './layout';
import { fromInternet, walkPaths } from './paths';
import { findProblems, type Review } from './problems';
import { differing, isSureWalk, relaid, rewalk } from './rewalk';
import { isPublic } from './routes';

/** The network with the finer question: one packet, exact ports, any protocol. */
export interface PacketNetwork extends Network {
  flow(question: FlowQuestion): FlowAnswer;
}

/** A network that was built after another. */
export interface Rebuilt {
  readonly network: PacketNetwork;
  /** names of paths that may be others than in the network of before; `undefined`: all may be. */
  readonly paths: readonly string[] | undefined;
}

/** A network with what it rests on. */
interface Built extends Rebuilt {
  readonly layout: WholeLayout;
  /** the names that it asked for, so far. */
  readonly names: ReadonlyMap<NodeId, string>;
  /** the paths that were walked, so far. */
  readonly walked: ReadonlyMap<string, readonly Path[]>;
  /** of these, the ones that may be others next time although nothing that is known to matter changes. */
  readonly unsure: ReadonlySet<string>;
  readonly review: Review;
}
let last: Built | undefined;

/** As `buildNetwork`. What the last network found counts again while it would read the same. */
export function rebuildNetwork(facets: ReadonlyMap<NodeId, NetworkFacet>, names: (id: NodeId) => string): Rebuilt {
  // In another order they would be told of in another order.
  const alike = last !== undefined && sameFacets(last.layout.facets, facets);
  const changed = !last || alike ? [] : differing(last.layout.facets, facets);
  last = build(facets, names, changed.length > facets.size / 4 ? undefined : last, { alike, changed });
  return last;
}

function sameFacets(a: ReadonlyMap<NodeId, NetworkFacet>, b: ReadonlyMap<NodeId, NetworkFacet>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  const ids = b.keys();
  for (const [id, facet] of a) if (ids.next().value !== id || !same(b.get(id), facet)) return false;
  return true;
}

/** Indexes the drawing once; every path is walked at most once. */
export function buildNetwork(facets: ReadonlyMap<NodeId, NetworkFacet>, names: (id: NodeId) => string): PacketNetwork {
  return build(facets, names, undefined, { alike: false, changed: [] }).network;
}

/** What tells the questions of a network apart. */
export function pathsName(from: NodeId, to: Destination): string {
  return JSON.stringify([from, to]);
}
export function internetName(from: NodeId, to: Destination): string {
  return JSON.stringify(['internet', from, to]);
}

function build(
  facets: ReadonlyMap<NodeId, NetworkFacet>,
  names: (id: NodeId) => string,
  before: Built | undefined,
  { alike, changed }: { readonly alike: boolean; readonly changed: readonly NodeId[] },
): Built {
  const asked = new Map(before?.names);
  const renamed = [...asked].flatMap(([id, name]) => (names(id) === name ? [] : [id]));
  for (const id of renamed) asked.set(id, names(id));
  const name = (id: NodeId) => {
    const found = names(id);
    asked.set(id, found);
    return found;
  };
  const layout = before && alike ? { ...before.layout, name } : layOut(facets, name, before?.layout);
  const untouched = alike && renamed.length === 0 ? before : undefined;
  const walked = new Map(untouched?.walked);
  const unsure = new Set(untouched?.unsure);
  const doubted = before && relaid(before.layout, layout, { changed, renamed });
  const review = untouched?.review ?? findProblems(layout, before?.review, doubted?.nodes);
  const once = (about: NodeId, key: string, walk: (seen: Layout) => readonly Path[]) => {
    const known = walked.get(key);
    if (known) return known;
    const paths = rewalk(layout, about, key, walk);
    walked.set(key, paths);
    if (!isSureWalk(layout, about, key)) unsure.add(key);
    return paths;
  };
  const network: PacketNetwork = {
    paths: (from: NodeId, to: Destination) => once(from, pathsName(from, to), (seen) => walkPaths(seen, from, to)),
    fromInternet: (from: NodeId, to: Destination) =>
      once(to.type === 'node' ? to.node : from, internetName(from, to), (seen) => [fromInternet(seen, from, to)]),
    isPublicSubnet(subnet: NodeId) {
      const found = layout.subnets.get(subnet);
      return found !== undefined && isPublic(layout, found);
    },
    effectiveRouteTable: (subnet: NodeId) => layout.subnets.get(subnet)?.routeTable,
    problems: review.all,
    flow: (question: FlowQuestion) => walkFlow(layout, question),
  };
  const paths = untouched ? [] : before && doubted && [...doubted.walks, ...before.unsure];
  return { layout, names: asked, walked, unsure, review, network, paths };
}
