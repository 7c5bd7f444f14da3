import type { RecordFacet, RequestSpec } from '../../../src/engine/request/facets';
import type { Account } from '../../../src/model/account';
import { allow, type Change, policyText } from '../fake';
import {
  app,
  AS_SERVICE,
  BUCKET,
  bounded,
  FROM_OUTSIDE,
  gatewayEndpoint,
  get,
  interfaceEndpoint,
  limitedTo,
  nat,
  subnet,
  table,
  trust,
} from './world';

export interface RequestCase {
  readonly name: string;
  /** the AWS page, or the rule in our words, that the expectation rests on. */
  readonly source: string;
  readonly change?: Change;
  readonly ask?: Partial<RequestSpec>;
  readonly account?: Partial<Account>;
  /** the code of the failure, when it is refused. */
  readonly refused?: string;
  /** codes that the trace must say on the way. */
  readonly says?: readonly string[];
}

const key = (more: object = {}) => ({
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
const managed = (more: object = {}) => key({ key: { type: 'aws-managed', alias: 'aws/s3' }, ...more });
const openTo = (principal: unknown) => ({
  resourcePolicy: {
    policy: policyText('data', 'policy', allow('s3:*', { Principal: principal })),
    required: false,
  },
});
const record = (category: RecordFacet['category']): RecordFacet => ({
  category,
  resourceType: 'AWS::S3::Object',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
});
const recorded = (category: RecordFacet['category']): Change => ({
  data: { operations: [{ ...get, record: record(category) }] },
});
const trail = (more: object = {}) => ({
  trail: {
    logging: true,
    multiRegion: true,
    validatesFiles: true,
    managementEvents: true,
    dataEvents: ['AWS::S3::Object'],
    bucket: 'data',
    ...more,
  },
});

const KMS = 'AWS KMS developer guide, "Key states of AWS KMS keys": only an enabled key can be used.';
const GRANT = 'AWS KMS developer guide, "Grants in AWS KMS": services use keys by grants that somebody made for them.';
const TRUST = 'IAM user guide, "Roles terms and concepts": the trust policy must admit who assumes a role.';
const ENDPOINT = 'VPC guide, "Control access to VPC endpoints using endpoint policies": a filter, never a grant.';
const CLOUDTRAIL =
  'CloudTrail user guide: management events are in Event history for 90 days; data events are off by default and never there.';
const SCP = 'IAM user guide, "Policy evaluation logic": every level must allow; service principals are not limited.';

export const CASES: readonly RequestCase[] = [
  {
    name: 'a role reads through an interface endpoint',
    source: TRUST,
    says: ['request.starts', 'request.assumes-role', 'network.private-name', 'iam.identity-allows'],
  },
  { name: 'nothing is connected', source: 'Design: total', ask: { to: undefined }, refused: 'request.no-target' },
  {
    name: 'the target is gone from the diagram',
    source: 'Design: nonsense becomes a failed step',
    ask: { to: 'gone' },
    refused: 'request.no-target',
  },
  {
    name: 'the target has no such operation',
    source: 'Service authorization reference: each service has its own actions.',
    ask: { action: 's3:Fly' },
    refused: 'request.not-possible',
  },
  { name: 'an open action is the main operation', source: 'Contract of RequestSpec', ask: { action: '' } },
  {
    name: 'no role is set',
    source: 'IAM user guide: an application without a role has no credentials to sign with.',
    ask: { signer: { type: 'identity', node: undefined, service: 'ec2.amazonaws.com' } },
    refused: 'request.no-identity',
  },
  {
    name: 'a bucket is no identity',
    source: 'IAM user guide, "IAM identities": users and roles sign.',
    ask: { signer: { type: 'identity', node: 'data' } },
    refused: 'request.not-an-identity',
  },
  {
    name: 'the trust policy admits another service',
    source: TRUST,
    ask: { signer: { type: 'identity', node: 'role', service: 'lambda.amazonaws.com' } },
    refused: 'request.trust-refuses',
  },
  {
    name: 'there is no trust policy',
    source: TRUST,
    change: {
      role: {
        principal: { arn: 'arn:aws:iam::111122223333:role/app', type: 'role', identity: [], longLivedKeys: false },
      },
    },
    refused: 'request.trust-missing',
  },
  {
    name: 'the trust policy does not parse',
    source: TRUST,
    change: {
      role: {
        principal: {
          arn: 'arn:aws:iam::111122223333:role/app',
          type: 'role',
          identity: [],
          trust: { ...trust, text: '{' },
          longLivedKeys: false,
        },
      },
    },
    refused: 'request.trust-missing',
  },
  {
    name: 'a service cannot assume a user',
    source: 'IAM user guide, "IAM roles": services assume roles; a user has keys of its own and no trust policy.',
    ask: { signer: { type: 'identity', node: 'user', service: 'ec2.amazonaws.com' } },
    refused: 'request.trust-missing',
  },
  {
    name: 'a user signs from outside',
    source: 'IAM user guide, "How IAM works"',
    ask: FROM_OUTSIDE,
    says: ['request.signs-as', 'request.from-internet'],
  },
  {
    name: 'a role that is used directly signs as itself',
    source: 'IAM user guide, "Roles terms and concepts"',
    ask: { ...FROM_OUTSIDE, signer: { type: 'identity', node: 'role' } },
    says: ['request.signs-as'],
  },
  {
    name: 'a service needs the resource policy',
    source: 'IAM rule: services that call in their own name are authorised by the resource policy alone.',
    ask: AS_SERVICE,
    says: ['request.service-signs', 'request.platform'],
    refused: 'iam.resource-none',
  },
  {
    name: 'a service that the resource policy names',
    source: 'IAM rule: services that call in their own name are authorised by the resource policy alone.',
    change: { data: openTo({ Service: 'cloudtrail.amazonaws.com' }) },
    ask: AS_SERVICE,
    says: ['iam.resource-allows-service'],
  },
  {
    name: 'nobody signs, and the bucket is public',
    source: 'S3 user guide, "Setting permissions for website access": Principal "*" is everybody.',
    change: { data: openTo('*') },
    ask: { ...FROM_OUTSIDE, signer: { type: 'anonymous' } },
    says: ['request.anonymous', 'iam.resource-allows-everyone'],
  },
  {
    name: 'nobody signs, and Block Public Access is on',
    source: 'S3 user guide, "Blocking public access to your Amazon S3 storage"',
    change: { data: { resourcePolicy: { ...openTo('*').resourcePolicy, blocksPublic: true } } },
    ask: { ...FROM_OUTSIDE, signer: { type: 'anonymous' } },
    refused: 'iam.public-access-blocked',
  },
  {
    name: 'a node without a public API cannot be asked from the internet',
    source: 'Only Regional APIs answer on the internet; a node listens on its own interfaces.',
    change: { data: { operations: [{ action: 's3:GetObject', resource: BUCKET }] } },
    ask: FROM_OUTSIDE,
    refused: 'request.not-on-internet',
  },
  {
    name: 'a node that listens needs an interface that the internet reaches',
    source: 'VPC guide, "Enable internet access": an internet gateway, a route to it and a public address.',
    change: { data: { operations: [{ action: 's3:GetObject', resource: BUCKET, port: 2049 }] } },
    ask: FROM_OUTSIDE,
    refused: 'network.destination-without-interface',
  },
  {
    name: 'what no policy guards serves everybody whose packets arrive',
    source: 'Design: an operation that is open asks no policy.',
    change: { data: { operations: [{ ...get, open: true }] } },
    ask: { ...FROM_OUTSIDE, signer: { type: 'anonymous' } },
    says: ['request.open'],
  },
  {
    name: 'what AWS refuses does not answer',
    source: 'Design: a node that cannot be made serves nobody; the lesson says why.',
    change: { data: { operations: [{ ...get, refused: 'It needs another certificate.' }] } },
    refused: 'request.refused',
  },
  {
    name: 'no way out: no endpoint, no route',
    source: 'VPC guide, "Route tables": only the local route is left.',
    change: { endpoint: null },
    refused: 'network.no-route',
  },
  {
    name: 'two subnets, one way',
    source: 'Design: a request is walked from each interface.',
    change: { app: app(['private', 'second']), second: subnet('10.0.2.0/24') },
    says: ['request.other-subnets'],
  },
  {
    name: 'two subnets, and one of them is a dead end',
    source: 'VPC guide, "Gateway endpoints": only the chosen route tables lead there.',
    change: {
      endpoint: gatewayEndpoint('s3'),
      app: app(['private', 'second']),
      second: subnet('10.0.2.0/24', { routeTable: 'other' }),
      other: table(),
    },
    refused: 'network.endpoint-not-in-table',
  },
  {
    name: 'the endpoint policy leaves the action out',
    source: ENDPOINT,
    change: { endpoint: interfaceEndpoint('s3', allow('s3:PutObject', { Principal: '*' })) },
    refused: 'iam.endpoint-near-action',
  },
  {
    name: 'an endpoint policy is not asked on another way',
    source: ENDPOINT,
    change: {
      endpoint: interfaceEndpoint('sts', allow('s3:PutObject', { Principal: '*' })),
      nat,
      table: table('nat'),
    },
    says: ['network.through-nat', 'iam.identity-allows'],
  },
  {
    name: 'a service control policy without an Allow stops a role',
    source: SCP,
    account: limitedTo('kms:*'),
    refused: 'iam.scp-silent',
  },
  {
    name: 'and does not touch a service',
    source: SCP,
    account: limitedTo('kms:*'),
    change: { data: openTo({ Service: 'cloudtrail.amazonaws.com' }) },
    ask: AS_SERVICE,
    says: ['iam.resource-allows-service'],
  },
  {
    name: 'a permissions boundary that leaves the service out',
    source: 'IAM user guide, "Permissions boundaries for IAM entities": both must allow.',
    change: bounded('kms:*'),
    refused: 'iam.boundary-silent',
  },
  {
    name: 'a permissions boundary counts for the key as well',
    source: 'Reading SSE-KMS data asks twice: s3:GetObject and kms:Decrypt.',
    change: { ...key(), ...bounded('s3:*') },
    refused: 'iam.boundary-silent',
  },
  {
    name: 'a service control policy counts for the key as well',
    source: SCP,
    change: key(),
    account: limitedTo('s3:*'),
    refused: 'iam.scp-silent',
  },
  {
    name: 'where the resource policy must allow, none means no',
    source: 'KMS developer guide, "Key policies": without an Allow in the key policy nothing else counts.',
    change: { data: { resourcePolicy: { required: true } } },
    refused: 'iam.resource-none',
  },
  {
    name: 'a trust policy is asked by who assumes the role, and by nobody else',
    source: 'IAM user guide, "Passing a role": judged by the policies of the one who passes it.',
    change: { data: { resourcePolicy: { policy: trust, required: true, type: 'trust', actions: ['sts:AssumeRole'] } } },
    says: ['iam.identity-allows'],
  },
  {
    name: 'a key of the service needs nobody’s permission',
    source: 'AWS KMS developer guide, "AWS owned keys": invisible, and without permissions to manage.',
    change: key({ key: { type: 'aws-owned', label: 'SSE-S3' } }),
    says: ['request.key-aws-owned'],
  },
  { name: 'no encryption, no question', source: 'Contract of KeyChoice', change: key({ key: { type: 'none' } }) },
  {
    name: 'an AWS managed key admits a role of the account',
    source: 'AWS KMS developer guide, "AWS managed keys": through the service, for principals of the account.',
    change: managed(),
    says: ['request.key-aws-managed'],
  },
  {
    name: 'and never a service',
    source: 'SNS developer guide, "Key management": AWS managed keys cannot be opened to services.',
    change: { data: { ...managed().data, ...openTo({ Service: 'cloudtrail.amazonaws.com' }) } },
    ask: AS_SERVICE,
    refused: 'request.key-aws-managed-refuses-service',
  },
  {
    name: 'nobody who does not sign reads what a KMS key protects',
    source: 'S3 user guide, "Using server-side encryption with AWS KMS keys": requests must be signed.',
    change: { data: { ...key().data, ...openTo('*') } },
    ask: { ...FROM_OUTSIDE, signer: { type: 'anonymous' } },
    refused: 'request.key-needs-signature',
  },
  {
    name: 'nor what an AWS managed key protects',
    source: 'S3 user guide, "Using server-side encryption with AWS KMS keys": requests must be signed.',
    change: { data: { ...managed().data, ...openTo('*') } },
    ask: { ...FROM_OUTSIDE, signer: { type: 'anonymous' } },
    refused: 'request.key-needs-signature',
  },
  { name: 'a customer managed key, account statement and identity policy', source: KMS, change: key() },
  {
    name: 'a user without permission for the key reads nothing',
    source: 'Reading SSE-KMS data asks twice: s3:GetObject and kms:Decrypt.',
    change: key(),
    ask: FROM_OUTSIDE,
    refused: 'iam.identity-silent',
  },
  {
    name: 'the key is gone from the diagram',
    source: 'Design: nonsense becomes a failed step',
    change: { ...key(), key: null },
    refused: 'request.key-missing',
  },
  {
    name: 'a grant of the service asks nothing of the caller',
    source: GRANT,
    change: { ...key({ granted: true }), key: { resourcePolicy: { required: true, type: 'key' } } },
    says: ['request.key-granted'],
  },
  {
    name: 'a grant of the service on an AWS managed key, for somebody who does not sign',
    source: GRANT,
    change: {
      data: { ...managed({ granted: true }).data, ...openTo('*') },
    },
    ask: { ...FROM_OUTSIDE, signer: { type: 'anonymous' } },
    says: ['request.key-granted'],
  },
  {
    name: 'a grant on a disabled key is worth nothing',
    source: KMS,
    change: { ...key({ granted: true }), key: { key: { enabled: false, rotates: false, rotationDays: 365 } } },
    refused: 'request.key-disabled',
  },
  {
    name: 'the key is disabled',
    source: KMS,
    change: { ...key(), key: { key: { enabled: false, rotates: false, rotationDays: 365 } } },
    refused: 'request.key-disabled',
  },
  {
    name: 'the key waits for deletion',
    source: KMS,
    change: { ...key(), key: { key: { enabled: true, deletesInDays: 7, rotates: false, rotationDays: 365 } } },
    refused: 'request.key-pending-deletion',
  },
  {
    name: 'the key policy must admit the service that uses the key itself',
    source: 'CloudWatch Logs user guide, "Encrypt log data using KMS": the key policy names the service.',
    change: key({ byService: 'logs.us-east-1.amazonaws.com', viaService: undefined }),
    refused: 'iam.resource-near-principal',
  },
  {
    name: 'the sender’s own keys go before the target’s',
    source: 'CloudTrail user guide: a trail names its key, and does not take the default of the bucket.',
    change: { ...key(), key: { key: { enabled: false, rotates: false, rotationDays: 365 } } },
    ask: { keys: [] },
  },
  {
    name: 'a trail selects the event',
    source: CLOUDTRAIL,
    change: { ...recorded('data'), trail: trail() },
    says: ['request.recorded'],
  },
  {
    name: 'no trail selects the data event',
    source: CLOUDTRAIL,
    change: { ...recorded('data'), trail: trail({ dataEvents: [] }) },
    says: ['request.not-recorded'],
  },
  { name: 'there is no trail', source: CLOUDTRAIL, change: recorded('data'), says: ['request.not-recorded'] },
  {
    name: 'the trail that selects it does not deliver',
    source: CLOUDTRAIL,
    change: { ...recorded('data'), trail: trail({ logging: false }) },
    says: ['request.not-recorded'],
  },
  {
    name: 'a management event without a trail',
    source: CLOUDTRAIL,
    change: recorded('management'),
    says: ['request.event-history'],
  },
  {
    name: 'a management event with one',
    source: CLOUDTRAIL,
    change: { ...recorded('management'), trail: trail({ dataEvents: [] }) },
    says: ['request.recorded'],
  },
];
