import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, policyDocument, present, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const vpc = context.enclosing(id, 'vpc')?.id;
  return {
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: present({
      VpcEndpointType: 'Interface',
      VpcId: vpc === undefined ? undefined : reference(vpc),
      ServiceName: `com.amazonaws.${context.account.region}.${props.service}`,
      SubnetIds: props.subnets.map(reference),
      SecurityGroupIds: props.securityGroups.length > 0 ? props.securityGroups.map(reference) : undefined,
      PrivateDnsEnabled: props.privateDnsEnabled,
      PolicyDocument: props.policy.trim() === '' ? undefined : policyDocument(props.policy),
    }),
  };
}
