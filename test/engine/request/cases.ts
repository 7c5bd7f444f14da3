import { allow } from '../fake';
import {
  app,
  AS_SERVICE,
  bounded,
  BUCKET,
  FROM_OUTSIDE,
  gatewayEndpoint,
  get,
  interfaceEndpoint,
  key,
  limitedTo,
  nat,
  passing,
  openTo,
  SERVICE,
  subnet,
  table,
  trust,
} from './world';
import type { RequestCase } from './case';

const TRUST = 'IAM user guide, "Roles terms and concepts": the trust policy must admit who assumes a role.';
const ENDPOINT = 'VPC guide, "Control access to VPC endpoints using endpoint policies": a filter, never a grant.';
const PRIVATE_API = 'API Gateway guide, "Creating a private API": callable from a VPC, by an interface endpoint only.';
const PASS = 'IAM user guide, "Grant a user permissions to pass a role to an AWS service".';
const SCP = 'IAM user guide, "Policy evaluation logic": every level must allow; service principals are not limited.';

/** Who signs, which way the packets take, and what the policies say. */
export const CASES: readonly RequestCase[] = [
  {
    name: 'a role reads through an interface endpoint',
    source: TRUST,
    says: ['request.starts', 'request.assumes-role', 'network.private-name', 'iam.identity-allows'],
  },
  {
    name: 'what is private answers behind an interface endpoint',
    source: PRIVATE_API,
    change: { data: { operations: [{ ...get, answers: 'endpoint' }] } },
    says: ['network.private-name', 'iam.identity-allows'],
  },
  {
    name: 'what is private does not answer on the internet',
    source: PRIVATE_API,
    change: { data: { operations: [{ ...get, answers: 'endpoint' }] } },
    ask: { origin: { type: 'internet' } },
    refused: 'request.behind-endpoint-only',
  },
  {
    name: 'what is private does not answer to a NAT gateway',
    source: PRIVATE_API,
    change: { data: { operations: [{ ...get, answers: 'endpoint' }] }, endpoint: null, table: table('nat'), nat },
    refused: 'request.behind-endpoint-only',
  },
  {
    name: 'what is public is not found behind an interface endpoint that takes its name',
    source: PRIVATE_API,
    change: { data: { operations: [{ ...get, answers: 'public' }] } },
    refused: 'request.not-behind-endpoint',
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
    name: 'whoever passes a role to a service may do so',
    source: PASS,
    change: passing(allow('iam:PassRole', { Condition: { StringEquals: { 'iam:PassedToService': SERVICE } } })),
    says: ['request.passes-role', 'iam.identity-allows'],
  },
  {
    name: 'a permission for another service does not pass the role to this one',
    source: PASS,
    change: passing(
      allow('iam:PassRole', { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }),
    ),
    refused: 'iam.identity-near-condition',
  },
  {
    name: 'the action alone does not pass the role that it hands over',
    source: PASS,
    change: passing(),
    refused: 'iam.identity-silent',
  },
];
