import type { RecordFacet } from '../../../src/engine/record-facet';
import { type Change } from '../fake';
import { AS_SERVICE, FROM_OUTSIDE, get, key, openTo } from './world';
import type { RequestCase } from './case';

const managed = (more: object = {}) => key({ key: { type: 'aws-managed', alias: 'aws/s3' }, ...more });
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
const CLOUDTRAIL =
  'CloudTrail user guide: management events are in Event history for 90 days; data events are off by default and never there.';

/** Which keys a request needs, and which trails record it. */
export const KEY_CASES: readonly RequestCase[] = [
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
