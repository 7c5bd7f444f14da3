import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag } from '../../model/schema';
import { cidr } from '../network-fields';

export const Props = z.strictObject({
  cidr: field(z._default(cidr(), '10.0.0.0/24'), {
    title: 'IPv4 range',
    help: 'A part of the range of its VPC. Ranges of two subnets must not overlap.',
    aws: 'CidrBlock',
    control: 'cidr',
    immutable: true,
  }),
  availabilityZone: field(choice(['a', 'b', 'c'], 'a'), {
    title: 'Availability Zone',
    help: 'The letter after the Region name. A subnet stands in exactly one Zone.',
    aws: 'AvailabilityZone',
    immutable: true,
  }),
  mapPublicIpOnLaunch: field(flag(false), {
    title: 'Assign public IPv4 addresses',
    help: 'EC2 instances launched here get a public address. This alone does not make the subnet public: the route does.',
    aws: 'MapPublicIpOnLaunch',
  }),
  routeTable: ref('route-table', {
    title: 'Route table',
    help: 'Empty = the main route table of the VPC.',
    aws: 'RouteTableId',
  }),
  networkAcl: ref('network-acl', {
    title: 'Network ACL',
    help: 'Empty = the default network ACL of the VPC.',
    aws: 'NetworkAclId',
  }),
});
export type Props = z.output<typeof Props>;
