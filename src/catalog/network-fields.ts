import * as z from 'zod/mini';
import type { FacetContext } from '../engine/facets';
import type { SecurityRule } from '../engine/network/facets';
import type { NodeId } from '../model/diagram';
import { field, refs } from '../model/field';
import { int, text } from '../model/schema';

export const PROTOCOLS = ['tcp', 'udp', 'icmp', 'icmpv6', 'esp', 'ah', 'all'] as const;
type Protocol = (typeof PROTOCOLS)[number];

/** IANA, "Assigned Internet Protocol Numbers"; -1 is what EC2 takes for all of them. */
export const PROTOCOL_NUMBERS: Readonly<Record<Protocol, number>> = {
  tcp: 6,
  udp: 17,
  icmp: 1,
  icmpv6: 58,
  esp: 50,
  ah: 51,
  all: -1,
};

/** As the network knows it: those without ports that it has no name for are numbers. */
export function ipProtocol(protocol: Protocol): SecurityRule['protocol'] {
  return protocol === 'esp' || protocol === 'ah' ? `${PROTOCOL_NUMBERS[protocol]}` : protocol;
}

/** What a template writes, as name or number; `undefined` for a protocol that is not in the list. */
export function readProtocol(written: string): Protocol | undefined {
  const wanted = written.toLowerCase();
  return PROTOCOLS.find((one) => one === wanted || String(PROTOCOL_NUMBERS[one]) === wanted);
}

/** Kept as written: the network says what is wrong with a range, and a wrong one matches nothing. */
export function cidr() {
  return text(64);
}

export function port(title: string, help: string, aws: string) {
  return field(z._default(int(0, 65_535), 443), { title, help, aws });
}

export const SecurityGroups = refs('security-group', {
  title: 'Security groups',
  help: 'Their rules add up. Empty = the default security group of the VPC.',
  aws: 'SecurityGroupIds',
});

/** AWS attaches the VPC's default security group when none is given. */
export function groupsOrDefault(nodeId: NodeId, groups: readonly NodeId[], context: FacetContext): readonly NodeId[] {
  if (groups.length > 0) return groups;
  const fallback = context.enclosing(nodeId, 'vpc')?.props['defaultSecurityGroup'];
  return typeof fallback === 'string' ? [fallback] : [];
}

export interface Placement {
  readonly subnets: readonly NodeId[];
  readonly securityGroups: readonly NodeId[];
}

/** `VpcConfig` has two required members: half of it is refused. */
export function placementIssue({
  subnets,
  securityGroups,
}: Placement): { readonly path: string[]; readonly message: string } | undefined {
  if (subnets.length > 0 && securityGroups.length === 0) {
    return {
      path: ['securityGroups'],
      message: 'Subnets need at least one security group: VpcConfig takes both or neither.',
    };
  }
  if (subnets.length === 0 && securityGroups.length > 0) {
    return { path: ['subnets'], message: 'Security groups need at least one subnet: VpcConfig takes both or neither.' };
  }
  return undefined;
}
