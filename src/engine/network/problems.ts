import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import { compare, overlaps as overlap } from './cidr';
import type { Block } from './cidr';
import { nameClashes, secondGateways } from './connection-problems';
import { FIELDS } from './fields';
import { push, type Layout, type WholeLayout } from './layout';
import { siteProblems } from './link-problems';
import { ownProblems, PARTS, type OwnProblems } from './own-problems';
import { problem } from './problem';
import { isSureReview, review } from './rewalk';

/** All problems of a network, and what the next one may use of them. */
export interface Review {
  readonly all: readonly Problem[];
  /** only of nodes that have some. */
  readonly own: ReadonlyMap<NodeId, OwnProblems>;
  /** nodes whose own problems may be others next time although nothing that is known to matter changes. */
  readonly unsure: readonly NodeId[];
}

/** `asked`: the nodes whose own problems may be others than before; all, when that is not known. */
export function findProblems(layout: WholeLayout, before?: Review, asked?: readonly NodeId[]): Review {
  const known = asked && before;
  const ids = known ? [...new Set([...asked, ...known.unsure])] : [...layout.facets.keys()];
  const own = new Map(known?.own);
  const unsure: NodeId[] = [];
  for (const id of ids) {
    const facet = layout.facets.get(id);
    const found = facet && (before ? review(layout, id, facet) : ownProblems(layout, id, facet));
    if (found && PARTS.some((part) => found[part].length > 0)) own.set(id, found);
    else own.delete(id);
    if (facet && !(before && isSureReview(layout, id, facet))) unsure.push(id);
  }
  const told = own.size > 0 ? [...layout.facets.keys()].flatMap((id) => own.get(id) ?? []) : [];
  const of = (part: (typeof PARTS)[number]) => told.flatMap((one) => one[part]);
  const all = [
    ...of('address'),
    ...overlaps(layout),
    ...fullSubnets(layout),
    ...secondGateways(layout, layout.gateways, 'second-gateway'),
    ...of('connection'),
    ...nameClashes(layout),
    ...secondGateways(layout, layout.vpnGateways, 'second-vpn-gateway'),
    ...links(layout, own),
    ...of('rule'),
  ];
  return { all, own, unsure };
}

/** What stands on premises is compared with all that a tunnel leads to. */
function links(layout: WholeLayout, own: Review['own']): readonly Problem[] {
  return [...layout.facets].flatMap(([id, facet]) =>
    facet.role === 'on-premises' ? siteProblems(layout, id, facet) : (own.get(id)?.link ?? []),
  );
}

interface Placed {
  readonly id: NodeId;
  readonly block: Block;
}

function overlaps(layout: WholeLayout): Problem[] {
  const vpcs: Placed[] = [];
  const siblings = new Map<NodeId, Placed[]>();
  for (const [id, facet] of layout.facets) {
    if (facet.role !== 'vpc' && facet.role !== 'subnet') continue;
    const block = layout.block(facet.cidr);
    if (!block) continue;
    if (facet.role === 'vpc') vpcs.push({ id, block });
    else if (facet.vpc !== undefined && layout.facet(facet.vpc, 'vpc')) push(siblings, facet.vpc, { id, block });
  }
  return [
    ...[...siblings.values()].flatMap((list) => overlapping(layout, list, 'error', 'subnets-overlap')),
    ...overlapping(layout, vpcs, 'warning', 'vpcs-overlap'),
  ];
}

function fullSubnets(layout: WholeLayout): Problem[] {
  return layout.full.map(({ subnet, node }) => {
    const cidr = layout.subnets.get(subnet)?.facet.cidr ?? '';
    const values = { subnet: layout.name(subnet), node: layout.name(node), cidr };
    return problem('error', 'subnet-full', values, [subnet, node], FIELDS.cidr);
  });
}

/** One sweep over the blocks in order: each is compared with the one that reaches furthest. */
function overlapping(layout: Layout, list: readonly Placed[], severity: Problem['severity'], code: string): Problem[] {
  const found: Problem[] = [];
  let widest: Placed | undefined;
  if (list.length < 2) return found;
  for (const one of [...list].sort(
    (a, b) => compare(a.block.first, b.block.first) || compare(b.block.last, a.block.last),
  )) {
    if (widest && overlap(widest.block, one.block)) {
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
