import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag, list, text } from '../../model/schema';
import { cidr, port, PROTOCOLS } from '../network-fields';

const rule = (other: 'Source' | 'Destination') =>
  z.strictObject({
    protocol: field(choice(PROTOCOLS, 'tcp'), {
      title: 'Protocol',
      help: 'AWS APIs are reached over TCP 443. ESP is IP protocol 50 and AH 51: IPsec. Like ICMP they have no ports.',
      aws: 'IpProtocol',
    }),
    fromPort: port('From port', 'First port of the range. It counts for TCP and UDP.', 'FromPort'),
    toPort: port('To port', 'Last port of the range. It counts for TCP and UDP.', 'ToPort'),
    cidr: field(z.optional(cidr()), {
      title: `${other} range`,
      help: 'An IPv4 range. 0.0.0.0/0 is everybody.',
      aws: 'CidrIp',
      control: 'cidr',
    }),
    sourceGroup: ref('security-group', {
      title: `${other} security group`,
      help: 'The private addresses of all interfaces that carry that group.',
      aws: other === 'Source' ? 'SourceSecurityGroupId' : 'DestinationSecurityGroupId',
    }),
    self: field(flag(false), {
      title: 'This group itself',
      help: 'All interfaces that carry this same group.',
    }),
    prefixListOf: field(z.optional(z.enum(['s3', 'dynamodb'])), {
      title: `${other} prefix list`,
      help: 'All public addresses of the service in this Region. AWS keeps the list.',
      aws: other === 'Source' ? 'SourcePrefixListId' : 'DestinationPrefixListId',
    }),
    description: field(z._default(text(255), ''), {
      title: 'Description',
      help: 'Why this rule exists.',
      aws: 'Description',
    }),
  });

export const Props = z.strictObject({
  ingress: field(list(rule('Source'), 60), {
    title: 'Inbound rules',
    help: 'A new group has none, so nothing can open a connection to its members. Answers need no rule.',
    aws: 'SecurityGroupIngress',
  }),
  egress: field(
    z.prefault(z.array(rule('Destination')).check(z.maxLength(60)), [{ protocol: 'all', cidr: '0.0.0.0/0' }]),
    {
      title: 'Outbound rules',
      help: 'A new group allows everything. Answers need no rule.',
      aws: 'SecurityGroupEgress',
    },
  ),
  default: field(flag(false), {
    title: 'Made with the VPC',
    help: 'AWS makes the default security group with its VPC and removes it only with it.',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
