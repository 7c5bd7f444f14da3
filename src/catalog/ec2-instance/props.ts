import { z } from 'zod';
import { field, ref } from '../../model/field';
import { Calls } from '../calls';
import { SecurityGroups } from '../network-fields';

const INSTANCE_TYPES = ['t3.micro', 't3.medium', 'm5.large', 'm5.xlarge'] as const;

export const Props = z.strictObject({
  instanceType: field(z.enum(INSTANCE_TYPES).default('t3.micro'), {
    title: 'Instance type',
    help: 'Changes the price, not the behaviour.',
    aws: 'InstanceType',
  }),
  role: ref('role', {
    title: 'Role (instance profile)',
    help: 'Software on the instance signs its requests with temporary credentials of this role. Its trust policy must name ec2.amazonaws.com.',
    aws: 'IamInstanceProfile',
  }),
  securityGroups: SecurityGroups,
  associatePublicIp: field(z.enum(['subnet-default', 'yes', 'no']).default('subnet-default'), {
    title: 'Public IPv4 address',
    help: 'Without one, an internet gateway is of no use to the instance.',
    aws: 'AssociatePublicIpAddress',
    immutable: true,
  }),
  listens: field(z.array(z.number().int().min(1).max(65_535)).max(20).default([]), {
    title: 'Listens on TCP ports',
    help: 'Ports on which its software accepts connections.',
  }),
  calls: Calls,
});
export type Props = z.output<typeof Props>;
