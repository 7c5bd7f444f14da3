import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const vpc = context.enclosing(id, 'vpc')?.id;
  return {
    Type: 'AWS::EC2::InternetGateway',
    Properties: {},
    ...(vpc !== undefined && {
      With: {
        Attachment: {
          Type: 'AWS::EC2::VPCGatewayAttachment',
          Properties: { VpcId: reference(vpc), InternetGatewayId: reference(id) },
        },
      },
    }),
  };
}
