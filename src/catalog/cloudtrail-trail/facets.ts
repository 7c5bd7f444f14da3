import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Operation, RequestSpec } from '../../engine/request/facets';
import { apiOperation, apiOperations } from '../api';
import { arnName } from '../arn';
import { keyOr, SSE_S3 } from '../keys';
import { nameOf } from '../neighbour';
import { TRAIL } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type Trail = NodeOf<Props>;

const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

function arnOf(node: Trail, { account }: FacetContext): string {
  return `arn:aws:cloudtrail:${account.region}:${account.id}:trail/${arnName(node.name)}`;
}

/** CloudTrail looks at the bucket's ACL, writes log files, and uses the trail's key: all in its own name. */
function requests(node: Trail, context: FacetContext): readonly RequestSpec[] {
  const { bucket, kmsKey, logGroup, role } = node.props;
  const { account } = context;
  const sourceArn = arnOf(node, context);
  const name = (id: string) => nameOf(id, context);
  const asService = (
    action: string,
    to: string,
    field: string,
    title: string,
    more: Partial<RequestSpec> = {},
  ): RequestSpec => ({
    id: `${node.id}/${action}/${to}`,
    from: node.id,
    field,
    signer: { type: 'service', principal: CLOUDTRAIL, sourceArn },
    origin: { type: 'platform' },
    action,
    to,
    purpose: 'delivery',
    title: `${node.name} ${title}`,
    ...more,
  });
  const bucketArn = context.arn(bucket);
  return [
    ...(bucket
      ? [
          asService('s3:GetBucketAcl', bucket, 'bucket', `looks at the ACL of ${name(bucket)}`),
          asService('s3:PutObject', bucket, 'bucket', `delivers log files to ${name(bucket)}`, {
            ...(bucketArn !== undefined && {
              resource: `${bucketArn}/AWSLogs/${account.id}/CloudTrail/${account.region}/events.json.gz`,
            }),
            context: { 's3:x-amz-acl': ['bucket-owner-full-control'] },
            // The trail's own key, or SSE-S3: never the default key of the bucket. The key is asked below.
            keys: [],
          }),
        ]
      : []),
    ...(kmsKey
      ? [
          asService('kms:GenerateDataKey', kmsKey, 'kmsKey', `encrypts log files with ${name(kmsKey)}`, {
            context: { 'kms:EncryptionContext:aws:cloudtrail:arn': [sourceArn], 'kms:CallerAccount': [account.id] },
          }),
        ]
      : []),
    ...(logGroup
      ? ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) =>
          asService(
            action,
            logGroup,
            'logGroup',
            action === 'logs:PutLogEvents'
              ? `delivers events to ${name(logGroup)}`
              : `opens a stream in ${name(logGroup)}`,
            {
              signer: { type: 'identity', node: role, service: CLOUDTRAIL },
            },
          ),
        )
      : []),
  ];
}

function operations(node: Trail, context: FacetContext): readonly Operation[] {
  const api = { prefix: 'cloudtrail', resourceType: TRAIL, resource: arnOf(node, context) };
  return [
    // It knows no resource.
    apiOperation(api, 'LookupEvents', { resource: '*' }),
    ...apiOperations(api, ['StopLogging', 'StartLogging', 'UpdateTrail', 'DeleteTrail']),
  ];
}

export const facets: Facets<Props> = {
  time,
  arn: arnOf,
  requests,
  operations,
  trail: ({ props }) => ({
    logging: props.isLogging,
    multiRegion: props.multiRegion,
    validatesFiles: props.logFileValidation,
    managementEvents: props.managementEvents,
    dataEvents: props.dataEvents,
    ...(props.bucket && { bucket: props.bucket }),
    ...(props.logGroup && { logGroup: props.logGroup }),
  }),
  stores: ({ props }) => [
    {
      id: 'logs',
      label: 'Log files',
      field: 'kmsKey',
      key: keyOr(props.kmsKey, SSE_S3),
      used: props.isLogging && Boolean(props.bucket),
    },
  ],
  cost,
};
