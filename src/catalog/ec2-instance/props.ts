import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { choice, flag, int, list } from '../../model/schema';
import { Calls } from '../calls';
import { mountIssues, Mounts } from '../file-systems';
import { SecurityGroups } from '../network-fields';

const INSTANCE_TYPES = ['t3.micro', 't3.medium', 'm5.large', 'm5.xlarge'] as const;

export const Props = z
  .strictObject({
    instanceType: field(choice(INSTANCE_TYPES, 't3.micro'), {
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
    associatePublicIp: field(choice(['subnet-default', 'yes', 'no'], 'subnet-default'), {
      title: 'Public IPv4 address',
      help: 'Without one, an internet gateway is of no use to the instance.',
      aws: 'AssociatePublicIpAddress',
      immutable: true,
    }),
    listens: field(list(int(1, 65_535), 20), {
      title: 'Listens on TCP ports',
      help: 'Ports on which its software accepts connections.',
    }),
    detailedMonitoring: field(flag(false), {
      title: 'Detailed monitoring',
      help: 'Metrics every minute instead of every five. Off by default, and it costs.',
      aws: 'Monitoring',
    }),
    volumes: refs('volume', {
      title: 'Volumes',
      help: 'Disks beside the root volume. Each can be attached to one instance.',
      aws: 'VolumeAttachment',
    }),
    mounts: Mounts,
    calls: Calls,
  })
  .check(
    z.superRefine((props, issues) => {
      for (const issue of mountIssues(props.mounts)) issues.addIssue({ code: 'custom', ...issue });
    }),
  );
export type Props = z.output<typeof Props>;
