import type { NodeId } from '../../model/diagram';
import { same } from '../reuse';
import type { Destination, Network, Path } from './contract';
import type { NetworkFacet } from './facets';
import { walkFlow } from './flow';
import type { FlowAnswer, FlowQuestion } from './flow';
import { layOut } from './lay-out';
import { fromInternet, walkPaths } from './paths';
import { findProblems } from './problems';
import { isPublic } from './routes';

/** The network with the finer question: one packet, exact ports, any protocol. */
export interface PacketNetwork extends Network {
  flow(question: FlowQuestion): FlowAnswer;
}

interface Built {
  readonly facets: ReadonlyMap<NodeId, NetworkFacet>;
  /** the names that it asked for, so far. */
  readonly names: Map<NodeId, string>;
  readonly network: PacketNetwork;
}
let last: Built | undefined;

/** As `buildNetwork`. The last network counts again, with every path walked so far, while it would read the same. */
export function rebuildNetwork(
  facets: ReadonlyMap<NodeId, NetworkFacet>,
  names: (id: NodeId) => string,
): PacketNetwork {
  if (last && sameFacets(last.facets, facets) && [...last.names].every(([id, name]) => names(id) === name))
    return last.network;
  const asked = new Map<NodeId, string>();
  const network = buildNetwork(facets, (id) => {
    const name = names(id);
    asked.set(id, name);
    return name;
  });
  last = { facets, names: asked, network };
  return network;
}

function sameFacets(a: ReadonlyMap<NodeId, NetworkFacet>, b: ReadonlyMap<NodeId, NetworkFacet>): boolean {
  if (a.size !== b.size) return false;
  const ids = b.keys();
  return [...a].every(([id, facet]) => ids.next().value === id && same(b.get(id), facet));
}

/** Indexes the drawing once; every path is walked at most once. */
export function buildNetwork(facets: ReadonlyMap<NodeId, NetworkFacet>, names: (id: NodeId) => string): PacketNetwork {
  const layout = layOut(facets, names);
  const walked = new Map<string, readonly Path[]>();
  return {
    paths(from: NodeId, to: Destination) {
      const key = JSON.stringify([from, to.type, ...Object.values(to)]);
      const known = walked.get(key);
      if (known) return known;
      const paths = walkPaths(layout, from, to);
      walked.set(key, paths);
      return paths;
    },
    fromInternet: (from: NodeId, to: Destination) => [fromInternet(layout, from, to)],
    isPublicSubnet(subnet: NodeId) {
      const found = layout.subnets.get(subnet);
      return found !== undefined && isPublic(layout, found);
    },
    effectiveRouteTable: (subnet: NodeId) => layout.subnets.get(subnet)?.routeTable,
    problems: findProblems(layout),
    flow: (question: FlowQuestion) => walkFlow(layout, question),
  };
}
