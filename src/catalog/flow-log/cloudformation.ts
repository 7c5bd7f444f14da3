import type { FacetContext, NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, nameTag, present, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id, name, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const subnet = context.enclosing(id, 'subnet')?.id;
  const watched = subnet ?? context.enclosing(id, 'vpc')?.id;
  const toBucket = props.destination === 's3';
  return {
    Type: 'AWS::EC2::FlowLog',
    Properties: present({
      ResourceId: watched === undefined ? undefined : reference(watched),
      ResourceType: subnet === undefined ? 'VPC' : 'Subnet',
      TrafficType: props.trafficType,
      LogDestinationType: props.destination === 's3' ? 's3' : 'cloud-watch-logs',
      LogDestination: toBucket && props.bucket !== undefined ? attribute(props.bucket, 'Arn') : undefined,
      LogGroupName: !toBucket && props.logGroup !== undefined ? reference(props.logGroup) : undefined,
      DeliverLogsPermissionArn: !toBucket && props.role !== undefined ? attribute(props.role, 'Arn') : undefined,
      MaxAggregationInterval: Number(props.maxAggregationInterval),
      Tags: nameTag(name),
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::FlowLog': {
      in: ['ResourceId'],
      props(reading) {
        reading.text('ResourceType');
        return {
          trafficType: reading.text('TrafficType'),
          destination: reading.text('LogDestinationType'),
          logGroup: reading.ref('LogGroupName'),
          role: reading.ref('DeliverLogsPermissionArn'),
          bucket: reading.ref('LogDestination'),
          maxAggregationInterval: reading.text('MaxAggregationInterval'),
        };
      },
    },
  },
});
