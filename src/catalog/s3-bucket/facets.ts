import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { KeyChoice } from '../../engine/encryption/facets';
import type { KeyUse, Operation, RequestSpec, Signer } from '../../engine/request/facets';
import { arnName } from '../arn';
import { delivery } from '../deliveries';
import { keyOr, managedKey, SSE_S3 } from '../keys';
import { nameOf } from '../neighbour';
import { writtenPolicy } from '../policies';
import { BUCKET, OBJECT } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type Bucket = NodeOf<Props>;

function keyOf({ encryption, kmsKey }: Props): KeyChoice {
  if (encryption === 'sse-s3') return SSE_S3;
  return encryption === 'sse-kms-aws-managed' ? managedKey('s3') : keyOr(kmsKey, managedKey('s3'));
}

/** KMS is called by S3 for the caller. With a bucket key the encryption context is the bucket's ARN. */
function keyUse(node: Bucket, action: string, bucket: string, { account }: FacetContext): readonly KeyUse[] {
  if (node.props.encryption === 'sse-s3') return [];
  return [
    {
      key: keyOf(node.props),
      actions: [action],
      viaService: `s3.${account.region}.amazonaws.com`,
      context: { 'kms:EncryptionContext:aws:s3:arn': [node.props.bucketKey ? bucket : `${bucket}/object`] },
    },
  ];
}

/** Region-free, account-free: bucket names are global. */
function arnOf(node: Bucket): string {
  return `arn:aws:s3:::${arnName(node.name).toLowerCase()}`;
}

function operations(node: Bucket, context: FacetContext): readonly Operation[] {
  const bucket = arnOf(node);
  const one = (
    action: string,
    level: 'object' | 'bucket',
    record: 'data' | 'management',
    keys: readonly KeyUse[] = [],
  ): Operation => ({
    action,
    resource: level === 'object' ? `${bucket}/object` : bucket,
    service: 's3',
    keys,
    record: {
      category: record,
      resourceType: record === 'data' ? OBJECT : BUCKET,
      eventSource: 's3.amazonaws.com',
      eventName: action === 's3:ListBucket' ? 'ListObjects' : action.slice('s3:'.length),
    },
  });
  return [
    one('s3:GetObject', 'object', 'data', keyUse(node, 'kms:Decrypt', bucket, context)),
    one('s3:PutObject', 'object', 'data', keyUse(node, 'kms:GenerateDataKey', bucket, context)),
    one('s3:ListBucket', 'bucket', 'data'),
    one('s3:DeleteObject', 'object', 'data'),
    one('s3:GetObjectVersionForReplication', 'object', 'data', keyUse(node, 'kms:Decrypt', bucket, context)),
    one('s3:ReplicateObject', 'object', 'data', keyUse(node, 'kms:GenerateDataKey', bucket, context)),
    one('s3:GetBucketAcl', 'bucket', 'management'),
    one('s3:PutBucketPolicy', 'bucket', 'management'),
    one('s3:DeleteBucket', 'bucket', 'management'),
  ];
}

/**
 * What the canned ACLs give everybody: READ lists the objects, WRITE makes and deletes them; reading one takes an ACL
 * of the object itself. Counts where no bucket policy is written. Source: "Access control list (ACL) overview".
 */
function publicAcl(bucket: string, acl: 'public-read' | 'public-read-write'): string {
  const allow = (Action: string | string[], Resource: string) => ({
    Effect: 'Allow',
    Principal: '*',
    Action,
    Resource,
  });
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      allow('s3:ListBucket', bucket),
      ...(acl === 'public-read-write' ? [allow(['s3:PutObject', 's3:DeleteObject'], `${bucket}/*`)] : []),
    ],
  });
}

/** Reads here and writes there, as the role. Source: "Setting up permissions for live replication". */
function replicas(node: Bucket, context: FacetContext): readonly RequestSpec[] {
  const { replicateTo: to, replicationRole: role } = node.props;
  if (!to || !role) return [];
  const by = { field: 'replicateTo', signer: { type: 'identity', node: role, service: 's3.amazonaws.com' } } as const;
  const name = nameOf(to, context);
  return [
    delivery(node, {
      action: 's3:GetObjectVersionForReplication',
      to: node.id,
      does: 'reads what it replicates',
      ...by,
    }),
    delivery(node, { action: 's3:ReplicateObject', to, does: `replicates to ${name}`, ...by }),
  ];
}

export const facets: Facets<Props> = {
  time,
  arn: arnOf,
  resourcePolicy: (node) => {
    const policy = writtenPolicy(node, 'bucket policy', 'policy', node.props.policy);
    const acl = node.props.acl === 'private' ? undefined : publicAcl(arnOf(node), node.props.acl);
    return {
      ...(policy && { policy }),
      ...(acl !== undefined && { implied: acl }),
      required: false,
      blocksPublic: node.props.blockPublicAccess,
    };
  },
  stores: ({ props }) => [
    {
      id: 'objects',
      label: 'Objects',
      field: 'kmsKey',
      key: keyOf(props),
      used: true,
      sharesDataKeys: props.bucketKey,
    },
  ],
  operations,
  requests: (node, context) => {
    const target = node.props.accessLogs;
    const copies = replicas(node, context);
    if (!target) return copies;
    const signer: Signer = { type: 'service', principal: 'logging.s3.amazonaws.com', sourceArn: arnOf(node) };
    const does = `delivers access logs to ${nameOf(target, context)}`;
    const id = `${node.id}/s3:PutObject/${target}/accessLogs`;
    return [
      ...copies,
      { ...delivery(node, { action: 's3:PutObject', to: target, field: 'accessLogs', signer, does }), id },
    ];
  },
  refusals: ({ props }, context) => {
    const copy = context.node(props.replicateTo);
    const versioned = (field: string, what: string) => ({
      field,
      message: `${what} works with versioning only. Switch it on.`,
    });
    return [
      ...(props.objectLock && !props.versioning ? [versioned('objectLock', 'Object Lock')] : []),
      ...(props.replicateTo && !props.versioning ? [versioned('replicateTo', 'Replication')] : []),
      ...(copy && copy.props['versioning'] !== true
        ? [
            {
              field: 'replicateTo',
              message: `S3 replicates to buckets with versioning only. Switch it on at ${copy.name}.`,
            },
          ]
        : []),
      ...(props.replicateTo && !props.replicationRole
        ? [{ field: 'replicationRole', message: 'S3 replicates with a role that it assumes. Name one.' }]
        : []),
      ...(props.acl !== 'private' && props.blockPublicAccess
        ? [{ field: 'acl', message: 'Block Public Access is on, and S3 then refuses an ACL that opens the bucket.' }]
        : []),
    ];
  },
  cost,
};
