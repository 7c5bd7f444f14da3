import * as z from 'zod/mini';
import { field } from '../../model/field';
import { choice, flag, int, list } from '../../model/schema';
import { cidr, port, PROTOCOLS } from '../network-fields';

export const Props = z.strictObject({
  entries: field(
    list(
      z.strictObject({
        ruleNumber: field(z._default(int(1, 32_766), 100), {
          title: 'Rule number',
          help: 'Rules are read from the lowest number up. The first match decides.',
          aws: 'RuleNumber',
        }),
        direction: field(choice(['inbound', 'outbound'], 'inbound'), {
          title: 'Direction',
          help: 'Answers count as traffic of their own: each connection needs a rule in both directions.',
          aws: 'Egress',
        }),
        action: field(choice(['allow', 'deny'], 'allow'), {
          title: 'Action',
          help: 'What happens on a match.',
          aws: 'RuleAction',
        }),
        protocol: field(choice(PROTOCOLS, 'tcp'), {
          title: 'Protocol',
          help: 'AWS APIs are reached over TCP 443. ESP is IP protocol 50 and AH 51: IPsec. Like ICMP they have no ports.',
          aws: 'Protocol',
        }),
        fromPort: port(
          'From port',
          'First destination port. Answers go to ephemeral ports, 1024 to 65535.',
          'PortRange.From',
        ),
        toPort: port('To port', 'Last destination port.', 'PortRange.To'),
        cidr: field(z._default(cidr(), '0.0.0.0/0'), {
          title: 'Range',
          help: 'Where inbound traffic comes from, or where outbound traffic goes.',
          aws: 'CidrBlock',
          control: 'cidr',
        }),
      }),
      80,
    ),
    {
      title: 'Rules',
      help: 'What no rule matches is denied. A new network ACL has no rule, so it denies everything.',
      aws: 'NetworkAclEntry',
    },
  ),
  default: field(flag(false), {
    title: 'Made with the VPC',
    help: 'AWS makes the default network ACL with its VPC and removes it only with it.',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
