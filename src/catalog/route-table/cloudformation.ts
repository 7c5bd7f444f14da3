import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, type CloudFormationResource, present, reference } from '../cloudformation';
import type { Props } from './props';

/** The main route table comes with the VPC and cannot be declared; routes need a table of your own. */
export function cloudFormation({ id, props }: NodeOf<Props>, context: FacetContext): CloudFormation | undefined {
  if (props.default) return undefined;
  const vpc = context.enclosing(id, 'vpc')?.id;
  const routes = props.routes.map(({ destination, target }, index): [string, CloudFormationResource] => [
    `Route${index}`,
    {
      Type: 'AWS::EC2::Route',
      Properties: present({
        RouteTableId: reference(id),
        DestinationCidrBlock: destination,
        ...(target !== undefined && {
          [context.hasTrait(target, 'nat-gateway') ? 'NatGatewayId' : 'GatewayId']: reference(target),
        }),
      }),
    },
  ]);
  return {
    Type: 'AWS::EC2::RouteTable',
    Properties: present({ VpcId: vpc === undefined ? undefined : reference(vpc) }),
    With: Object.fromEntries(routes),
  };
}
