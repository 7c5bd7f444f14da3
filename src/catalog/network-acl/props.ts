import { z } from 'zod';
import { field } from '../../model/field';
import { cidr, port, PROTOCOLS } from '../network-fields';

export const Props = z.strictObject({
  entries: field(
    z
      .array(
        z.strictObject({
          ruleNumber: field(z.number().int().min(1).max(32_766).default(100), {
            title: 'Rule number',
            help: 'Rules are read from the lowest number up. The first match decides.',
            aws: 'RuleNumber',
          }),
          direction: field(z.enum(['inbound', 'outbound']).default('inbound'), {
            title: 'Direction',
            help: 'Answers count as traffic of their own: each connection needs a rule in both directions.',
            aws: 'Egress',
          }),
          action: field(z.enum(['allow', 'deny']).default('allow'), {
            title: 'Action',
            help: 'What happens on a match.',
            aws: 'RuleAction',
          }),
          protocol: field(z.enum(PROTOCOLS).default('tcp'), {
            title: 'Protocol',
            help: 'AWS APIs are reached over TCP 443.',
            aws: 'Protocol',
          }),
          fromPort: port(
            'From port',
            'First destination port. Answers go to ephemeral ports, 1024 to 65535.',
            'PortRange.From',
          ),
          toPort: port('To port', 'Last destination port.', 'PortRange.To'),
          cidr: field(cidr().default('0.0.0.0/0'), {
            title: 'Range',
            help: 'Where inbound traffic comes from, or where outbound traffic goes.',
            aws: 'CidrBlock',
            control: 'cidr',
          }),
        }),
      )
      .max(80)
      .default([]),
    {
      title: 'Rules',
      help: 'What no rule matches is denied. A new network ACL has no rule, so it denies everything.',
      aws: 'NetworkAclEntry',
    },
  ),
  default: field(z.boolean().default(false), {
    title: 'Made with the VPC',
    help: 'AWS makes the default network ACL with its VPC and removes it only with it.',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
