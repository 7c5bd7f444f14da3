import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { KeyChoice } from '../../engine/encryption/facets';
import type { KeyUse, Operation, Signer } from '../../engine/request/facets';
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
    one('s3:GetBucketAcl', 'bucket', 'management'),
    one('s3:PutBucketPolicy', 'bucket', 'management'),
    one('s3:DeleteBucket', 'bucket', 'management'),
  ];
}

export const facets: Facets<Props> = {
  time,
  arn: arnOf,
  resourcePolicy: (node) => {
    const policy = writtenPolicy(node, 'bucket policy', 'policy', node.props.policy);
    return { ...(policy && { policy }), required: false, blocksPublic: node.props.blockPublicAccess };
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
    if (!target) return [];
    const signer: Signer = { type: 'service', principal: 'logging.s3.amazonaws.com', sourceArn: arnOf(node) };
    const does = `delivers access logs to ${nameOf(target, context)}`;
    const id = `${node.id}/s3:PutObject/${target}/accessLogs`;
    return [{ ...delivery(node, { action: 's3:PutObject', to: target, field: 'accessLogs', signer, does }), id }];
  },
  cost,
};
