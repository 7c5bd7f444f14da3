import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import { contains, formatCidr } from './cidr';
import type { NetworkFacet, SecurityRule } from './facets';
import { hasPorts } from './filters';
import type { FacetOf, Layout } from './layout';
import { peeringBetween } from './links';
import { problem } from './problem';
import { isAttached } from './routes';
import { attachmentOf, transitBetween } from './transit';

/** Single rules that AWS refuses: routes, network ACL entries, security group rules. */
export function ruleProblems(layout: Layout, id: NodeId, facet: NetworkFacet): Problem[] {
  if (facet.role === 'route-table') return routeProblems(layout, id, facet);
  if (facet.role === 'network-acl') return aclProblems(layout, id, facet);
  return facet.role === 'security-group' ? groupProblems(layout, id, facet) : [];
}

function routeProblems(layout: Layout, id: NodeId, facet: FacetOf<'route-table'>): Problem[] {
  const found: Problem[] = [];
  const local = layout.blocksOf(facet.vpc);
  const seen = new Set<string>();
  for (const route of facet.routes) {
    const block = layout.block(route.destination);
    const target = route.target;
    const values = {
      table: layout.name(id),
      destination: route.destination,
      target: target === undefined ? '' : layout.name(target),
    };
    if (!block) {
      found.push(problem('error', 'route-cidr-invalid', values, [id], route.field));
      continue;
    }
    const key = formatCidr(block);
    if (seen.has(key)) found.push(problem('error', 'route-twice', values, [id], route.field));
    seen.add(key);
    if (local.some((own) => contains(own, block) && block.bits === own.bits))
      found.push(problem('error', 'route-covers-local', values, [id], route.field));
    const goal = target === undefined ? undefined : layout.facets.get(target);
    if (target === undefined || !goal) found.push(problem('error', 'route-without-target', values, [id], route.field));
    else if (goal.role === 'internet-gateway' && !isAttached(layout, target, facet.vpc))
      found.push(problem('error', 'route-to-unattached-gateway', values, [id, target], route.field));
    else if (goal.role === 'peering' && !goal.vpcs.includes(facet.vpc))
      found.push(problem('error', 'route-to-peering-elsewhere', values, [id, target], route.field));
    else if (goal.role === 'transit-gateway' && !attachmentOf(layout, target, facet.vpc))
      found.push(problem('error', 'route-to-unattached-gateway', values, [id, target], route.field));
    else if (
      (goal.role === 'vpn-gateway' || goal.role === 'egress-only-gateway') &&
      (goal.vpc === undefined || goal.vpc !== facet.vpc)
    )
      found.push(problem('error', 'route-to-unattached-gateway', values, [id, target], route.field));
    else if (goal.role === 'nat-gateway') {
      const home = goal.mode === 'regional' ? goal.vpc : layout.subnets.get(goal.subnet ?? '')?.vpc;
      if (home !== undefined && home !== facet.vpc)
        found.push(problem('error', 'route-to-nat-elsewhere', values, [id, target], route.field));
    }
  }
  return found;
}

function aclProblems(layout: Layout, id: NodeId, facet: FacetOf<'network-acl'>): Problem[] {
  const found: Problem[] = [];
  const seen = new Set<string>();
  for (const rule of facet.rules) {
    const values = { acl: layout.name(id), number: rule.number, direction: rule.direction, cidr: rule.cidr };
    const key = `${rule.direction}/${rule.number}`;
    if (seen.has(key)) found.push(problem('error', 'acl-number-twice', values, [id], rule.field));
    seen.add(key);
    if (!Number.isInteger(rule.number) || rule.number < 1 || rule.number > 32766)
      found.push(problem('error', 'acl-number-range', values, [id], rule.field));
    if (!layout.block(rule.cidr)) found.push(problem('error', 'acl-cidr-invalid', values, [id], rule.field));
    if (hasPorts(rule.protocol) && rule.fromPort > rule.toPort)
      found.push(problem('error', 'acl-ports-reversed', values, [id], rule.field));
  }
  return found;
}

/** A group of another VPC: over a peering connection, or over a transit gateway that tells it to inbound rules. */
function seesGroup(
  layout: Layout,
  own: FacetOf<'security-group'>,
  other: FacetOf<'security-group'>,
  rule: SecurityRule,
) {
  if (peeringBetween(layout, own.vpc, other.vpc)?.facet.active) return true;
  return own.ingress.includes(rule) && transitBetween(layout, own.vpc, other.vpc)?.facet.showsGroups === true;
}

function groupProblems(layout: Layout, id: NodeId, facet: FacetOf<'security-group'>): Problem[] {
  const found: Problem[] = [];
  for (const rule of [...facet.ingress, ...facet.egress]) {
    const values = { group: layout.name(id), field: rule.field, cidr: rule.cidr ?? '' };
    const other = layout.facet(rule.group, 'security-group');
    if (rule.group !== undefined && !other)
      found.push(problem('error', 'rule-group-missing', values, [id], rule.field));
    else if (other && other.vpc !== facet.vpc && !seesGroup(layout, facet, other, rule))
      found.push(
        problem(
          'error',
          'rule-group-elsewhere',
          { ...values, other: layout.name(rule.group ?? '') },
          [id, rule.group],
          rule.field,
        ),
      );
    else if (rule.group === undefined && rule.prefixListOf === undefined && !layout.block(rule.cidr ?? ''))
      found.push(problem('error', rule.cidr ? 'rule-cidr-invalid' : 'rule-without-peer', values, [id], rule.field));
    if (hasPorts(rule.protocol) && rule.fromPort > rule.toPort)
      found.push(problem('error', 'rule-ports-reversed', values, [id], rule.field));
  }
  return found;
}
