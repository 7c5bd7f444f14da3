import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import { compare, contains, overlaps } from './cidr';
import type { Block } from './cidr';
import { connectionProblems } from './connection-problems';
import { FIELDS } from './fields';
import type { Layout, WholeLayout } from './layout';
import { problem } from './problem';
import { linkProblems } from './link-problems';
import { ruleProblems } from './rule-problems';

export function findProblems(layout: WholeLayout): readonly Problem[] {
  return [...addressProblems(layout), ...connectionProblems(layout), ...linkProblems(layout), ...ruleProblems(layout)];
}

interface Placed {
  readonly id: NodeId;
  readonly block: Block;
}

function addressProblems(layout: WholeLayout): Problem[] {
  const found: Problem[] = [];
  const vpcs: Placed[] = [];
  const siblings = new Map<NodeId, Placed[]>();
  for (const [id, facet] of layout.facets) {
    if (facet.role !== 'vpc' && facet.role !== 'subnet') continue;
    const block = layout.block(facet.cidr);
    const values = { node: layout.name(id), cidr: facet.cidr };
    if (!block) {
      found.push(problem('error', 'invalid-cidr', values, [id], FIELDS.cidr));
      continue;
    }
    if (block.bits < 16 || block.bits > 28) found.push(problem('error', 'cidr-size', values, [id], FIELDS.cidr));
    if (facet.role === 'vpc') vpcs.push({ id, block });
    else if (layout.facet(facet.vpc, 'vpc') && facet.vpc !== undefined) {
      const list = siblings.get(facet.vpc) ?? [];
      siblings.set(facet.vpc, list);
      list.push({ id, block });
      const vpcCidr = layout.facet(facet.vpc, 'vpc')?.cidr ?? '';
      const outer = layout.block(vpcCidr);
      if (outer && !contains(outer, block))
        found.push(
          problem(
            'error',
            'subnet-outside-vpc',
            { ...values, vpc: layout.name(facet.vpc), vpcCidr },
            [id, facet.vpc],
            FIELDS.cidr,
          ),
        );
    }
  }
  for (const list of siblings.values()) found.push(...overlapping(layout, list, 'error', 'subnets-overlap'));
  found.push(...overlapping(layout, vpcs, 'warning', 'vpcs-overlap'));
  for (const { subnet, node } of layout.full) {
    const values = {
      subnet: layout.name(subnet),
      node: layout.name(node),
      cidr: layout.subnets.get(subnet)?.facet.cidr ?? '',
    };
    found.push(problem('error', 'subnet-full', values, [subnet, node], FIELDS.cidr));
  }
  return found;
}

/** One sweep over the blocks in order: each is compared with the one that reaches furthest. */
function overlapping(layout: Layout, list: readonly Placed[], severity: Problem['severity'], code: string): Problem[] {
  const found: Problem[] = [];
  let widest: Placed | undefined;
  for (const one of [...list].sort(
    (a, b) => compare(a.block.first, b.block.first) || compare(b.block.last, a.block.last),
  )) {
    if (widest && overlaps(widest.block, one.block)) {
      const values = {
        node: layout.name(one.id),
        cidr: cidrOf(layout, one.id),
        other: layout.name(widest.id),
        otherCidr: cidrOf(layout, widest.id),
      };
      found.push(problem(severity, code, values, [one.id, widest.id], FIELDS.cidr));
    }
    if (!widest || one.block.last > widest.block.last) widest = one;
  }
  return found;
}

function cidrOf(layout: Layout, id: NodeId): string {
  return layout.facet(id, 'subnet')?.cidr ?? layout.facet(id, 'vpc')?.cidr ?? '';
}
