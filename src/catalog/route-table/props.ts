import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { flag, list } from '../../model/schema';
import { cidr } from '../network-fields';

export const Props = z.strictObject({
  routes: field(
    list(
      z.strictObject({
        destination: field(z._default(cidr(), '0.0.0.0/0'), {
          title: 'Destination',
          help: 'The most specific destination that matches wins.',
          aws: 'DestinationCidrBlock',
          control: 'cidr',
        }),
        target: ref('route-target', { title: 'Target', help: 'The gateway that takes the traffic.' }),
      }),
      50,
    ),
    {
      title: 'Routes',
      help: 'Traffic inside the VPC is always routed locally. Gateway endpoints add their own routes.',
      aws: 'Routes',
    },
  ),
  default: field(flag(false), {
    title: 'Made with the VPC',
    help: 'AWS makes the main route table with its VPC and removes it only with it.',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
