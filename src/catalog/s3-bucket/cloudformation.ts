import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { attribute, policyDocument, present, reference, type CloudFormation } from '../cloudformation';
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
      VersioningConfiguration: props.versioning ? { Status: 'Enabled' } : undefined,
      LifecycleConfiguration: lifecycle(props),
      LoggingConfiguration: props.accessLogs ? { DestinationBucketName: reference(props.accessLogs) } : undefined,
    }),
    ...(props.policy.trim() !== '' && {
      With: {
        Policy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: reference(node.id), PolicyDocument: policyDocument(props.policy) },
        },
      },
    }),
  };
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
