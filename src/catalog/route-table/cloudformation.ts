import type { FacetContext, NodeOf } from '../../engine/facets';
import {
  type CloudFormation,
  type CloudFormationPart,
  defineTemplate,
  insideVpc,
  present,
  reference,
} from '../cloudformation';
import type { Props } from './props';

/** The property that names a target, by the target's trait. Everything else is a gateway. */
const TARGETS: readonly (readonly [trait: string, property: string])[] = [
  ['nat-gateway', 'NatGatewayId'],
  ['vpc-peering', 'VpcPeeringConnectionId'],
  ['transit-gateway', 'TransitGatewayId'],
];
const GATEWAY = 'GatewayId';
/** the property of a VPC that names its main route table. */
const MAIN = 'mainRouteTable';
const EVERY_TARGET = [
  GATEWAY,
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'VpcEndpointId',
  'InstanceId',
  'NetworkInterfaceId',
];

/**
 * The main route table comes with the VPC, and a template cannot name it. Where it matters (it has routes, or an endpoint
 * adds one) it is written as a table of its own, for every subnet that names no table: traffic takes the same way.
 */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation | undefined {
  const { id, name, props } = node;
  const used = props.routes.length > 0 || context.referrers(id).some(({ pattern }) => pattern !== MAIN);
  if (props.default && !used) return undefined;
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
    Properties: present(insideVpc(node, context)),
    With: { ...Object.fromEntries(routes), ...(props.default && associations(node, context)) },
    ...(props.default && {
      Notes: [`${name} is a main route table. The template has a table of its own in its place, with the same routes.`],
    }),
  };
}

function associations(node: NodeOf<Props>, context: FacetContext): Record<string, CloudFormationPart> {
  const vpc = context.enclosing(node.id, 'vpc')?.id;
  const subnets = context
    .withTrait('subnet')
    .filter((one) => one.props['routeTable'] === undefined && context.enclosing(one.id, 'vpc')?.id === vpc);
  return Object.fromEntries(
    subnets.map(({ id }, index): [string, CloudFormationPart] => [
      `Subnet${index}`,
      {
        Type: 'AWS::EC2::SubnetRouteTableAssociation',
        Properties: { SubnetId: reference(id), RouteTableId: reference(node.id) },
      },
    ]),
  );
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
