import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { list, text } from '../../model/schema';
import { Calls } from '../calls';
import { cidr } from '../network-fields';

export const Props = z.strictObject({
  cidrs: field(list(cidr(), 20), {
    title: 'IPv4 ranges',
    help: 'The private ranges of the company. They must not overlap the VPC.',
    aws: 'DestinationCidrBlock',
  }),
  routerAddress: field(z._default(text(15), '198.51.100.1'), {
    title: 'Address of the router',
    help: 'The public address of the customer gateway device, where the VPN tunnel ends.',
    aws: 'IpAddress',
    immutable: true,
  }),
  resolverVpc: ref('vpc', {
    title: 'Asks the resolver of',
    help: 'The name server here forwards questions about AWS to an inbound endpoint of Route 53 Resolver in this VPC. Empty = it asks the public DNS, so names of AWS services are public.',
  }),
  role: ref('role', {
    title: 'Role',
    help: 'A session of this role, with temporary credentials. Without one, requests are anonymous.',
  }),
  calls: Calls,
});
export type Props = z.output<typeof Props>;
