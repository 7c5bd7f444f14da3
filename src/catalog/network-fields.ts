import * as z from 'zod/mini';
import type { FacetContext } from '../engine/facets';
import type { NodeId } from '../model/diagram';
import { field, refs } from '../model/field';
import { int, text } from '../model/schema';

export const PROTOCOLS = ['tcp', 'udp', 'icmp', 'all'] as const;

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
