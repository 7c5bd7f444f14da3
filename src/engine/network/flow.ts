import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import { formatAddress, parseAddress } from './cidr';
import type { Packet, Peer, Protocol } from './filters';
import type { Layout, Nic } from './layout';
import { talkInside } from './local';
import { enter, leave } from './outside';
import { Trail } from './trail';

/** One end of a flow: an interface, or an IPv4 address outside every VPC. */
export type FlowEnd = { readonly node: NodeId; readonly subnet?: NodeId } | { readonly address: string };

/** One packet with exact ports, as a flow log or a reachability analyser asks about it. */
export interface FlowQuestion {
  readonly source: FlowEnd;
  readonly destination: FlowEnd;
  readonly protocol: Protocol;
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
  else if (source.nic && destination.nic) between(layout, trail, source.nic, destination.nic, packet);
  else if (source.nic) leave(layout, trail, source.nic, destination, packet);
  else if (destination.nic) enter(layout, trail, destination.nic, source, packet, undefined);
  else trail.fail('start', 'unknown-end', {}, []);
  const failure = trail.steps.find((step) => step.verdict === 'fail');
  return { allowed: !failure || failure.kind === 'return', replyAllowed: !failure, steps: trail.steps };
}

function between(layout: Layout, trail: Trail, from: Nic, to: Nic, packet: Packet): void {
  if (from.subnet.vpc === to.subnet.vpc) talkInside(layout, trail, from, to, packet, 'node', undefined);
  else
    trail.fail('route', 'other-vpc', { node: layout.name(from.node), target: layout.name(to.node) }, [
      from.node,
      to.node,
    ]);
}

function end(layout: Layout, asked: FlowEnd): Peer | undefined {
  if ('address' in asked) {
    const address = parseAddress(asked.address);
    return address === undefined ? undefined : { address, label: formatAddress(address) };
  }
  const nic = layout.nics.get(asked.node)?.find((one) => asked.subnet === undefined || one.subnet.id === asked.subnet);
  return nic && { address: nic.address ?? -1, label: layout.name(nic.node), nic };
}
