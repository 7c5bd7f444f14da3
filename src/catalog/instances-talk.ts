import type { FacetContext } from '../engine/facets';
import { contains, parseCidr } from '../engine/network/cidr';
import type { Refusal } from '../engine/refusal-facets';
import { readPath } from '../model/path';
import { nameOf, textAt } from './neighbour';
import { type Placement, readProtocol } from './network-fields';

/** "Protect communications between ML compute instances": ESP is protocol 50. That keys are agreed on over UDP 500 is from memory. */
const TUNNEL = [
  { words: 'UDP 500', protocol: 'udp', port: 500 },
  { words: 'protocol 50 (ESP)', protocol: 'esp', port: 0 },
] as const;
const SIDES = { ingress: 'inbound', egress: 'outbound' } as const;

interface Job extends Placement {
  readonly instanceCount: number;
  readonly interContainerEncryption: boolean;
}

interface Rule {
  readonly [property: string]: unknown;
}

/** Encrypted, the instances of a job in a VPC reach each other only where their own security groups let them. */
export function talkRefusal(job: Job, context: FacetContext): Refusal | undefined {
  if (!job.interContainerEncryption || job.instanceCount < 2 || job.subnets.length === 0) return undefined;
  const missing = TUNNEL.flatMap((traffic) =>
    (['ingress', 'egress'] as const)
      .filter((side) => !job.securityGroups.some((group) => admits(group, side, traffic, job, context)))
      .map((side) => `${SIDES[side]} ${traffic.words}`),
  );
  if (missing.length === 0) return undefined;
  const groups = job.securityGroups.map((group) => nameOf(group, context)).join(', ');
  return {
    field: 'interContainerEncryption',
    message: `Its instances cannot talk to each other encrypted: ${groups} has no rule for ${missing.join(', ')} with itself at the other end.`,
  };
}

function admits(
  group: string,
  side: keyof typeof SIDES,
  traffic: (typeof TUNNEL)[number],
  { securityGroups, subnets }: Job,
  context: FacetContext,
): boolean {
  return rulesAt(group, side, context).some((rule) => {
    const protocol = readProtocol(String(rule['protocol']));
    if (protocol !== 'all' && protocol !== traffic.protocol) return false;
    const inRange = Number(rule['fromPort']) <= traffic.port && traffic.port <= Number(rule['toPort']);
    if (protocol === 'udp' && !inRange) return false;
    const peer = rule['sourceGroup'];
    return (
      rule['self'] === true ||
      (typeof peer === 'string' && securityGroups.includes(peer)) ||
      (typeof rule['cidr'] === 'string' && coversAll(rule['cidr'], subnets, context))
    );
  });
}

function coversAll(range: string, subnets: readonly string[], context: FacetContext): boolean {
  const outer = parseCidr(range);
  return subnets.every((id) => {
    const inner = parseCidr(textAt(context.node(id), 'cidr'));
    return outer !== undefined && inner !== undefined && contains(outer, inner);
  });
}

function rulesAt(group: string, side: string, context: FacetContext): readonly Rule[] {
  const node = context.node(group);
  const rules: unknown = node && readPath(node.props, side);
  return Array.isArray(rules) ? rules.filter((one): one is Rule => typeof one === 'object' && one !== null) : [];
}
