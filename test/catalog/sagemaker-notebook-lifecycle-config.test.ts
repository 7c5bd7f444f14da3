import { expect, test } from 'vitest';
import { kind } from '../../src/catalog/sagemaker-notebook-lifecycle-config/kind';
import { allow, meaning, outcome, role, type Sketch } from './meaning';

const ALL = { protocol: 'all', cidr: '0.0.0.0/0' };
const nfs = { protocol: 'tcp', fromPort: 2049, toPort: 2049, cidr: '10.0.0.0/16' };

type Fields = NonNullable<Sketch[string]['props']>;

const drawing = (notebook: Fields, ingress: readonly Fields[] = [nfs]): Sketch => ({
  v: { kind: 'vpc', props: { mainRouteTable: 'rt', defaultNetworkAcl: 'acl', defaultSecurityGroup: 'sg' } },
  rt: { kind: 'route-table', in: 'v', props: { default: true } },
  acl: {
    kind: 'network-acl',
    in: 'v',
    props: {
      default: true,
      entries: [
        { number: 100, direction: 'inbound', protocol: 'all', cidr: '0.0.0.0/0' },
        { number: 100, direction: 'outbound', protocol: 'all', cidr: '0.0.0.0/0' },
      ],
    },
  },
  a: { kind: 'subnet', in: 'v' },
  sg: { kind: 'security-group', in: 'v', props: { egress: [ALL] } },
  'nfs-sg': { kind: 'security-group', in: 'v', props: { ingress: [...ingress] } },
  files: { kind: 'efs-file-system', props: { subnets: ['a'], securityGroups: ['nfs-sg'] } },
  role: role('sagemaker.amazonaws.com', allow('elasticfilesystem:*')),
  scripts: {
    kind: 'sagemaker-notebook-lifecycle-config',
    props: { mounts: [{ fileSystem: 'files', tls: true, iam: true }] },
  },
  notebook: { kind: 'sagemaker-notebook', props: { role: 'role', lifecycleConfig: 'scripts', ...notebook } },
});
const mount = (...args: Parameters<typeof drawing>) =>
  outcome(meaning(drawing(...args)), 'notebook', 'elasticfilesystem:ClientMount');
const inside = { subnet: 'a', securityGroups: ['sg'], directInternetAccess: false };

test('a notebook mounts what its start script says, through the VPC', () => {
  expect(mount(inside)).toBe('allowed');
  expect(mount({})).toMatch(/^network\./);
  expect(mount(inside, [])).toMatch(/^network\./);
  expect(mount({ ...inside, lifecycleConfig: '' })).toBe('not asked');
});

test('with IAM the mount is judged as the role of the notebook', () => {
  const denied = role('sagemaker.amazonaws.com', { Effect: 'Deny', Action: 'elasticfilesystem:*', Resource: '*' });
  const asked = (iam: boolean) =>
    outcome(
      meaning({
        ...drawing(inside),
        role: denied,
        scripts: {
          kind: 'sagemaker-notebook-lifecycle-config',
          props: { mounts: [{ fileSystem: 'files', tls: true, iam }] },
        },
      }),
      'notebook',
      'elasticfilesystem:ClientMount',
    );
  expect(asked(true)).toMatch(/^iam\./);
  expect(asked(false)).toBe('allowed');
});

test('scripts have AWS’s length, and no secrets', () => {
  const fields = (props: object) => kind.complete(props).issues.map(({ field }) => field);
  expect(fields({ onStart: 'x'.repeat(16_384) })).toEqual([]);
  expect(fields({ onStart: 'x'.repeat(16_385) })).toEqual(['onStart']);
  expect(fields({ onCreate: 'export KEY=AKIAIOSFODNN7EXAMPLE' })).toEqual(['onCreate']);
});
