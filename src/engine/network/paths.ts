import type { NodeId } from '../../model/diagram';
import { formatAddress } from './cidr';
import type { Destination, Path, Via } from './contract';
import type { Packet } from './filters';
import { anyHost, internetPeer, servicePeer } from './hosts';
import { EPHEMERAL } from './layout';
import type { FacetOf, Layout, Nic } from './layout';
import { hasAddress, talkInside } from './local';
import { resolve } from './names';
import { enter, leave } from './outside';
import { Trail } from './trail';

/** Regional APIs and interface endpoints speak HTTPS. */
const HTTPS = 443;

export function walkPaths(layout: Layout, from: NodeId, asked: Destination): readonly Path[] {
  const to: Destination =
    asked.type === 'node' && layout.facet(asked.node, 'internet') ? { type: 'internet', port: asked.port } : asked;
  const facet = layout.facets.get(from);
  const values = { node: layout.name(from) };
  if (facet?.role === 'internet') return [fromInternet(layout, from, to)];
  if (facet?.role !== 'interfaces') return [refused(from, facet ? 'not-a-source' : 'no-network', values)];
  if (facet.isolated) return [refused(from, 'isolated', values)];
  const nics = layout.nics.get(from) ?? [];
  const managed = facet.withoutSubnets === 'service-managed' || facet.directInternet === true;
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
  if (to.type === 'service') return resolve(layout, new Trail(), nic, to.service).type === 'endpoint';
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

function fromInternet(layout: Layout, from: NodeId, to: Destination): Path {
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

function fromInterface(layout: Layout, nic: Nic, to: Destination): Path {
  if (to.type === 'internet') {
    const { trail, result } = anyHost(layout, nic, (one, peer) =>
      begin(layout, one, nic) ? leave(layout, one, nic, peer, packetOf(nic, to.port)) : undefined,
    );
    return finish(trail, result?.via, nic);
  }
  if (to.type === 'node') return toNode(layout, nic, to.node, to.port);
  const trail = new Trail();
  if (!begin(layout, trail, nic)) return finish(trail, undefined, nic);
  const packet = packetOf(nic, HTTPS);
  const name = resolve(layout, trail, nic, to.service);
  if (name.type === 'none') return finish(trail, undefined, nic);
  if (name.type === 'public')
    return finish(trail, leave(layout, trail, nic, servicePeer(to.service), packet)?.via, nic);
  talkInside(layout, trail, nic, name.nic, packet, 'endpoint', undefined);
  return finish(trail, endpointVia(name.endpoint, nic), nic);
}

function toNode(layout: Layout, nic: Nic, target: NodeId, port: number): Path {
  const trail = new Trail();
  if (!begin(layout, trail, nic)) return finish(trail, undefined, nic);
  const all = layout.nics.get(target) ?? [];
  const isEndpoint = layout.facet(target, 'interface-endpoint') !== undefined;
  if (all.length === 0 || (!isEndpoint && !layout.facet(target, 'interfaces'))) {
    withoutInterface(layout, trail, target);
    return finish(trail, undefined, nic);
  }
  const listens = listensOf(layout, target);
  const near = all.filter((one) => one.subnet.vpc !== undefined && one.subnet.vpc === nic.subnet.vpc);
  if (near.length === 0) return finish(trail, acrossInternet(layout, trail, nic, all, port, listens), nic);
  const tries = near
    .sort((a, b) => distance(nic, a) - distance(nic, b))
    .map((one) => {
      const attempt = new Trail();
      talkInside(layout, attempt, nic, one, packetOf(nic, port), isEndpoint ? 'endpoint' : 'node', listens);
      return attempt;
    });
  const best = tries.find((one) => !one.failed) ?? tries[0];
  trail.steps.push(...(best?.steps ?? []));
  return finish(trail, isEndpoint ? endpointVia(target, nic) : { kind: 'local' }, nic);
}

/** No peering: two VPCs meet on the internet or not at all. */
function acrossInternet(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  all: readonly Nic[],
  port: number,
  listens: readonly number[],
): Via | undefined {
  const target = all.find((one) => one.publicAddress !== undefined);
  if (target?.publicAddress === undefined) {
    const other = all[0];
    const values = { node: layout.name(nic.node), target: layout.name(other?.node ?? '') };
    trail.fail('route', 'other-vpc', values, [nic.node, other?.node, other?.subnet.vpc]);
    return undefined;
  }
  const packet = packetOf(nic, port);
  const exit = leave(layout, trail, nic, { address: target.publicAddress, label: layout.name(target.node) }, packet);
  if (!exit) return undefined;
  const seen = internetPeer(exit.publicAddress);
  return enter(layout, trail, target, seen, { ...packet, sourcePorts: EPHEMERAL }, listens) ? exit.via : undefined;
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

function endpointVia(endpoint: NodeId, nic: Nic): Via {
  return {
    kind: 'interface-endpoint',
    node: endpoint,
    ...(nic.subnet.vpc !== undefined ? { vpc: nic.subnet.vpc } : {}),
    ...(nic.address !== undefined ? { client: formatAddress(nic.address) } : {}),
  };
}

function listensOf(layout: Layout, node: NodeId): readonly number[] {
  const own: FacetOf<'interfaces'> | undefined = layout.facet(node, 'interfaces');
  return own ? own.listens : [HTTPS];
}

function withoutInterface(layout: Layout, trail: Trail, target: NodeId): void {
  trail.fail('endpoint', 'destination-without-interface', { target: layout.name(target) }, [target]);
}
