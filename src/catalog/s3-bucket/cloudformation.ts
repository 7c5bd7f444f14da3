import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  policyDocument,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export const BUCKET = 'AWS::S3::Bucket';
/** Not a template type: the resource type of S3's data events. */
export const OBJECT = 'AWS::S3::Object';

const ALGORITHM = {
  'sse-s3': 'AES256',
  'sse-kms-aws-managed': 'aws:kms',
  'sse-kms': 'aws:kms',
  'dsse-kms': 'aws:kms:dsse',
} as const;

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { props } = node;
  const usesKey = Boolean(props.kmsKey) && (props.encryption === 'sse-kms' || props.encryption === 'dsse-kms');
  const block = props.blockPublicAccess;
  const acl = CANNED[props.acl];
  const bucketName = context.arn(node.id)?.replace('arn:aws:s3:::', '');
  return {
    Type: BUCKET,
    Properties: present({
      BucketName: bucketName,
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: present({
              SSEAlgorithm: ALGORITHM[props.encryption],
              KMSMasterKeyID: usesKey && props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
            }),
            BucketKeyEnabled: props.bucketKey,
          },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: block,
        IgnorePublicAcls: block,
        BlockPublicPolicy: block,
        RestrictPublicBuckets: block,
      },
      AccessControl: acl,
      OwnershipControls: acl === undefined ? undefined : { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
      ObjectLockEnabled: props.objectLock ? true : undefined,
      ReplicationConfiguration: replication(props),
      VersioningConfiguration: props.versioning ? { Status: 'Enabled' } : undefined,
      LifecycleConfiguration: lifecycle(props),
      LoggingConfiguration: props.accessLogs ? { DestinationBucketName: reference(props.accessLogs) } : undefined,
    }),
    ...(props.policy.trim() !== '' && {
      With: {
        Policy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: reference(node.id), PolicyDocument: policyDocument(props.policy) },
          needed: true,
        },
      },
    }),
  };
}

/** "Canned ACL": only these open a bucket to everybody. */
const CANNED = { private: undefined, 'public-read': 'PublicRead', 'public-read-write': 'PublicReadWrite' } as const;

function replication({ replicateTo, replicationRole }: Props): Json | undefined {
  if (!replicateTo) return undefined;
  return present({
    Role: replicationRole ? attribute(replicationRole, 'Arn') : undefined,
    Rules: [{ Status: 'Enabled', Destination: { Bucket: attribute(replicateTo, 'Arn') } }],
  });
}

function lifecycle({ lifecycleExpireDays, noncurrentExpireDays }: Props): Json | undefined {
  if (lifecycleExpireDays === undefined && noncurrentExpireDays === undefined) return undefined;
  return {
    Rules: [
      present({
        Status: 'Enabled',
        ExpirationInDays: lifecycleExpireDays,
        NoncurrentVersionExpiration:
          noncurrentExpireDays === undefined ? undefined : { NoncurrentDays: noncurrentExpireDays },
      }),
    ],
  };
}

const RULE = 'BucketEncryption.ServerSideEncryptionConfiguration[0]';
const BLOCKS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

function readEncryption(reading: Reading): string | undefined {
  const algorithm = reading.text(`${RULE}.ServerSideEncryptionByDefault.SSEAlgorithm`);
  if (algorithm === 'aws:kms') {
    const key = reading.text(`${RULE}.ServerSideEncryptionByDefault.KMSMasterKeyID`);
    return key === undefined || /alias\/aws\/s3$/.test(key) ? 'sse-kms-aws-managed' : 'sse-kms';
  }
  return algorithm === 'aws:kms:dsse' ? 'dsse-kms' : algorithm === 'AES256' ? 'sse-s3' : algorithm;
}

/** The four settings stand or fall together here. */
function readBlock(reading: Reading): boolean | undefined {
  if (!reading.has('PublicAccessBlockConfiguration')) return undefined;
  return BLOCKS.map((name) => reading.flag(`PublicAccessBlockConfiguration.${name}`)).every((on) => on === true);
}

/** Object Lock brings versioning with it. */
function isVersioned(reading: Reading): boolean {
  return reading.text('VersioningConfiguration.Status') === 'Enabled' || reading.flag('ObjectLockEnabled') === true;
}

function readReplication(reading: Reading) {
  reading.skip('OwnershipControls', 'Who owns an object follows from the ACL here.');
  const role = reading.ref('ReplicationConfiguration.Role');
  const [rule] = reading.list('ReplicationConfiguration.Rules').filter((one) => one.text('Status') !== 'Disabled');
  return { replicateTo: rule?.ref('Destination.Bucket'), replicationRole: rule && role };
}

function readLifecycle(reading: Reading) {
  const rules = reading
    .list('LifecycleConfiguration.Rules')
    .filter((rule) => rule.text('Status') === 'Enabled' && !rule.has('Prefix') && !rule.has('TagFilters'));
  const first = (paths: readonly string[]) =>
    rules.flatMap((rule) => paths.flatMap((path) => rule.number(path) ?? []))[0];
  return {
    lifecycleExpireDays: first(['ExpirationInDays']),
    noncurrentExpireDays: first(['NoncurrentVersionExpiration.NoncurrentDays', 'NoncurrentVersionExpirationInDays']),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [BUCKET]: {
      name: 'BucketName',
      props: (reading) => ({
        encryption: readEncryption(reading),
        kmsKey: reading.ref(`${RULE}.ServerSideEncryptionByDefault.KMSMasterKeyID`),
        bucketKey: reading.flag(`${RULE}.BucketKeyEnabled`),
        blockPublicAccess: readBlock(reading),
        versioning: isVersioned(reading) ? true : undefined,
        acl: Object.entries(CANNED).find(([, one]) => one === reading.text('AccessControl'))?.[0],
        objectLock: reading.flag('ObjectLockEnabled'),
        ...readReplication(reading),
        ...readLifecycle(reading),
        accessLogs: reading.ref('LoggingConfiguration.DestinationBucketName'),
      }),
    },
  },
  parts: {
    'AWS::S3::BucketPolicy': {
      of: ['Bucket'],
      add: (reading) => ({ props: { policy: reading.policy('PolicyDocument') } }),
    },
  },
});
