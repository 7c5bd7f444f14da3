import type { Json } from '../model/json';
import { example, policy, trusts } from './example';

/** A caller in a VPC that invokes an endpoint, in the variants that the checks of calls need. */
const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/scores';
const INVOKE = { action: 'sagemaker:InvokeEndpoint' };
const invoke = (more: { readonly [key: string]: Json } = {}) =>
  policy({ Effect: 'Allow', Action: 'sagemaker:InvokeEndpoint', Resource: ARN, ...more });

const role = (...documents: string[]) =>
  [
    'iam-role',
    {
      trustPolicy: trusts('ec2.amazonaws.com'),
      policies: documents.map((document, index) => ({ name: `policy-${index}`, document })),
    },
  ] as const;

const network = {
  net: ['vpc', { cidr: '10.0.0.0/16', enableDnsHostnames: true, mainRouteTable: 'main', defaultNetworkAcl: 'acl' }],
  main: ['route-table', {}, 'net'],
  acl: [
    'network-acl',
    {
      entries: [
        { ruleNumber: 100, direction: 'inbound', action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
        { ruleNumber: 100, direction: 'outbound', action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' },
      ],
    },
    'net',
  ],
  app: ['subnet', { cidr: '10.0.1.0/24', availabilityZone: 'a' }, 'net'],
  'app-sg': ['security-group', {}, 'net'],
} as const;

const endpoint = {
  'door-sg': [
    'security-group',
    { ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, sourceGroup: 'app-sg' }] },
    'net',
  ],
  door: ['interface-endpoint', { subnets: ['app'], securityGroups: ['door-sg'], privateDnsEnabled: true }, 'net'],
} as const;

const server = [
  'ec2-instance',
  { role: 'role', securityGroups: ['app-sg'], calls: [{ action: '', target: 'scores' }] },
  'app',
] as const;
const scores = ['sagemaker-endpoint', {}] as const;

const base = { ...network, ...endpoint, server, scores };

export const CALL_EXAMPLES = {
  works: example(
    'Through an interface endpoint, with exactly one permission',
    { ...base, role: role(invoke()) },
    INVOKE,
  ),
  lockedToEndpoint: example(
    'Allowed only through this VPC endpoint',
    { ...base, role: role(invoke({ Condition: { StringEquals: { 'aws:SourceVpce': 'door' } } })) },
    INVOKE,
  ),
  throughAnyEndpoint: example(
    'Allowed through an endpoint, whoever owns it',
    { ...base, role: role(invoke({ Condition: { Null: { 'aws:SourceVpce': 'false' } } })) },
    INVOKE,
  ),
  noPermission: example('The role has no policy', { ...base, role: role() }, INVOKE),
  wildcard: example(
    'Everything of SageMaker',
    { ...base, role: role(policy({ Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' })) },
    { calls: INVOKE.action },
  ),
  needlessDecrypt: example(
    'kms:Decrypt that nothing uses',
    { ...base, role: role(invoke(), policy({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' })) },
    { calls: INVOKE.action },
  ),
  besides: example(
    'The same action on a configuration as well',
    {
      ...base,
      role: role(invoke({ Resource: [ARN, 'arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/scores'] })),
    },
    { calls: INVOKE.action },
  ),
  viaInternet: example(
    'Over the internet gateway',
    {
      ...network,
      scores,
      server: [
        'ec2-instance',
        {
          role: 'role',
          securityGroups: ['app-sg'],
          associatePublicIp: 'yes',
          calls: [{ action: '', target: 'scores' }],
        },
        'app',
      ],
      igw: ['internet-gateway', {}, 'net'],
      main: ['route-table', { routes: [{ destination: '0.0.0.0/0', target: 'igw' }] }, 'net'],
      role: role(invoke()),
    },
    INVOKE,
  ),
  userKeys: example(
    'A person with access keys',
    {
      scores,
      analyst: ['person', { user: 'user', calls: [{ action: '', target: 'scores' }] }],
      user: ['iam-user', { accessKeys: 1, policies: [{ name: 'invoke', document: invoke() }] }],
    },
    INVOKE,
  ),
  noCall: example('Nobody calls', { scores }, INVOKE),
};
