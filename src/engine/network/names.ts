import type { NodeId } from '../../model/diagram';
import { formatAddress } from './cidr';
import { vpcName } from './crossing';
import type { Layout, Nic } from './layout';
import type { Trail } from './trail';
import { FIELDS } from './fields';

/** What the service's ordinary name resolves to: an endpoint's interface, the public address, or nothing at all. */
export type Resolution =
  (Answer & { readonly type: 'endpoint' }) | { readonly type: 'public' } | { readonly type: 'none' };

export interface Answer {
  readonly endpoint: NodeId;
  readonly nic: Nic;
}

/**
 * `sagemaker.runtime` in us-east-1 → `runtime.sagemaker.us-east-1.amazonaws.com` (AWS: service endpoints). What is
 * offered as `aws.<service>.<Region>.<part>` has the service's own domain: `aws.sagemaker.notebook` →
 * `notebook.us-east-1.sagemaker.aws` ("Connect to a Notebook Instance Through a VPC Interface Endpoint").
 */
export function hostOf(service: string, region: string): string {
  const [aws, owner, ...parts] = service.split('.');
  if (aws === 'aws' && owner !== undefined)
    return [...parts.reverse(), ...(region === '' ? [] : [region]), owner, 'aws'].join('.');
  // The endpoint service is called kinesis-streams, the API itself kinesis: the suffix names what it serves.
  const labels = service
    .replace(/-streams$/, '')
    .split('.')
    .reverse();
  return [...labels, ...(region === '' ? [] : [region]), 'amazonaws.com'].join('.');
}

/** `us-east-1a` → `us-east-1`. */
function regionOf(zone: string): string {
  return zone.replace(/[a-z]$/, '');
}

/** Asks the VPC's own resolver, as every client inside it does. */
export function resolve(layout: Layout, trail: Trail, nic: Nic, service: string, region?: string): Resolution {
  const { subnet } = nic;
  const vpc = layout.facet(subnet.vpc, 'vpc');
  const zone = subnet.facet.zone;
  const values = {
    service,
    host: hostOf(service, region ?? regionOf(zone)),
    vpc: vpcName(layout, subnet.vpc),
    zone,
  };
  if (vpc && subnet.vpc !== undefined && !vpc.dnsSupport) {
    trail.fail('name', 'no-resolver', values, [subnet.vpc], [{ node: subnet.vpc, field: FIELDS.dnsSupport }]);
    return { type: 'none' };
  }
  if (region !== undefined) {
    trail.pass('name', 'name-of-another-region', { ...values, region }, []);
    return { type: 'public' };
  }
  for (const endpoint of layout.interfaceEndpoints.get(`${subnet.vpc}/${service}`) ?? []) {
    const found = insideAnswer(layout, trail, nic, endpoint, values);
    if (!found) continue;
    sayAnswer(layout, trail, { endpoint, nic: found }, values);
    return { type: 'endpoint', endpoint, nic: found };
  }
  trail.pass('name', 'public-name', values, []);
  return { type: 'public' };
}

type Values = Record<'service' | 'host' | 'vpc' | 'zone', string>;

function sayAnswer(layout: Layout, trail: Trail, { endpoint, nic }: Answer, values: Values): void {
  const answer = {
    ...values,
    endpoint: layout.name(endpoint),
    zone: nic.subnet.facet.zone,
    address: formatAddress(nic.address ?? 0),
  };
  trail.pass('name', 'private-name', answer, [endpoint, nic.subnet.id]);
}

/** A private name is a record in a private zone of the VPC: it takes both DNS settings of the VPC to be read. */
function hasPrivateName(layout: Layout, trail: Trail, vpc: NodeId, endpoint: NodeId, values: Values): boolean {
  const facet = layout.facet(endpoint, 'interface-endpoint');
  const named = { ...values, endpoint: layout.name(endpoint) };
  if (!facet?.privateDns) {
    trail.info('name', 'private-dns-off', named, [endpoint], [{ node: endpoint, field: FIELDS.privateDns }]);
    return false;
  }
  if (layout.facet(vpc, 'vpc')?.dnsHostnames) return true;
  trail.info('name', 'dns-hostnames-off', named, [endpoint, vpc], [{ node: vpc, field: FIELDS.dnsHostnames }]);
  return false;
}

function insideAnswer(layout: Layout, trail: Trail, client: Nic, endpoint: NodeId, values: Values): Nic | undefined {
  const facet = layout.facet(endpoint, 'interface-endpoint');
  const vpc = client.subnet.vpc;
  const named = { ...values, endpoint: layout.name(endpoint) };
  if (!facet || vpc === undefined || !hasPrivateName(layout, trail, vpc, endpoint, values)) return undefined;
  if (facet.inboundResolverOnly) {
    const gateway = layout.gatewayEndpoints.get(`${vpc}/${facet.serves}`)?.[0];
    trail.info(
      'name',
      'inbound-resolver-only',
      named,
      [endpoint, gateway],
      [{ node: endpoint, field: FIELDS.inboundResolverOnly }],
    );
    return undefined;
  }
  const nics = (layout.nics.get(endpoint) ?? []).filter((one) => one.subnet.vpc === vpc);
  const near = nics.find((one) => one.subnet.facet.zone === client.subnet.facet.zone);
  if (near) return near;
  const [far] = nics;
  if (far && !facet.zonalName) return far;
  trail.info(
    'name',
    far ? 'endpoint-not-in-zone' : 'endpoint-without-interface',
    named,
    [endpoint, client.subnet.id],
    [{ node: endpoint, field: FIELDS.subnets }],
  );
  return undefined;
}

/**
 * The answer that a network on premises gets: the private name, if its own name server forwards the question to an
 * inbound resolver in the VPC; otherwise the public one.
 */
export function answerFromInside(
  layout: Layout,
  trail: Trail,
  site: NodeId,
  vpc: NodeId | undefined,
  service: string,
): Answer | undefined {
  const facet = layout.facet(vpc, 'vpc');
  const endpoints = vpc === undefined ? [] : (layout.interfaceEndpoints.get(`${vpc}/${service}`) ?? []);
  const first = endpoints.flatMap((id) => layout.nics.get(id) ?? []).find((nic) => nic.subnet.vpc === vpc);
  const zone = first?.subnet.facet.zone ?? '';
  const host = hostOf(service, regionOf(zone));
  const values = { service, host, vpc: vpcName(layout, vpc), zone, site: layout.name(site) };
  if (vpc === undefined || !facet) {
    trail.pass('name', 'site-asks-public', values, [site], [{ node: site, field: FIELDS.resolver }]);
    return undefined;
  }
  if (!facet.dnsSupport) {
    trail.fail('name', 'no-resolver', values, [vpc], [{ node: vpc, field: FIELDS.dnsSupport }]);
    return undefined;
  }
  for (const endpoint of endpoints) {
    if (!hasPrivateName(layout, trail, vpc, endpoint, values)) continue;
    const nic = (layout.nics.get(endpoint) ?? []).find((one) => one.subnet.vpc === vpc);
    if (!nic) continue;
    trail.info('name', 'asks-inbound-resolver', values, [site, vpc]);
    sayAnswer(layout, trail, { endpoint, nic }, values);
    return { endpoint, nic };
  }
  trail.pass('name', 'public-name', values, [site]);
  const gateway = layout.gatewayEndpoints.get(`${vpc}/${service}`)?.[0];
  if (gateway !== undefined)
    trail.info('name', 'gateway-endpoint-inside-only', { ...values, endpoint: layout.name(gateway) }, [gateway]);
  return undefined;
}
