import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { RequestSpec } from '../../engine/request/facets';
import { ec2Arn } from '../arn';
import { nameOf } from '../neighbour';
import type { Props } from './props';

type FlowLog = NodeOf<Props>;

/** Who writes: a role for CloudWatch Logs, the log delivery service in its own name for S3 (VPC user guide). */
const ASSUMES = 'vpc-flow-logs.amazonaws.com';
const DELIVERS = 'delivery.logs.amazonaws.com';

function requests(node: FlowLog, context: FacetContext): readonly RequestSpec[] {
  const { destination, logGroup, role, bucket } = node.props;
  const { account } = context;
  const shared = { from: node.id, origin: { type: 'platform' }, purpose: 'delivery' } as const;
  if (destination === 'cloud-watch-logs') {
    if (logGroup === undefined) return [];
    const name = nameOf(logGroup, context);
    return ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({
      ...shared,
      id: `${node.id}/${action}/${logGroup}`,
      field: 'logGroup',
      signer: { type: 'identity', node: role, service: ASSUMES },
      action,
      to: logGroup,
      title: `${node.name} ${action === 'logs:PutLogEvents' ? 'writes records to' : 'opens a stream in'} ${name}`,
    }));
  }
  if (bucket === undefined) return [];
  const name = nameOf(bucket, context);
  const arn = context.arn(bucket);
  const resource = `${arn ?? ''}/AWSLogs/${account.id}/vpcflowlogs/${account.region}/records.log.gz`;
  const sourceArn = `arn:aws:logs:${account.region}:${account.id}:*`;
  return ['s3:GetBucketAcl', 's3:PutObject'].map((action): RequestSpec => ({
    ...shared,
    id: `${node.id}/${action}/${bucket}`,
    field: 'bucket',
    signer: { type: 'service', principal: DELIVERS, sourceArn },
    action,
    to: bucket,
    title: `${node.name} ${action === 's3:PutObject' ? 'writes records to' : 'looks at the ACL of'} ${name}`,
    ...(action === 's3:PutObject' && {
      ...(arn !== undefined && { resource }),
      context: { 's3:x-amz-acl': ['bucket-owner-full-control'] },
    }),
  }));
}

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('vpc-flow-log', node, context),
  requests,
  flowLog({ id, props }, context) {
    const watches = (context.enclosing(id, 'subnet') ?? context.enclosing(id, 'vpc'))?.id;
    const to = props.destination === 's3' ? props.bucket : props.logGroup;
    return {
      ...(watches !== undefined && { watches }),
      traffic: props.trafficType,
      intervalSeconds: Number(props.maxAggregationInterval),
      ...(to !== undefined && { destination: to }),
    };
  },
};
