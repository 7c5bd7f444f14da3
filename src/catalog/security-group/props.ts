import { z } from 'zod';
import { field, ref } from '../../model/field';
import { cidr, port, PROTOCOLS } from '../network-fields';

const rule = (other: 'Source' | 'Destination') =>
  z.strictObject({
    protocol: field(z.enum(PROTOCOLS).default('tcp'), {
      title: 'Protocol',
      help: 'AWS APIs are reached over TCP 443.',
      aws: 'IpProtocol',
    }),
    fromPort: port('From port', 'First port of the range. Ignored for all traffic and ICMP.', 'FromPort'),
    toPort: port('To port', 'Last port of the range. Ignored for all traffic and ICMP.', 'ToPort'),
    cidr: field(cidr().optional(), {
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
    self: field(z.boolean().default(false), {
      title: 'This group itself',
      help: 'All interfaces that carry this same group.',
    }),
    prefixListOf: field(z.enum(['s3', 'dynamodb']).optional(), {
      title: `${other} prefix list`,
      help: 'All public addresses of the service in this Region. AWS keeps the list.',
      aws: other === 'Source' ? 'SourcePrefixListId' : 'DestinationPrefixListId',
    }),
    description: field(z.string().max(255).default(''), {
      title: 'Description',
      help: 'Why this rule exists.',
      aws: 'Description',
    }),
  });

export const Props = z.strictObject({
  ingress: field(z.array(rule('Source')).max(60).default([]), {
    title: 'Inbound rules',
    help: 'A new group has none, so nothing can open a connection to its members. Answers need no rule.',
    aws: 'SecurityGroupIngress',
  }),
  egress: field(
    z
      .array(rule('Destination'))
      .max(60)
      .prefault([{ protocol: 'all', cidr: '0.0.0.0/0' }]),
    {
      title: 'Outbound rules',
      help: 'A new group allows everything. Answers need no rule.',
      aws: 'SecurityGroupEgress',
    },
  ),
  default: field(z.boolean().default(false), {
    title: 'Made with the VPC',
    help: 'AWS makes the default security group with its VPC and removes it only with it.',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
