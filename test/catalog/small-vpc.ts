import { catalog } from '../../src/catalog/index';
import type { Sketch } from './meaning';

const companions = catalog.get('vpc')?.companions ?? [];

/**
 * A VPC `v` with subnets `a` and `b` in two zones, and three security groups: `all` lets everything in and out,
 * `nfs` admits TCP 2049, `https` admits TCP 443.
 */
export const SMALL_VPC: Sketch = {
  v: {
    kind: 'vpc',
    props: {
      enableDnsHostnames: true,
      mainRouteTable: 'main',
      defaultSecurityGroup: 'default',
      defaultNetworkAcl: 'acl',
    },
  },
  main: { kind: 'route-table', in: 'v', props: companions[0]?.props ?? {} },
  default: { kind: 'security-group', in: 'v', props: companions[1]?.props ?? {} },
  acl: { kind: 'network-acl', in: 'v', props: companions[2]?.props ?? {} },
  a: { kind: 'subnet', in: 'v', props: { cidr: '10.0.1.0/24', availabilityZone: 'a' } },
  b: { kind: 'subnet', in: 'v', props: { cidr: '10.0.2.0/24', availabilityZone: 'b' } },
  all: admits({ protocol: 'all' }),
  nfs: admits({ fromPort: 2049, toPort: 2049 }),
  https: admits({ fromPort: 443, toPort: 443 }),
};

function admits(rule: Readonly<Record<string, string | number>>): Sketch[string] {
  return { kind: 'security-group', in: 'v', props: { ingress: [{ cidr: '10.0.0.0/16', ...rule }] } };
}
