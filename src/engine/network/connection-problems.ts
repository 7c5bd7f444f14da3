import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import type { NetworkFacet } from './facets';
import { FIELDS } from './fields';
import type { FacetOf, Layout, WholeLayout } from './layout';
import { problem } from './problem';
import { isPublic } from './routes';

/** Gateways, endpoints and interfaces that stand or point where they cannot work. */
export function connectionProblems(layout: Layout, id: NodeId, facet: NetworkFacet): Problem[] {
  if (facet.role === 'nat-gateway') return natProblems(layout, id, facet);
  if (facet.role === 'interface-endpoint') return endpointProblems(layout, id, facet);
  if (facet.role === 'interfaces') return interfaceProblems(layout, id, facet.subnets, facet.securityGroups);
  if (facet.role === 'subnet') return subnetProblems(layout, id, facet);
  return facet.role === 'gateway-endpoint' ? gatewayEndpointProblems(layout, id, facet) : [];
}

/** A VPC has one internet gateway, and one virtual private gateway. */
export function secondGateways(
  layout: WholeLayout,
  gatewaysOf: WholeLayout['gateways'],
  code: 'second-gateway' | 'second-vpn-gateway',
): Problem[] {
  return [...gatewaysOf].flatMap(([vpc, [first, second]]) => {
    if (first === undefined || second === undefined) return [];
    const values = { gateway: layout.name(second), other: layout.name(first), vpc: layout.name(vpc) };
    return [problem('error', code, values, [second, first, vpc])];
  });
}

export function nameClashes(layout: WholeLayout): Problem[] {
  return [...layout.interfaceEndpoints].flatMap(([key, endpoints]) => nameClash(layout, key, endpoints));
}

function natProblems(layout: Layout, id: NodeId, facet: FacetOf<'nat-gateway'>): Problem[] {
  const subnet = facet.mode === 'zonal' ? layout.subnets.get(facet.subnet ?? '') : undefined;
  const vpc = facet.mode === 'regional' ? facet.vpc : subnet?.vpc;
  const values = { nat: layout.name(id), vpc: vpc === undefined ? 'no VPC' : layout.name(vpc) };
  if (facet.mode === 'zonal' && !subnet) return [problem('error', 'nat-without-subnet', values, [id])];
  if (facet.connectivity === 'private')
    return facet.mode === 'regional'
      ? [problem('error', 'regional-nat-private', values, [id], FIELDS.connectivity)]
      : [];
  if (vpc === undefined || !layout.gateways.get(vpc))
    return [problem('error', 'nat-without-gateway', values, [id, vpc])];
  if (!subnet || isPublic(layout, subnet)) return [];
  const table = subnet.routeTable === undefined ? 'main route table' : layout.name(subnet.routeTable);
  return [
    problem('warning', 'nat-in-private-subnet', { ...values, subnet: layout.name(subnet.id), table }, [
      id,
      subnet.id,
      subnet.routeTable,
    ]),
  ];
}

function endpointProblems(layout: Layout, id: NodeId, facet: FacetOf<'interface-endpoint'>): Problem[] {
  const found = interfaceProblems(layout, id, facet.subnets, facet.securityGroups);
  const vpc = layout.facet(facet.vpc, 'vpc');
  const values = { endpoint: layout.name(id), vpc: facet.vpc === undefined ? 'no VPC' : layout.name(facet.vpc) };
  if (facet.subnets.length === 0)
    found.push(problem('warning', 'endpoint-without-subnet', values, [id], FIELDS.subnets));
  if (facet.privateDns && vpc && !(vpc.dnsSupport && vpc.dnsHostnames))
    found.push(problem('error', 'private-dns-needs-vpc-dns', values, [id, facet.vpc], FIELDS.privateDns));
  const zones = new Map<string, NodeId>();
  for (const subnet of new Set(facet.subnets)) {
    const zone = layout.subnets.get(subnet)?.facet.zone;
    if (zone === undefined) continue;
    const other = zones.get(zone);
    if (other === undefined) zones.set(zone, subnet);
    else
      found.push(
        problem(
          'error',
          'endpoint-twice-in-zone',
          { ...values, subnet: layout.name(subnet), other: layout.name(other), zone },
          [id, subnet, other],
          FIELDS.subnets,
        ),
      );
  }
  return found;
}

function gatewayEndpointProblems(layout: Layout, id: NodeId, facet: FacetOf<'gateway-endpoint'>): Problem[] {
  const values = { endpoint: layout.name(id), vpc: facet.vpc === undefined ? 'no VPC' : layout.name(facet.vpc) };
  if (!facet.routeTables.some((table) => layout.facet(table, 'route-table')))
    return [problem('warning', 'endpoint-without-table', values, [id], FIELDS.routeTables)];
  return facet.routeTables.flatMap((table) => {
    const found = layout.facet(table, 'route-table');
    if (!found || found.vpc === facet.vpc) return [];
    return [
      problem(
        'error',
        'table-of-another-vpc',
        { node: layout.name(id), table: layout.name(table) },
        [id, table],
        FIELDS.routeTables,
      ),
    ];
  });
}

/** Two endpoints cannot both own one private name. */
function nameClash(layout: Layout, key: string, endpoints: readonly NodeId[]): Problem[] {
  const [first, ...rest] = endpoints.filter((id) => layout.facet(id, 'interface-endpoint')?.privateDns);
  if (first === undefined) return [];
  const service = key.slice(key.indexOf('/') + 1);
  return rest.map((id) =>
    problem(
      'error',
      'private-name-taken',
      { endpoint: layout.name(id), other: layout.name(first), service },
      [id, first],
      FIELDS.privateDns,
    ),
  );
}

function interfaceProblems(
  layout: Layout,
  id: NodeId,
  subnets: readonly NodeId[],
  groups: readonly NodeId[],
): Problem[] {
  const vpcs = [...new Set(subnets.flatMap((subnet) => layout.subnets.get(subnet)?.vpc ?? []))];
  const [vpc, other] = vpcs;
  if (vpc === undefined) return [];
  const values = { node: layout.name(id), vpc: layout.name(vpc) };
  const found: Problem[] = [];
  if (other !== undefined)
    found.push(
      problem(
        'error',
        'subnets-of-two-vpcs',
        { ...values, other: layout.name(other) },
        [id, vpc, other],
        FIELDS.subnets,
      ),
    );
  for (const group of groups) {
    const facet = layout.facet(group, 'security-group');
    if (facet && facet.vpc !== vpc)
      found.push(
        problem(
          'error',
          'group-elsewhere',
          { ...values, group: layout.name(group) },
          [id, group],
          FIELDS.securityGroups,
        ),
      );
  }
  return found;
}

function subnetProblems(layout: Layout, id: NodeId, facet: FacetOf<'subnet'>): Problem[] {
  const found: Problem[] = [];
  const values = { node: layout.name(id) };
  const table = layout.facet(facet.routeTable, 'route-table');
  const acl = layout.facet(facet.acl, 'network-acl');
  if (table && facet.routeTable !== undefined && table.vpc !== facet.vpc)
    found.push(
      problem(
        'error',
        'table-of-another-vpc',
        { ...values, table: layout.name(facet.routeTable) },
        [id, facet.routeTable],
        FIELDS.routeTable,
      ),
    );
  if (acl && facet.acl !== undefined && acl.vpc !== facet.vpc)
    found.push(
      problem('error', 'acl-of-another-vpc', { ...values, acl: layout.name(facet.acl) }, [id, facet.acl], FIELDS.acl),
    );
  return found;
}
