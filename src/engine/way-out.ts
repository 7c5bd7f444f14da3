import type { NodeId } from '../model/diagram';
import type { Facts } from './facts';
import type { Path } from './network/contract';

/**
 * A path over TCP from the interfaces of a node to any host on the internet, on whatever port is open. HTTPS comes first,
 * so that the usual way is the one that is shown.
 */
export function wayOut(facts: Pick<Facts, 'nodes' | 'network' | 'networkOf'>, node: NodeId): Path | undefined {
  const facet = facts.networkOf(node);
  const groups = facet?.role === 'interfaces' ? facet.securityGroups : [];
  for (const port of portsOf(facts, groups)) {
    const open = facts.network.paths(node, { type: 'internet', port }).find((path) => path.reachable);
    if (open) return open;
  }
  return undefined;
}

/** Rules tell ranges of ports apart; the first port of each range stands for the range. */
function portsOf(facts: Pick<Facts, 'nodes' | 'networkOf'>, groups: readonly NodeId[]): readonly number[] {
  const ports = new Set([443, 1]);
  const split = (rule: { readonly protocol: string; readonly fromPort: number; readonly toPort: number }) => {
    if (rule.protocol === 'tcp') for (const port of [rule.fromPort, rule.toPort + 1]) ports.add(port);
  };
  for (const { id } of facts.nodes) {
    const facet = facts.networkOf(id);
    if (facet?.role === 'security-group' && groups.includes(id)) facet.egress.forEach(split);
    if (facet?.role === 'network-acl') facet.rules.forEach(split);
  }
  return [...ports].filter((port) => port >= 1 && port <= 65_535);
}
