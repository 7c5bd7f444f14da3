import type { NodeOf } from '../../engine/facets';
import type { CloudFormation } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ props }: NodeOf<Props>): CloudFormation {
  return {
    Type: 'AWS::EC2::VPC',
    Properties: {
      CidrBlock: props.cidr,
      EnableDnsSupport: props.enableDnsSupport,
      EnableDnsHostnames: props.enableDnsHostnames,
    },
  };
}
