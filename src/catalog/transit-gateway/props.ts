import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { flag, list } from '../../model/schema';
import { cidr } from '../network-fields';

export const Props = z.strictObject({
  subnets: refs('subnet', {
    title: 'Attachment subnets',
    help: 'One per Availability Zone of each VPC. A zone without one does not reach the transit gateway.',
    aws: 'SubnetIds',
  }),
  propagation: field(flag(true), {
    title: 'Propagate routes',
    help: 'Its route table learns the ranges of every attached VPC.',
    aws: 'DefaultRouteTablePropagation',
  }),
  routes: field(
    list(
      z.strictObject({
        destination: field(z._default(cidr(), '0.0.0.0/0'), {
          title: 'Destination',
          help: 'The most specific destination wins. Of equal ones a static route beats a propagated one.',
          aws: 'DestinationCidrBlock',
          control: 'cidr',
        }),
        vpc: ref('vpc', {
          title: 'VPC',
          help: 'The attached VPC that takes the traffic. Empty = a blackhole.',
          aws: 'TransitGatewayAttachmentId',
        }),
      }),
      50,
    ),
    { title: 'Static routes', help: 'In the route table of the transit gateway, not of a VPC.', aws: 'Routes' },
  ),
  securityGroupReferencing: field(flag(false), {
    title: 'Security group referencing',
    help: 'Inbound rules may name groups of other attached VPCs.',
    aws: 'SecurityGroupReferencingSupport',
  }),
});
export type Props = z.output<typeof Props>;
