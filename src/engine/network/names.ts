import type { NodeId } from '../../model/diagram';
import type { Layout, Nic } from './layout';
import type { Trail } from './trail';
import { FIELDS } from './fields';

/** What the service's ordinary name resolves to: an endpoint's interface, the public address, or nothing at all. */
export type Resolution =
  | { readonly type: 'endpoint'; readonly endpoint: NodeId; readonly nic: Nic }
  | { readonly type: 'public' }
  | { readonly type: 'none' };

export function resolve(layout: Layout, trail: Trail, nic: Nic, service: string): Resolution {
  const { subnet } = nic;
  const vpc = layout.facet(subnet.vpc, 'vpc');
  const values = {
    service,
    vpc: subnet.vpc === undefined ? 'no VPC' : layout.name(subnet.vpc),
    zone: subnet.facet.zone,
  };
  if (vpc && subnet.vpc !== undefined && !vpc.dnsSupport) {
    trail.fail('name', 'no-resolver', values, [subnet.vpc], [{ node: subnet.vpc, field: FIELDS.dnsSupport }]);
    return { type: 'none' };
  }
  for (const endpoint of layout.interfaceEndpoints.get(`${subnet.vpc}/${service}`) ?? []) {
    const found = answeringInterface(layout, trail, nic, endpoint, values);
    if (!found) continue;
    trail.pass('name', 'private-name', { ...values, endpoint: layout.name(endpoint) }, [endpoint, found.subnet.id]);
    return { type: 'endpoint', endpoint, nic: found };
  }
  trail.pass('name', 'public-name', values, []);
  return { type: 'public' };
}

function answeringInterface(
  layout: Layout,
  trail: Trail,
  client: Nic,
  endpoint: NodeId,
  values: Record<string, string>,
): Nic | undefined {
  const facet = layout.facet(endpoint, 'interface-endpoint');
  const vpc = client.subnet.vpc;
  const named = { ...values, endpoint: layout.name(endpoint) };
  if (!facet || vpc === undefined) return undefined;
  if (!facet.privateDns) {
    trail.info('name', 'private-dns-off', named, [endpoint], [{ node: endpoint, field: FIELDS.privateDns }]);
    return undefined;
  }
  if (!layout.facet(vpc, 'vpc')?.dnsHostnames) {
    trail.info('name', 'dns-hostnames-off', named, [endpoint, vpc], [{ node: vpc, field: FIELDS.dnsHostnames }]);
    return undefined;
  }
  // Where a service has both kinds, AWS gives the private name to on-premises clients only (inbound resolver).
  const gateway = layout.gatewayEndpoints.get(`${vpc}/${facet.serves}`)?.[0];
  if (gateway !== undefined) {
    trail.info('name', 'gateway-endpoint-first', { ...named, gateway: layout.name(gateway) }, [endpoint, gateway]);
    return undefined;
  }
  const nics = layout.nics.get(endpoint) ?? [];
  const found = nics.find((one) => one.subnet.vpc === vpc && one.subnet.facet.zone === client.subnet.facet.zone);
  if (!found)
    trail.info(
      'name',
      'endpoint-not-in-zone',
      named,
      [endpoint, client.subnet.id],
      [{ node: endpoint, field: FIELDS.subnets }],
    );
  return found;
}
