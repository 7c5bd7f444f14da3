import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, policyDocument, present, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const vpc = context.enclosing(id, 'vpc')?.id;
  return {
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: present({
      VpcEndpointType: 'Gateway',
      VpcId: vpc === undefined ? undefined : reference(vpc),
      ServiceName: `com.amazonaws.${context.account.region}.${props.service}`,
      RouteTableIds: props.routeTables.map(reference),
      PolicyDocument: props.policy.trim() === '' ? undefined : policyDocument(props.policy),
    }),
  };
}
