import type { FacetContext, NodeOf } from '../../engine/facets';
import {
  type CloudFormation,
  type CloudFormationPart,
  container,
  defineTemplate,
  nameTag,
  present,
  reference,
} from '../cloudformation';
import type { Props } from './props';

/** The property that names a target, by the target's trait. Everything else is a gateway. */
const TARGETS: readonly (readonly [trait: string, property: string])[] = [['nat-gateway', 'NatGatewayId']];
const GATEWAY = 'GatewayId';
const EVERY_TARGET = [
  GATEWAY,
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'VpcEndpointId',
  'InstanceId',
  'NetworkInterfaceId',
];

/** The main route table comes with the VPC and cannot be declared; routes need a table of your own. */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation | undefined {
  const { id, name, props } = node;
  if (props.default) return undefined;
  const routes = props.routes.map(({ destination, target }, index): [string, CloudFormationPart] => [
    `Route${index}`,
    {
      Type: 'AWS::EC2::Route',
      Properties: present({
        RouteTableId: reference(id),
        DestinationCidrBlock: destination,
        ...(target !== undefined && {
          [TARGETS.find(([trait]) => context.hasTrait(target, trait))?.[1] ?? GATEWAY]: reference(target),
        }),
      }),
    },
  ]);
  return {
    Type: 'AWS::EC2::RouteTable',
    Properties: present({ VpcId: container(node, 'vpc', context), Tags: nameTag(name) }),
    With: Object.fromEntries(routes),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: { 'AWS::EC2::RouteTable': { in: ['VpcId'], props: () => ({}) } },
  parts: {
    'AWS::EC2::Route': {
      of: ['RouteTableId'],
      add(reading, { props }) {
        const destination = reading.text('DestinationCidrBlock');
        if (destination === undefined) {
          return reading.has('DestinationIpv6CidrBlock')
            ? 'IPv6 routes are not simulated.'
            : 'Routes to a prefix list of your own are not simulated.';
        }
        const named = EVERY_TARGET.find((property) => reading.has(property));
        const target = named === undefined ? undefined : reading.ref(named);
        if (named !== undefined && target === undefined) return 'Its target is not in this diagram.';
        return { props: { routes: [...props.routes, { destination, ...(target !== undefined && { target }) }] } };
      },
    },
  },
});
