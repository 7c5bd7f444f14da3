import * as z from 'zod/mini';
import { field, policyText, ref, refs } from '../../model/field';
import { flag, int, list, someText, text } from '../../model/schema';

const posixId = (title: string, aws: string) =>
  field(z._default(int(0, 4_294_967_295), 1000), {
    title,
    help: 'Whoever mounts through the access point acts as this one. 0 is root.',
    aws,
  });

const AccessPoint = z.strictObject({
  name: field(z._default(someText(64), 'project'), {
    title: 'Name',
    help: 'Clients choose the access point by it, and policies by its ARN.',
  }),
  path: field(z._default(text(100), '/project'), {
    title: 'Directory',
    help: 'The client sees this directory as the root of the file system.',
    aws: 'RootDirectory.Path',
  }),
  uid: posixId('User id', 'PosixUser.Uid'),
  gid: posixId('Group id', 'PosixUser.Gid'),
});

export const Props = z
  .strictObject({
    encrypted: field(flag(false), {
      title: 'Encrypted at rest',
      help: 'The console switches it on; templates, CLI and SDK must say so. It can never be changed later.',
      aws: 'Encrypted',
      immutable: true,
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'Needs encryption at rest. Empty = the AWS managed key aws/elasticfilesystem.',
      aws: 'KmsKeyId',
      immutable: true,
    }),
    subnets: refs('subnet', {
      title: 'Mount targets in subnets',
      help: 'One network interface in each, one per Availability Zone. Without any, nobody can mount.',
      aws: 'MountTarget.SubnetId',
    }),
    securityGroups: refs('security-group', {
      title: 'Security groups of the mount targets',
      help: 'Must admit NFS, TCP 2049, from the clients. Empty = the default security group of the VPC.',
      aws: 'MountTarget.SecurityGroups',
    }),
    policy: policyText({
      title: 'File system policy',
      help: 'Empty = everybody who reaches a mount target may read, write and be root.',
      aws: 'FileSystemPolicy',
    }),
    accessPoints: field(list(AccessPoint, 20), {
      title: 'Access points',
      help: 'Entrances that fix a directory and a user. A policy can demand one by elasticfilesystem:AccessPointArn.',
      aws: 'AccessPoint',
    }),
    backups: field(flag(false), {
      title: 'Automatic backups',
      help: 'Daily, by AWS Backup. The console switches them on, templates do not.',
      aws: 'BackupPolicy.Status',
    }),
    storedGb: field(z._default(z.number().check(z.minimum(0), z.maximum(1_000_000)), 20), {
      title: 'Data kept',
      help: 'An estimate, for the cost only. AWS has no such setting.',
      unit: 'GB',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const names = props.accessPoints.map(({ name }) => name);
      const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
      if (twice >= 0) {
        issues.addIssue({
          code: 'custom',
          path: ['accessPoints', twice, 'name'],
          message: 'Two access points have this name. Clients could not tell them apart.',
        });
      }
      if (props.kmsKey && !props.encrypted) {
        issues.addIssue({
          code: 'custom',
          path: ['kmsKey'],
          message: 'EFS takes a KMS key only with encryption at rest. Switch it on, or remove the key.',
        });
      }
    }),
  );
export type Props = z.output<typeof Props>;
