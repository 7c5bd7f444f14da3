import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import { contains } from './cidr';
import { connectionProblems } from './connection-problems';
import type { NetworkFacet } from './facets';
import { FIELDS } from './fields';
import type { Layout } from './layout';
import { linkProblems } from './link-problems';
import { problem } from './problem';
import { ruleProblems } from './rule-problems';

/** What is wrong with one node, in the four parts of the list of all problems. */
export interface OwnProblems {
  readonly address: readonly Problem[];
  readonly connection: readonly Problem[];
  readonly link: readonly Problem[];
  readonly rule: readonly Problem[];
}
export const PARTS = ['address', 'connection', 'link', 'rule'] as const satisfies readonly (keyof OwnProblems)[];

export function ownProblems(layout: Layout, id: NodeId, facet: NetworkFacet): OwnProblems {
  return {
    address: facet.role === 'vpc' || facet.role === 'subnet' ? addressProblems(layout, id, facet) : [],
    connection: connectionProblems(layout, id, facet),
    link: linkProblems(layout, id, facet),
    rule: ruleProblems(layout, id, facet),
  };
}

function addressProblems(
  layout: Layout,
  id: NodeId,
  facet: Extract<NetworkFacet, { readonly role: 'vpc' | 'subnet' }>,
): Problem[] {
  const block = layout.block(facet.cidr);
  const values = { node: layout.name(id), cidr: facet.cidr };
  if (!block) return [problem('error', 'invalid-cidr', values, [id], FIELDS.cidr)];
  const found: Problem[] = [];
  if (block.bits < 16 || block.bits > 28) found.push(problem('error', 'cidr-size', values, [id], FIELDS.cidr));
  const vpc = facet.role === 'subnet' ? layout.facet(facet.vpc, 'vpc') : undefined;
  if (!vpc || facet.role !== 'subnet' || facet.vpc === undefined) return found;
  const outer = layout.block(vpc.cidr);
  if (outer && !contains(outer, block)) {
    const named = { ...values, vpc: layout.name(facet.vpc), vpcCidr: vpc.cidr };
    found.push(problem('error', 'subnet-outside-vpc', named, [id, facet.vpc], FIELDS.cidr));
  }
  return found;
}
