import { bench, describe } from 'vitest';
import type { NetworkFacet } from '../../src/engine/network/facets';
import { buildNetwork } from '../../src/engine/network/network';

/** A VPC with one subnet, route table and security group for every ten clients. */
function drawing(size: number): Map<string, NetworkFacet> {
  const facets = new Map<string, NetworkFacet>([
    ['vpc', { role: 'vpc', cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true, mainRouteTable: 'main' }],
    ['main', { role: 'route-table', vpc: 'vpc', routes: [] }],
    ['gateway', { role: 'internet-gateway', vpc: 'vpc' }],
    ['nat', { role: 'nat-gateway', mode: 'regional', connectivity: 'public', vpc: 'vpc' }],
  ]);
  for (let index = 0; facets.size < size; index += 1) {
    const group = Math.floor(index / 10);
    if (index % 10 === 0) {
      facets.set(`table-${group}`, {
        role: 'route-table',
        vpc: 'vpc',
        routes: [{ destination: '0.0.0.0/0', target: 'nat', field: 'routes[0]' }],
      });
      facets.set(`subnet-${group}`, {
        role: 'subnet',
        vpc: 'vpc',
        cidr: `10.0.${group % 256}.0/24`,
        zone: 'us-east-1a',
        routeTable: `table-${group}`,
        assignsPublicIp: false,
      });
      facets.set(`group-${group}`, {
        role: 'security-group',
        vpc: 'vpc',
        ingress: [],
        egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '0.0.0.0/0', field: 'egress[0]' }],
      });
    }
    facets.set(`client-${index}`, {
      role: 'interfaces',
      subnets: [`subnet-${group}`],
      securityGroups: [`group-${group}`],
      publicIp: 'never',
      withoutSubnets: 'none',
      listens: [],
    });
  }
  return facets;
}

describe.each([10, 100, 1000, 5000])('%i nodes', (size) => {
  const facets = drawing(size);
  const clients = [...facets.keys()].filter((id) => id.startsWith('client-'));
  bench('build', () => {
    buildNetwork(facets, (id) => id);
  });
  bench('build, then one path from every client', () => {
    const network = buildNetwork(facets, (id) => id);
    for (const client of clients) network.paths(client, { type: 'service', service: 's3' });
  });
  bench('structuredClone of the same facets', () => {
    structuredClone(facets);
  });
});
