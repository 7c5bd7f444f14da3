import type { NodeId } from '../../model/diagram';
import { formatAddress, holds, plus, representatives, type Address } from './cidr';
import type { Path, Via } from './contract';
import { arrive, depart, hasAddress, vpcName } from './crossing';
import type { Packet, Peer } from './filters';
import type { Hop } from './gateways';
import { findHop } from './hop';
import { filterBlocks } from './hosts';
import { EPHEMERAL, type Layout, type Nic } from './layout';
import { siteBlocks, vpnBetween } from './links';
import { wayBack, type Goal } from './local';
import { answerFromInside } from './names';
import { Trail } from './trail';
import { FIELDS } from './fields';

/** From an interface to a host on premises, once a route has led to the virtual private gateway. */
export function toSite(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  peer: Peer,
  packet: Packet,
  hop: Extract<Hop, { readonly type: 'vpn' }>,
): boolean {
  return depart(layout, trail, { nic, nat: hop.nat, peer, packet }, () => true);
}

/** From an interface to any host of a network on premises. */
export function reachSite(layout: Layout, nic: Nic, site: NodeId, packet: Packet, start: Trail): Trail {
  return anySiteHost(layout, nic, site, start, (trail, peer) => {
    const hop = findHop(layout, trail, nic, peer, packet);
    if (!hop) return;
    if (hop.type === 'vpn' && hop.site === site) toSite(layout, trail, nic, peer, packet, hop);
    else {
      const values = { peer: peer.label, address: formatAddress(peer.address) };
      trail.fail('route', 'nobody-there', values, [nic.node, site]);
    }
  });
}

/** From a host on premises to an interface. The company's own router knows the VPC; the VPC must know the way back. */
export function fromSite(layout: Layout, trail: Trail, site: NodeId, peer: Peer, goal: Goal, packet: Packet): boolean {
  const { nic } = goal;
  const { vpc } = nic.subnet;
  const values = {
    site: layout.name(site),
    vpc: vpcName(layout, vpc),
    node: layout.name(nic.node),
    peer: peer.label,
  };
  if (!hasAddress(layout, trail, nic)) return false;
  const tunnel = vpnBetween(layout, vpc, site);
  if (!tunnel) {
    const near = layout.peerings.get(vpc ?? '')?.find(({ other }) => vpnBetween(layout, other, site));
    return near
      ? trail.fail('gateway', 'vpn-not-transitive', { ...values, other: layout.name(near.other) }, [site, near.id, vpc])
      : trail.fail('gateway', 'site-not-connected', values, [site, vpc]);
  }
  const named = { ...values, gateway: layout.name(tunnel.gateway), address: formatAddress(nic.address ?? 0) };
  const fields = [{ node: tunnel.gateway, field: tunnel.field }];
  if (!tunnel.up) return trail.fail('gateway', 'vpn-down', named, [tunnel.gateway, site], fields);
  trail.pass('gateway', 'in-through-vpn', named, [tunnel.gateway, site], fields);
  return arrive(layout, trail, {
    ...goal,
    peer,
    packet,
    wayBack: () => wayBack(layout, trail, nic, peer, tunnel.gateway),
  });
}

/** The paths of a network on premises: into the VPC through the tunnel, to everything public on its own. */
export function siteToNode(layout: Layout, site: NodeId, goals: readonly Goal[], packet: Packet): Trail {
  const tries = goals.map((goal) =>
    anySiteHost(layout, goal.nic, site, started(layout, site), (trail, peer) => {
      fromSite(layout, trail, site, peer, goal, packet);
    }),
  );
  return tries.find((one) => !one.failed) ?? tries[0] ?? new Trail();
}

export function siteToService(layout: Layout, site: NodeId, service: string, port: number): Path {
  const start = started(layout, site);
  const facet = layout.facet(site, 'on-premises');
  const answer = answerFromInside(layout, start, site, facet?.resolver, service);
  if (start.failed) return { reachable: false, steps: start.steps };
  if (answer) {
    const goal: Goal = { nic: answer.nic, role: 'endpoint', listens: undefined };
    const packet: Packet = { protocol: 'tcp', port, sourcePorts: EPHEMERAL };
    const trail = anySiteHost(layout, answer.nic, site, start, (one, peer) => {
      fromSite(layout, one, site, peer, goal, packet);
    });
    const client = siteHosts(layout, site)[0];
    const via: Via = {
      kind: 'interface-endpoint',
      node: answer.endpoint,
      ...(answer.nic.subnet.vpc !== undefined && { vpc: answer.nic.subnet.vpc }),
      ...(client !== undefined && { client: formatAddress(client) }),
    };
    return { reachable: !trail.failed, steps: trail.steps, ...(trail.failed ? {} : { via }) };
  }
  const values = { site: layout.name(site), service };
  start.pass('gateway', 'site-over-internet', values, [site]);
  return { reachable: true, steps: start.steps, via: { kind: 'internet' } };
}

function started(layout: Layout, site: NodeId): Trail {
  const trail = new Trail();
  trail.pass('start', 'from-site', { site: layout.name(site) }, [site]);
  return trail;
}

/** An ordinary host of every block. */
function siteHosts(layout: Layout, site: NodeId): Address[] {
  return siteBlocks(layout, site).map((block) => {
    const host = plus(block.first, 10);
    return holds(block, host) ? host : block.first;
  });
}

/** As `anyHost`, for the hosts of one network on premises: reached when any of them is. */
function anySiteHost(
  layout: Layout,
  nic: Nic,
  site: NodeId,
  start: Trail,
  attempt: (trail: Trail, peer: Peer) => void,
): Trail {
  const name = layout.name(site);
  const [ordinary, ...more] = siteHosts(layout, site);
  if (ordinary === undefined) {
    const trail = start.copy();
    trail.fail('start', 'site-without-block', { site: name }, [site], [{ node: site, field: FIELDS.siteCidrs }]);
    return trail;
  }
  const run = (address: Address, label: string): Trail => {
    const trail = start.copy();
    attempt(trail, { address, label });
    return trail;
  };
  const first = run(ordinary, name);
  if (!first.failed) return first;
  const blocks = siteBlocks(layout, site);
  const legal = (address: Address) => blocks.some((block) => holds(block, address));
  const seen = [...more, ...representatives([...filterBlocks(layout, nic), ...blocks], ordinary, legal)];
  for (const address of seen) {
    const other = run(address, `${formatAddress(address)} in ${name}`);
    if (other.failed) continue;
    other.info('start', 'only-some-hosts', { peer: `${formatAddress(address)} in ${name}` }, [nic.node]);
    return other;
  }
  return first;
}

/** Does a host with this address stand in a network that a tunnel connects with the interface's VPC? */
export function siteOf(layout: Layout, nic: Nic, address: Address): NodeId | undefined {
  const reached = [nic.subnet.vpc, ...(layout.peerings.get(nic.subnet.vpc ?? '') ?? []).map(({ other }) => other)];
  const sites = reached.flatMap((vpc) =>
    (layout.vpnGateways.get(vpc ?? '') ?? []).flatMap((id) =>
      (layout.facet(id, 'vpn-gateway')?.connections ?? []).flatMap(({ site }) => site ?? []),
    ),
  );
  return sites.find((site) => siteBlocks(layout, site).some((block) => holds(block, address)));
}
