import type { FacetContext, NodeOf } from '../../engine/facets';
import { attribute, present, reference, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const MODEL = 'AWS::SageMaker::Model';

export function cloudFormation(node: NodeOf<Props>, { account }: FacetContext): CloudFormation {
  const { props } = node;
  return {
    Type: MODEL,
    Properties: present({
      ModelName: node.name,
      ExecutionRoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
      PrimaryContainer: present({
        Image: `${account.id}.dkr.ecr.${account.region}.amazonaws.com/inference:latest`,
        ModelDataUrl: props.modelData
          ? { 'Fn::Join': ['/', ['s3:/', reference(props.modelData), props.modelDataKey]] }
          : undefined,
      }),
      EnableNetworkIsolation: props.enableNetworkIsolation,
      VpcConfig:
        props.subnets.length > 0
          ? {
              Subnets: props.subnets.map(reference),
              SecurityGroupIds: props.securityGroups.map((id) => attribute(id, 'GroupId')),
            }
          : undefined,
    }),
  };
}
