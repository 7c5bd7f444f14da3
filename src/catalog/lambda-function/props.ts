import * as z from 'zod/mini';
import { field, policyText, ref, refs } from '../../model/field';
import { flag, int, text } from '../../model/schema';
import { Calls } from '../calls';
import { EventSources } from '../event-sources';
import { placementIssue } from '../network-fields';

export const Props = z
  .strictObject({
    role: ref('role', {
      title: 'Execution role',
      help: 'The function signs its requests with this role. Its trust policy must name lambda.amazonaws.com. In a VPC the role also needs ec2:CreateNetworkInterface, ec2:DescribeNetworkInterfaces and ec2:DeleteNetworkInterface.',
      aws: 'Role',
    }),
    subnets: refs('subnet', {
      title: 'Subnets',
      help: 'Empty = a network that Lambda manages, with internet access. With subnets, everything goes through your VPC and its interfaces never get a public address.',
      aws: 'VpcConfig.SubnetIds',
    }),
    securityGroups: refs('security-group', {
      title: 'Security groups',
      help: 'Lambda asks for subnets and security groups together, or for neither.',
      aws: 'VpcConfig.SecurityGroupIds',
    }),
    eventSources: EventSources,
    fileSystem: ref('file-system', {
      title: 'File system',
      help: 'Mounted with TLS and the execution role. The function needs subnets that reach a mount target on TCP 2049.',
      aws: 'FileSystemConfigs.Arn',
    }),
    accessPoint: field(z._default(text(64), ''), {
      title: 'Access point',
      help: 'Lambda mounts through an access point of the file system and not without one.',
      aws: 'FileSystemConfigs.Arn',
    }),
    fileSystemWrite: field(flag(true), {
      title: 'Writes to the file system',
      help: 'Off = the code only reads, and elasticfilesystem:ClientMount is enough.',
    }),
    calls: Calls,
    resourcePolicy: policyText({
      title: 'Resource-based policy',
      help: 'Lets services and other accounts invoke the function. Callers of this account can use their own policies.',
      aws: 'Permission',
    }),
    deadLetter: ref('topic', {
      title: 'Dead letters to',
      help: 'Gets the events that the function failed on, after two more tries. For asynchronous invocations only; the execution role needs sns:Publish.',
      aws: 'DeadLetterConfig.TargetArn',
    }),
    reservedConcurrency: field(z.optional(int(0, 100_000)), {
      title: 'Reserved concurrency',
      help: 'The most that runs at once, kept free for this function. Empty = it shares what the account has left. 0 stops it.',
      aws: 'ReservedConcurrentExecutions',
    }),
    memorySizeMb: field(z._default(int(128, 10_240), 128), {
      title: 'Memory',
      help: 'CPU grows with it, and so does the price.',
      aws: 'MemorySize',
      unit: 'MB',
    }),
    timeoutSeconds: field(z._default(int(1, 900), 3), {
      title: 'Timeout',
      help: 'Lambda stops the function after this time.',
      aws: 'Timeout',
      unit: 'seconds',
    }),
    invocationsPerMonth: field(z._default(int(0, 10_000_000_000), 1_000_000), {
      title: 'Expected invocations a month',
      help: 'For the cost estimate only.',
    }),
    averageDurationMs: field(z._default(int(1, 900_000), 100), {
      title: 'Expected duration',
      help: 'Average run time of one invocation, for the cost estimate only.',
      unit: 'ms',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      const placement = placementIssue(props);
      if (placement) issues.addIssue({ code: 'custom', ...placement });
      if (!props.fileSystem) return;
      if (props.subnets.length === 0)
        refuse('fileSystem', 'A function mounts a file system from its own interfaces: give it subnets.');
      if (props.accessPoint.trim() === '')
        refuse('accessPoint', 'Lambda mounts through an access point. Name one of the file system.');
    }),
  );
export type Props = z.output<typeof Props>;
