import * as z from 'zod/mini';
import { field } from '../../model/field';
import { choice } from '../../model/schema';

export const Props = z.strictObject({
  availabilityMode: field(choice(['zonal', 'regional'], 'zonal'), {
    title: 'Availability mode',
    help: 'Zonal: stands in one public subnet. Regional: stands in the VPC, needs no subnet and follows your workloads from Zone to Zone.',
    aws: 'AvailabilityMode',
    immutable: true,
  }),
  connectivityType: field(choice(['public', 'private'], 'public'), {
    title: 'Connectivity type',
    help: 'A private NAT gateway has no Elastic IP address and no way to the internet. A regional one is always public.',
    aws: 'ConnectivityType',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
