import type { NetworkFacet } from '../../../src/engine/network/facets';
import type { Operation, RequestSpec } from '../../../src/engine/request/facets';
import type { Account } from '../../../src/model/account';
import { ACCOUNT, allow, type Change, type Drawing, policyText } from '../fake';

export const BUCKET = 'arn:aws:s3:::data';
export const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k-1`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
export const USER = `arn:aws:iam::${ACCOUNT}:user/ana`;
export const SERVICE = 'ec2.amazonaws.com';

const ec2 = (what: string) => `arn:aws:ec2:us-east-1:${ACCOUNT}:${what}`;

export const trust = policyText('role', 'trustPolicy', {
  Effect: 'Allow',
  Principal: { Service: SERVICE },
  Action: 'sts:AssumeRole',
});
const everything = { protocol: 'all', fromPort: 0, toPort: 65535, cidr: '0.0.0.0/0' } as const;

export const subnet = (cidr: string, more: Partial<Extract<NetworkFacet, { role: 'subnet' }>> = {}) => ({
  network: { role: 'subnet', vpc: 'vpc', cidr, zone: 'us-east-1a', assignsPublicIp: false, ...more } as const,
});
export const table = (target?: string) => ({
  network: {
    role: 'route-table',
    vpc: 'vpc',
    routes: target === undefined ? [] : [{ destination: '0.0.0.0/0', target, field: 'routes[0]' }],
  } as const,
});
export const app = (subnets: readonly string[], publicIp: 'never' | 'always' = 'never') => ({
  network: {
    role: 'interfaces',
    subnets,
    securityGroups: ['group'],
    publicIp,
    withoutSubnets: 'none',
    listens: [],
  } as const,
});
export const interfaceEndpoint = (service: string, ...statements: readonly Readonly<Record<string, unknown>>[]) => ({
  arn: ec2('vpc-endpoint/vpce-1'),
  network: {
    role: 'interface-endpoint',
    vpc: 'vpc',
    serves: service,
    subnets: ['private'],
    securityGroups: ['group'],
    privateDns: true,
    ...(statements.length > 0 && { policy: policyText('endpoint', 'policy', ...statements) }),
  } as const,
});
export const gatewayEndpoint = (service: string) => ({
  arn: ec2('vpc-endpoint/vpce-1'),
  network: { role: 'gateway-endpoint', vpc: 'vpc', serves: service, routeTables: ['table'] } as const,
});
export const nat = {
  network: { role: 'nat-gateway', mode: 'zonal', connectivity: 'public', vpc: 'vpc', subnet: 'public' } as const,
};

export const get: Operation = {
  action: 's3:GetObject',
  resource: `${BUCKET}/object`,
  service: 's3',
};

/** A server in a private subnet with a role, a bucket, a key, and an interface endpoint for the way. */
export const WORLD: Drawing = {
  vpc: {
    arn: ec2('vpc/vpc-1'),
    network: { role: 'vpc', cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true, mainRouteTable: 'table' },
  },
  igw: { network: { role: 'internet-gateway', vpc: 'vpc' } },
  table: table(),
  open: table('igw'),
  private: subnet('10.0.1.0/24'),
  public: subnet('10.0.9.0/24', { routeTable: 'open' }),
  group: {
    network: {
      role: 'security-group',
      vpc: 'vpc',
      ingress: [{ ...everything, field: 'ingress[0]' }],
      egress: [{ ...everything, field: 'egress[0]' }],
    },
  },
  endpoint: interfaceEndpoint('s3'),
  app: { arn: ec2('instance/i-1'), ...app(['private']) },
  role: {
    arn: ROLE,
    principal: {
      arn: ROLE,
      type: 'role',
      identity: [policyText('role', 'policies[0].document', allow(['s3:*', 'kms:*']))],
      trust,
      longLivedKeys: false,
    },
  },
  user: {
    arn: USER,
    principal: {
      arn: USER,
      type: 'user',
      identity: [policyText('user', 'policies[0].document', allow('s3:*'))],
      longLivedKeys: true,
    },
  },
  data: { arn: BUCKET, operations: [get] },
  key: {
    arn: KEY,
    key: { enabled: true, rotates: true, rotationDays: 365 },
    resourcePolicy: {
      policy: policyText('key', 'keyPolicy', allow('kms:*', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } })),
      required: true,
      type: 'key',
    },
  },
};

/** The server reads the bucket with its role, from its own interfaces. */
export const ASK: RequestSpec = {
  id: 'app/s3:GetObject/data',
  from: 'app',
  field: 'calls[0].target',
  signer: { type: 'identity', node: 'role', service: SERVICE },
  origin: { type: 'interfaces', node: 'app' },
  action: 's3:GetObject',
  to: 'data',
  purpose: 'call',
  title: 'app reads data',
};
/** A service in its own name, on the network of AWS. */
export const AS_SERVICE: Partial<RequestSpec> = {
  signer: {
    type: 'service',
    principal: 'cloudtrail.amazonaws.com',
    sourceArn: `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/t`,
  },
  origin: { type: 'platform' },
};
export const FROM_OUTSIDE: Partial<RequestSpec> = {
  signer: { type: 'identity', node: 'user' },
  origin: { type: 'internet' },
};
/** An organization whose root allows only this. */
export const limitedTo = (action: string): Partial<Account> => ({
  scps: [
    {
      level: 'Root',
      policies: [{ name: 'p', document: policyText('', '', allow(action)).text }],
    },
  ],
});
/** The role with every permission, and a permissions boundary that leaves only this. */
export const bounded = (action: string): Change => ({
  role: {
    principal: {
      arn: ROLE,
      type: 'role',
      identity: [policyText('role', 'policies[0].document', allow('*'))],
      boundary: policyText('role', 'permissionsBoundary', allow(action)),
      trust,
      longLivedKeys: false,
    },
  },
});

/** The bucket's objects under a key. */
export const key = (more: object = {}) => ({
  data: {
    operations: [
      {
        ...get,
        keys: [
          {
            key: { type: 'customer-managed', node: 'key' } as const,
            actions: ['kms:Decrypt'],
            viaService: 's3.us-east-1.amazonaws.com',
            ...more,
          },
        ],
      },
    ],
  },
});
/** The bucket, with a policy that lets these principals do everything. */
export const openTo = (principal: unknown) => ({
  resourcePolicy: {
    policy: policyText('data', 'policy', allow('s3:*', { Principal: principal })),
    required: false,
  },
});
/** The operation hands the caller's own role to the service, and the caller has these permissions besides it. */
export const passing = (...more: readonly Readonly<Record<string, unknown>>[]): Change => ({
  role: {
    principal: {
      arn: ROLE,
      type: 'role',
      identity: [policyText('role', 'policies[0].document', allow('s3:*'), ...more)],
      trust,
      longLivedKeys: false,
    },
  },
  data: { operations: [{ ...get, passes: [{ role: 'role', service: SERVICE }] }] },
});
