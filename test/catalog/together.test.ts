import { describe, expect, test } from 'vitest';
import { kind as ec2Instance } from '../../src/catalog/ec2-instance/kind';
import { kind as iamRole } from '../../src/catalog/iam-role/kind';
import { kind as iamUser } from '../../src/catalog/iam-user/kind';
import { kind as interfaceEndpoint } from '../../src/catalog/interface-endpoint/kind';
import { kind as internetGateway } from '../../src/catalog/internet-gateway/kind';
import { catalog } from '../../src/catalog/index';
import type { Kind } from '../../src/catalog/kind';
import { kind as kmsKey } from '../../src/catalog/kms-key/kind';
import { kind as lambdaFunction } from '../../src/catalog/lambda-function/kind';
import { kind as natGateway } from '../../src/catalog/nat-gateway/kind';
import { kind as networkAcl } from '../../src/catalog/network-acl/kind';
import { kind as person } from '../../src/catalog/person/kind';
import { kind as routeTable } from '../../src/catalog/route-table/kind';
import { kind as securityGroup } from '../../src/catalog/security-group/kind';
import { kind as subnet } from '../../src/catalog/subnet/kind';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import { factsOf } from '../../src/engine/facts-of';
import type { Diagram, DiagramNode } from '../../src/model/diagram';
import { firstFailure } from '../../src/model/trace';
import { account } from './drawing';

/** The kinds and the engine, put together: what a client in a private subnet can do. */
type Drawn = { readonly kind: Kind; readonly in?: string; readonly props?: DiagramNode['props'] };
type Drawing = Readonly<Record<string, Drawn>>;

const trust = (service: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
const allow = (action: string) => [
  {
    name: 'permissions',
    document: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
    }),
  },
];

const NETWORK: Drawing = {
  v: {
    kind: vpc,
    props: {
      enableDnsHostnames: true,
      mainRouteTable: 'rt',
      defaultSecurityGroup: 'default',
      defaultNetworkAcl: 'acl',
    },
  },
  rt: { kind: routeTable, in: 'v', props: vpc.companions[0]?.props ?? {} },
  default: { kind: securityGroup, in: 'v', props: vpc.companions[1]?.props ?? {} },
  acl: { kind: networkAcl, in: 'v', props: vpc.companions[2]?.props ?? {} },
  private: { kind: subnet, in: 'v', props: { cidr: '10.0.1.0/24' } },
};
const CLIENT: Drawing = {
  key: { kind: kmsKey },
  role: { kind: iamRole, props: { trustPolicy: trust('ec2.amazonaws.com'), policies: allow('kms:Decrypt') } },
  server: { kind: ec2Instance, in: 'private', props: { role: 'role', calls: [{ target: 'key' }] } },
};
const ENDPOINT: Drawing = {
  endpoint: {
    kind: interfaceEndpoint,
    in: 'v',
    props: { service: 'kms', subnets: ['private'], privateDnsEnabled: true },
  },
};

function factsFrom(drawing: Drawing) {
  const nodes = Object.fromEntries(
    Object.entries(drawing).map(([id, { kind, in: parent, props }]): [string, DiagramNode] => [
      id,
      {
        id,
        kind: kind.id,
        name: id,
        ...(parent !== undefined && { parent }),
        position: { x: 0, y: 0 },
        props: props ?? {},
      },
    ]),
  );
  const diagram: Diagram = { nodes };
  return factsOf(diagram, account, catalog);
}

/** The answer to the only request of a drawing: `allowed`, or the code of what stopped it. */
function outcome(drawing: Drawing): string {
  const facts = factsFrom(drawing);
  expect(facts.requests).toHaveLength(1);
  const [walked] = facts.requests;
  if (!walked) return 'nothing asked';
  return walked.trace.allowed ? 'allowed' : (firstFailure(walked.trace)?.reason.code ?? 'no reason');
}

describe('a server in a private subnet', () => {
  test('reaches KMS through an interface endpoint behind the default group', () => {
    const facts = factsFrom({ ...NETWORK, ...CLIENT, ...ENDPOINT });
    expect(facts.problems).toEqual([]);
    expect(facts.requests.map(({ trace }) => trace.allowed)).toEqual([true]);
    expect(facts.requests[0]?.vias).toMatchObject([{ kind: 'interface-endpoint', node: 'endpoint' }]);
  });
  test('goes nowhere without an endpoint', () => {
    expect(outcome({ ...NETWORK, ...CLIENT })).toMatch(/^network\./);
  });
  test('goes nowhere when the endpoint has no private DNS name', () => {
    const endpoint = { kind: interfaceEndpoint, in: 'v', props: { service: 'kms', subnets: ['private'] } };
    expect(outcome({ ...NETWORK, ...CLIENT, endpoint })).toMatch(/^network\./);
  });
  test('is stopped by an empty group on the endpoint', () => {
    const closed = { kind: securityGroup, in: 'v' };
    const props = { service: 'kms', subnets: ['private'], privateDnsEnabled: true, securityGroups: ['closed'] };
    const endpoint = { kind: interfaceEndpoint, in: 'v', props };
    expect(outcome({ ...NETWORK, ...CLIENT, closed, endpoint })).toMatch(/^network\./);
  });
  test('is not admitted by rules without a source or with a broken range, and both are reported', () => {
    const closed: Drawn = { kind: securityGroup, in: 'v', props: { ingress: [{}, { cidr: '10.0.0.0/99' }] } };
    const props = { service: 'kms', subnets: ['private'], privateDnsEnabled: true, securityGroups: ['closed'] };
    const drawing = { ...NETWORK, ...CLIENT, closed, endpoint: { kind: interfaceEndpoint, in: 'v', props } };
    expect(outcome(drawing)).toMatch(/^network\./);
    const { problems } = factsFrom(drawing);
    expect(problems.map(({ fields }) => fields?.[0]?.field)).toEqual(['ingress[0]', 'ingress[1]']);
  });
  test('is stopped by a custom network ACL without rules', () => {
    const own = { kind: networkAcl, in: 'v' };
    const edge = { kind: subnet, in: 'v', props: { cidr: '10.0.2.0/24' } };
    const endpoint = {
      kind: interfaceEndpoint,
      in: 'v',
      props: { service: 'kms', subnets: ['edge'], privateDnsEnabled: true },
    };
    expect(outcome({ ...NETWORK, ...CLIENT, edge, endpoint })).toBe('allowed');
    const guarded = { ...edge, props: { ...edge.props, networkAcl: 'own' } };
    expect(outcome({ ...NETWORK, ...CLIENT, own, edge: guarded, endpoint })).toMatch(/^network\./);
  });
  test('reaches KMS through a NAT gateway, zonal or regional', () => {
    const way = (target: string) => ({ kind: routeTable, in: 'v', props: { default: true, routes: [{ target }] } });
    const igw = { kind: internetGateway, in: 'v' };
    const open = { kind: routeTable, in: 'v', props: { routes: [{ target: 'igw' }] } };
    const public_ = { kind: subnet, in: 'v', props: { cidr: '10.0.9.0/24', routeTable: 'open' } };
    const zonal = { ...NETWORK, ...CLIENT, igw, open, public: public_, nat: { kind: natGateway, in: 'public' } };
    expect(outcome({ ...zonal, rt: way('nat') })).toBe('allowed');
    expect(outcome({ ...zonal, rt: way('nat'), open: { kind: routeTable, in: 'v' } })).toMatch(/^network\./);
    const nat = { kind: natGateway, in: 'v', props: { availabilityMode: 'regional' } };
    expect(outcome({ ...NETWORK, ...CLIENT, igw, nat, rt: way('nat') })).toBe('allowed');
  });
});

describe('identities and keys', () => {
  const reach = { ...NETWORK, ...CLIENT, ...ENDPOINT };
  test('a role that trusts somebody else signs nothing', () => {
    const role = {
      kind: iamRole,
      props: { trustPolicy: trust('lambda.amazonaws.com'), policies: allow('kms:Decrypt') },
    };
    expect(outcome({ ...reach, role })).toBe('request.trust-refuses');
  });
  test('a role without permission is denied', () => {
    const role = { kind: iamRole, props: { trustPolicy: trust('ec2.amazonaws.com') } };
    expect(outcome({ ...reach, role })).toMatch(/^iam\./);
  });
  test('without the account statement in the key policy, the role’s permission does not count', () => {
    const keyPolicy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'logs.amazonaws.com' }, Action: 'kms:Decrypt', Resource: '*' },
      ],
    });
    expect(outcome({ ...reach, key: { kind: kmsKey, props: { keyPolicy } } })).toMatch(/^iam\./);
  });
  test('a disabled key and a key that waits for deletion say so', () => {
    expect(outcome({ ...reach, key: { kind: kmsKey, props: { enabled: false } } })).toBe('request.key-disabled');
    expect(outcome({ ...reach, key: { kind: kmsKey, props: { pendingDeletion: true } } })).toBe(
      'request.key-pending-deletion',
    );
  });
  test('a person with a user can do from outside what IAM allows', () => {
    const analyst = { kind: person, props: { user: 'user', calls: [{ target: 'key' }] } };
    const key = { kind: kmsKey };
    expect(outcome({ key, analyst, user: { kind: iamUser, props: { policies: allow('kms:Decrypt') } } })).toBe(
      'allowed',
    );
    expect(outcome({ key, analyst, user: { kind: iamUser } })).toMatch(/^iam\./);
    expect(outcome({ key, analyst: { kind: person, props: { calls: [{ target: 'key' }] } } })).toMatch(/^iam\./);
  });
  test('a person assumes a role only if its trust policy names them', () => {
    const analyst = { kind: person, props: { user: 'user', calls: [{ target: 'role' }] } };
    const user = { kind: iamUser, props: { policies: allow('sts:AssumeRole') } };
    const admits = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:user/user' }, Action: 'sts:AssumeRole' },
      ],
    });
    expect(outcome({ analyst, user, role: { kind: iamRole, props: { trustPolicy: admits } } })).toBe('allowed');
    expect(outcome({ analyst, user, role: { kind: iamRole } })).toMatch(/^iam\./);
  });
  test('passing a role asks the policies of the one who passes it, not the trust policy', () => {
    const admin = { kind: person, props: { user: 'user', calls: [{ action: 'iam:PassRole', target: 'role' }] } };
    const user = { kind: iamUser, props: { policies: allow('iam:PassRole') } };
    expect(outcome({ admin, user, role: { kind: iamRole } })).toBe('allowed');
    expect(outcome({ admin, user: { kind: iamUser }, role: { kind: iamRole } })).toMatch(/^iam\./);
  });
});

describe('a Lambda function', () => {
  const role = { kind: iamRole, props: { trustPolicy: trust('lambda.amazonaws.com'), policies: allow('kms:Decrypt') } };
  const key = { kind: kmsKey };
  const calls = [{ target: 'key' }];
  test('has internet by itself while it names no subnet', () => {
    expect(outcome({ role, key, fn: { kind: lambdaFunction, props: { role: 'role', calls } } })).toBe('allowed');
  });
  test('has none in a public subnet: its interfaces never get a public address', () => {
    const fn = {
      kind: lambdaFunction,
      props: { role: 'role', calls, subnets: ['public'], securityGroups: ['default'] },
    };
    const igw = { kind: internetGateway, in: 'v' };
    const open = { kind: routeTable, in: 'v', props: { routes: [{ target: 'igw' }] } };
    const public_ = {
      kind: subnet,
      in: 'v',
      props: { cidr: '10.0.9.0/24', routeTable: 'open', mapPublicIpOnLaunch: true },
    };
    expect(outcome({ ...NETWORK, igw, open, public: public_, role, key, fn })).toMatch(/^network\./);
  });
});
