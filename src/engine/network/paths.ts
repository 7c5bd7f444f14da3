import type { NodeId } from '../../model/diagram';
import { formatAddress } from './cidr';
import type { Destination, Path, Via } from './contract';
import { hasAddress } from './crossing';
import type { Packet, Peer } from './filters';
import type { Hop } from './gateways';
import { anyHost, internetPeer, servicePeer } from './hosts';
import { EPHEMERAL, type Layout, type Nic } from './layout';
import { haveLink, talk, type Goal } from './local';
import { resolve } from './names';
import { enter, leave } from './outside';
import { reachSite, siteToNode, siteToService } from './site';
import { Trail } from './trail';

/** Regional APIs and interface endpoints speak HTTPS. */
const HTTPS = 443;

export function walkPaths(layout: Layout, from: NodeId, asked: Destination): readonly Path[] {
  const to: Destination =
    asked.type === 'node' && layout.facet(asked.node, 'internet') ? { type: 'internet', port: asked.port } : asked;
  const facet = layout.facets.get(from);
  const values = { node: layout.name(from) };
  if (facet?.role === 'internet') return [fromInternet(layout, from, to)];
  if (facet?.role === 'on-premises') return [fromOnPremises(layout, from, to)];
  if (facet?.role !== 'interfaces') return [refused(from, facet ? 'not-a-source' : 'no-network', values)];
  if (facet.isolated) return [refused(from, 'isolated', values)];
  const nics = layout.nics.get(from) ?? [];
  // Subnets that are named and gone (a lost zone) are not the same as none: nothing moves to another network by itself.
  const managed =
    facet.directInternet === true || (facet.withoutSubnets === 'service-managed' && facet.subnets.length === 0);
  if (nics.length === 0) return [managed ? fromManaged(layout, from, to) : refused(from, 'no-interface', values)];
  if (facet.directInternet && !nics.some((nic) => staysInside(layout, nic, to))) return [fromManaged(layout, from, to)];
  return nics.map((nic) => fromInterface(layout, nic, to));
}

function refused(from: NodeId, code: string, values: Record<string, string>): Path {
  const trail = new Trail();
  trail.fail('start', code, values, [from]);
  return finish(trail, undefined);
}

function finish(trail: Trail, via: Via | undefined, nic?: Nic): Path {
  const reachable = !trail.failed && via !== undefined;
  return { reachable, ...(nic ? { subnet: nic.subnet.id } : {}), steps: trail.steps, ...(reachable ? { via } : {}) };
}

/**
 * A notebook with direct internet access has two interfaces. Only addresses inside the VPC go through its own one;
 * a gateway endpoint serves public addresses, so it is passed by.
 */
function staysInside(layout: Layout, nic: Nic, to: Destination): boolean {
  if (to.type === 'service') return resolve(layout, new Trail(), nic, to.service, to.region).type === 'endpoint';
  return to.type === 'node' && (layout.nics.get(to.node) ?? []).some((one) => one.subnet.vpc === nic.subnet.vpc);
}

function fromManaged(layout: Layout, from: NodeId, to: Destination): Path {
  const trail = new Trail();
  const values = { node: layout.name(from) };
  const via: Via = { kind: 'service-managed' };
  trail.pass('start', 'service-managed', values, [from]);
  if (to.type !== 'node') return finish(trail, via);
  const target = (layout.nics.get(to.node) ?? []).find((nic) => nic.publicAddress !== undefined);
  if (!target) {
    trail.fail('start', 'managed-cannot-enter', { ...values, target: layout.name(to.node) }, [from, to.node]);
    return finish(trail, undefined);
  }
  const inside = intoVpc(layout, target, to.port, listensOf(layout, to.node));
  trail.steps.push(...inside.steps);
  return finish(trail, via);
}

export function fromInternet(layout: Layout, from: NodeId, to: Destination): Path {
  const trail = new Trail();
  const via: Via = { kind: 'internet' };
  if (to.type !== 'node') {
    const peer = to.type === 'service' ? to.service : layout.name(from);
    trail.pass('start', 'internet-to-public', { node: layout.name(from), peer }, [from]);
    return finish(trail, via);
  }
  trail.pass('start', 'from-internet', { node: layout.name(from), target: layout.name(to.node) }, [from, to.node]);
  const targets = layout.nics.get(to.node) ?? [];
  if (targets.length === 0) {
    withoutInterface(layout, trail, to.node);
    return finish(trail, undefined);
  }
  const tries = targets.map((nic) => intoVpc(layout, nic, to.port, listensOf(layout, to.node)));
  const best = tries.find((one) => !one.failed) ?? tries[0];
  trail.steps.push(...(best?.steps ?? []));
  return finish(trail, via);
}

function intoVpc(layout: Layout, target: Nic, port: number, listens: readonly number[]): Trail {
  const packet: Packet = { protocol: 'tcp', port, sourcePorts: EPHEMERAL };
  return anyHost(layout, target, (trail, peer) => enter(layout, trail, target, peer, packet, listens) || undefined)
    .trail;
}

/** A company has its own way to the internet; only what stands in a VPC is reached through the tunnel. */
function fromOnPremises(layout: Layout, from: NodeId, to: Destination): Path {
  const trail = new Trail();
  if (to.type === 'service' && to.region === undefined) return siteToService(layout, from, to.service, HTTPS);
  if (to.type !== 'node') {
    const peer = to.type === 'service' ? `${to.service} in ${to.region ?? ''}` : 'the internet';
    trail.pass('start', 'site-to-public', { site: layout.name(from), peer }, [from]);
    return finish(trail, { kind: 'internet' });
  }
  const goals = goalsOf(layout, to.node);
  if (goals.length === 0) {
    withoutInterface(layout, trail, to.node);
    return finish(trail, undefined);
  }
  const packet: Packet = { protocol: 'tcp', port: to.port, sourcePorts: EPHEMERAL };
  return finish(siteToNode(layout, from, goals, packet), { kind: 'vpn', node: from });
}

function fromInterface(layout: Layout, nic: Nic, to: Destination): Path {
  if (to.type === 'internet') {
    const { trail, result } = anyHost(layout, nic, (one, peer) =>
      begin(layout, one, nic) ? leave(layout, one, nic, peer, packetOf(nic, to.port)) : undefined,
    );
    return finish(trail, result && viaOf(result), nic);
  }
  if (to.type === 'node') return toNode(layout, nic, to.node, to.port);
  const trail = new Trail();
  if (!begin(layout, trail, nic)) return finish(trail, undefined, nic);
  const packet = packetOf(nic, HTTPS);
  const name = resolve(layout, trail, nic, to.service, to.region);
  if (name.type === 'none') return finish(trail, undefined, nic);
  if (name.type === 'public') {
    const hop = leave(layout, trail, nic, servicePeer(to.service, to.region), packet);
    return finish(trail, hop && viaOf(hop), nic);
  }
  talk(layout, trail, nic, { nic: name.nic, role: 'endpoint', listens: undefined }, packet);
  return finish(trail, endpointVia(name.endpoint, name.nic, nic), nic);
}

function toNode(layout: Layout, nic: Nic, target: NodeId, port: number): Path {
  const trail = new Trail();
  if (!begin(layout, trail, nic)) return finish(trail, undefined, nic);
  const packet = packetOf(nic, port);
  if (layout.facet(target, 'on-premises'))
    return finish(reachSite(layout, nic, target, packet, trail), { kind: 'vpn', node: target }, nic);
  const goals = goalsOf(layout, target);
  const [first] = goals;
  if (!first) {
    withoutInterface(layout, trail, target);
    return finish(trail, undefined, nic);
  }
  const { vpc } = nic.subnet;
  const near = goals.filter(
    (goal) => vpc !== undefined && (goal.nic.subnet.vpc === vpc || haveLink(layout, nic, goal.nic)),
  );
  const open = goals.find((goal) => goal.nic.publicAddress !== undefined);
  if (near.length === 0 && open) return finish(trail, acrossInternet(layout, trail, nic, open, packet), nic);
  const tries = (near.length > 0 ? near : [first])
    .sort((a, b) => distance(nic, a.nic) - distance(nic, b.nic))
    .map((goal) => {
      const attempt = new Trail();
      return { attempt, goal, hop: talk(layout, attempt, nic, goal, packet) };
    });
  const best = tries.find(({ attempt }) => !attempt.failed) ?? tries[0];
  trail.steps.push(...(best?.attempt.steps ?? []));
  if (best?.hop === undefined) return finish(trail, undefined, nic);
  if (best.goal.role === 'endpoint') return finish(trail, endpointVia(target, best.goal.nic, nic), nic);
  return finish(trail, best.hop === 'local' ? { kind: 'local' } : viaOf(best.hop), nic);
}

/** Two VPCs without a private way meet on the internet or not at all. */
function acrossInternet(layout: Layout, trail: Trail, nic: Nic, goal: Goal, packet: Packet): Via | undefined {
  const target = goal.nic;
  if (target.publicAddress === undefined) return undefined;
  const outer: Peer = { address: target.publicAddress, label: layout.name(target.node) };
  const exit = leave(layout, trail, nic, outer, packet);
  if (!exit) return undefined;
  const seen = internetPeer(exit.type === 'public' ? exit.publicAddress : undefined);
  return enter(layout, trail, target, seen, { ...packet, sourcePorts: EPHEMERAL }, goal.listens)
    ? viaOf(exit)
    : undefined;
}

function viaOf(hop: Hop): Via {
  if (hop.type === 'public') return hop.via;
  return hop.type === 'vpn' ? { kind: 'vpn', node: hop.id } : { kind: hop.type, node: hop.id, vpc: hop.vpc };
}

function begin(layout: Layout, trail: Trail, nic: Nic): boolean {
  if (!hasAddress(layout, trail, nic)) return false;
  const values = {
    node: layout.name(nic.node),
    subnet: layout.name(nic.subnet.id),
    address: formatAddress(nic.address ?? 0),
  };
  return trail.pass('start', 'from-interface', values, [nic.node, nic.subnet.id]);
}

function packetOf(nic: Nic, port: number): Packet {
  return { protocol: 'tcp', port, sourcePorts: nic.sourcePorts };
}

function distance(from: Nic, to: Nic): number {
  if (from.subnet.id === to.subnet.id) return 0;
  return from.subnet.facet.zone === to.subnet.facet.zone ? 1 : 2;
}

/** Policies see the endpoint's own VPC, also when the client calls over a peering connection. */
function endpointVia(endpoint: NodeId, own: Nic, client: Nic): Via {
  return {
    kind: 'interface-endpoint',
    node: endpoint,
    ...(own.subnet.vpc !== undefined && { vpc: own.subnet.vpc }),
    ...(client.address !== undefined && { client: formatAddress(client.address) }),
  };
}

function goalsOf(layout: Layout, target: NodeId): Goal[] {
  const role = layout.facet(target, 'interface-endpoint') ? 'endpoint' : 'node';
  if (role === 'node' && !layout.facet(target, 'interfaces')) return [];
  const listens = listensOf(layout, target);
  return (layout.nics.get(target) ?? []).map((nic) => ({ nic, role, listens }));
}

function listensOf(layout: Layout, node: NodeId): readonly number[] {
  return layout.facet(node, 'interfaces')?.listens ?? [HTTPS];
}

function withoutInterface(layout: Layout, trail: Trail, target: NodeId): void {
  trail.fail('endpoint', 'destination-without-interface', { target: layout.name(target) }, [target]);
}
