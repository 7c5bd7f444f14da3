import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Operation, RequestSpec, Signer } from '../../engine/request/facets';
import { apiOperation, apiOperations } from '../api';
import { arnName } from '../arn';
import { bucketDeliveries, delivery, logGroupDeliveries } from '../deliveries';
import { keyOr, SSE_S3 } from '../keys';
import { nameOf } from '../neighbour';
import { TRAIL } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { leavesOut } from './selects';
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
  const signer: Signer = { type: 'service', principal: CLOUDTRAIL, sourceArn };
  const path = `AWSLogs/${account.id}/CloudTrail/${account.region}/events.json.gz`;
  const assumed: Signer = { type: 'identity', node: role, service: CLOUDTRAIL };
  return [
    ...(bucket
      ? bucketDeliveries(
          node,
          bucket,
          // The trail's own key, or SSE-S3: never the default key of the bucket. The key is asked below.
          { signer, field: 'bucket', path, does: 'delivers log files to', keys: [] },
          context,
        )
      : []),
    ...(kmsKey
      ? [
          delivery(node, {
            action: 'kms:GenerateDataKey',
            to: kmsKey,
            field: 'kmsKey',
            signer,
            does: `encrypts log files with ${nameOf(kmsKey, context)}`,
            context: { 'kms:EncryptionContext:aws:cloudtrail:arn': [sourceArn], 'kms:CallerAccount': [account.id] },
          }),
        ]
      : []),
    ...(logGroup
      ? logGroupDeliveries(node, logGroup, { signer: assumed, field: 'logGroup', does: 'delivers events to' }, context)
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
  trail: ({ props }, { account }) => ({
    leavesOut: leavesOut(props, account.region),
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
