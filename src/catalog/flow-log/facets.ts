import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { RequestSpec, Signer } from '../../engine/request/facets';
import { ec2Arn } from '../arn';
import { bucketDeliveries, logGroupDeliveries } from '../deliveries';
import type { Props } from './props';

type FlowLog = NodeOf<Props>;

/** Who writes: a role for CloudWatch Logs, the log delivery service in its own name for S3 (VPC user guide). */
const ASSUMES = 'vpc-flow-logs.amazonaws.com';
const DELIVERS = 'delivery.logs.amazonaws.com';

function requests(node: FlowLog, context: FacetContext): readonly RequestSpec[] {
  const { destination, logGroup, role, bucket } = node.props;
  const { account } = context;
  const does = 'writes records to';
  if (destination === 'cloud-watch-logs') {
    const signer: Signer = { type: 'identity', node: role, service: ASSUMES };
    return logGroup ? logGroupDeliveries(node, logGroup, { signer, field: 'logGroup', does }, context) : [];
  }
  if (!bucket) return [];
  const path = `AWSLogs/${account.id}/vpcflowlogs/${account.region}/records.log.gz`;
  const sourceArn = `arn:aws:logs:${account.region}:${account.id}:*`;
  const signer: Signer = { type: 'service', principal: DELIVERS, sourceArn };
  return bucketDeliveries(node, bucket, { signer, field: 'bucket', path, does }, context);
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
