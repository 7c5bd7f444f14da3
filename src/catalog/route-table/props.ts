import { z } from 'zod';
import { field, ref } from '../../model/field';
import { cidr } from '../network-fields';

export const Props = z.strictObject({
  routes: field(
    z
      .array(
        z.strictObject({
          destination: field(cidr().default('0.0.0.0/0'), {
            title: 'Destination',
            help: 'The most specific destination that matches wins.',
            aws: 'DestinationCidrBlock',
            control: 'cidr',
          }),
          target: ref('route-target', { title: 'Target', help: 'The gateway that takes the traffic.' }),
        }),
      )
      .max(50)
      .default([]),
    {
      title: 'Routes',
      help: 'Traffic inside the VPC is always routed locally. Gateway endpoints add their own routes.',
      aws: 'Routes',
    },
  ),
  default: field(z.boolean().default(false), {
    title: 'Made with the VPC',
    help: 'AWS makes the main route table with its VPC and removes it only with it.',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
