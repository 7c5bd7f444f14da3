import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import { formatAddress, isPublicAddress, parseAddress } from './cidr';
import type { IpProtocol } from './facets';
import type { Packet, Peer } from './filters';
import type { Layout, Nic } from './layout';
import { talk } from './local';
import { enter, send } from './outside';
import { fromSite, siteOf } from './site';
import { Trail } from './trail';

/** One end of a flow: an interface, or an address (IPv4 or IPv6) that routing finds by itself. */
export type FlowEnd = { readonly node: NodeId; readonly subnet?: NodeId } | { readonly address: string };

/** One packet with exact ports, as a flow log or a reachability analyser asks about it. */
export interface FlowQuestion {
  readonly source: FlowEnd;
  readonly destination: FlowEnd;
  readonly protocol: IpProtocol;
  readonly sourcePort: number;
  readonly port: number;
}

export interface FlowAnswer {
  /** the packet arrives. */
  readonly allowed: boolean;
  /** it arrives, and the answer comes back. */
  readonly replyAllowed: boolean;
  readonly steps: readonly TraceStep[];
}

export function walkFlow(layout: Layout, question: FlowQuestion): FlowAnswer {
  const trail = new Trail();
  const packet: Packet = {
    protocol: question.protocol,
    port: question.port,
    sourcePorts: [question.sourcePort, question.sourcePort],
  };
  const source = end(layout, question.source);
  const destination = end(layout, question.destination);
  if (!source || !destination) trail.fail('start', 'unknown-end', {}, []);
  else if (source.nic && destination.nic) talk(layout, trail, source.nic, goalOf(layout, destination.nic), packet);
  else if (source.nic) send(layout, trail, source.nic, destination, packet);
  else if (destination.nic) comeIn(layout, trail, source, destination.nic, packet);
  else trail.fail('start', 'unknown-end', {}, []);
  const failure = trail.steps.find((step) => step.verdict === 'fail');
  return { allowed: !failure || failure.kind === 'return', replyAllowed: !failure, steps: trail.steps };
}

function goalOf(layout: Layout, nic: Nic) {
  const role = layout.facet(nic.node, 'interface-endpoint') ? ('endpoint' as const) : ('node' as const);
  return { nic, role, listens: undefined };
}

function comeIn(layout: Layout, trail: Trail, source: Peer, nic: Nic, packet: Packet): void {
  const site = isPublicAddress(source.address) ? undefined : siteOf(layout, nic, source.address);
  if (site === undefined) enter(layout, trail, nic, source, packet, undefined);
  else fromSite(layout, trail, site, source, goalOf(layout, nic), packet);
}

function end(layout: Layout, asked: FlowEnd): Peer | undefined {
  if ('address' in asked) {
    const address = parseAddress(asked.address);
    return address === undefined ? undefined : { address, label: formatAddress(address) };
  }
  const nic = layout.nics.get(asked.node)?.find((one) => asked.subnet === undefined || one.subnet.id === asked.subnet);
  return nic && { address: nic.address ?? -1, label: layout.name(nic.node), nic };
}
