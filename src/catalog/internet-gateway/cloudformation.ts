import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, container, defineTemplate, nameTag, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const vpc = container(node, 'vpc', context);
  return {
    Type: 'AWS::EC2::InternetGateway',
    Properties: { Tags: nameTag(node.name) },
    ...(vpc !== undefined && {
      With: {
        Attachment: {
          Type: 'AWS::EC2::VPCGatewayAttachment',
          Properties: { VpcId: vpc, InternetGatewayId: reference(node.id) },
          needed: true,
        },
      },
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: { 'AWS::EC2::InternetGateway': { props: () => ({}) } },
  parts: {
    'AWS::EC2::VPCGatewayAttachment': {
      of: ['InternetGatewayId'],
      add: (reading) => ({ parent: reading.ref('VpcId') }),
    },
  },
});
