import { z } from 'zod';
import { field, ref } from '../../model/field';

/** Resource types whose data events a trail can select here. */
export const DATA_EVENT_TYPES = [
  'AWS::S3::Object',
  'AWS::SageMaker::Endpoint',
  'AWS::Lambda::Function',
  'AWS::SNS::Topic',
] as const;

export const Props = z
  .strictObject({
    isLogging: field(z.boolean().default(true), {
      title: 'Logging',
      help: 'A trail can exist and record nothing.',
      aws: 'IsLogging',
    }),
    bucket: ref('bucket', {
      title: 'Log files to',
      help: 'Its bucket policy must admit cloudtrail.amazonaws.com.',
      aws: 'S3BucketName',
    }),
    multiRegion: field(z.boolean().default(false), {
      title: 'All Regions',
      help: 'Off by default in the API and in templates; the console creates multi-Region trails.',
      aws: 'IsMultiRegionTrail',
    }),
    logFileValidation: field(z.boolean().default(false), {
      title: 'Log file validation',
      help: 'Signed digests show whether a log file was changed or removed.',
      aws: 'EnableLogFileValidation',
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'Its policy must let cloudtrail.amazonaws.com use kms:GenerateDataKey*. Without a key: SSE-S3.',
      aws: 'KMSKeyId',
    }),
    managementEvents: field(z.boolean().default(true), {
      title: 'Management events',
      help: 'CreateEndpoint, DeleteModel, StopLogging and use of KMS keys. The first copy is free.',
      aws: 'AdvancedEventSelectors',
    }),
    dataEvents: field(
      z
        .array(field(z.enum(DATA_EVENT_TYPES), { title: 'Resource type' }))
        .max(8)
        .default([]),
      {
        title: 'Data events',
        help: 'Reads and writes of objects, invocations, publishes. None by default, never in Event history, billed.',
        aws: 'AdvancedEventSelectors',
      },
    ),
    dataEventsPerMonth: field(z.number().int().min(0).max(100_000_000_000).default(1_000_000), {
      title: 'Data events a month',
      help: 'An estimate, for the cost only.',
      unit: 'events',
    }),
    logGroup: ref('log-group', {
      title: 'Deliver to log group',
      help: 'Logs Insights can query only what is delivered there.',
      aws: 'CloudWatchLogsLogGroupArn',
    }),
    role: ref('role', {
      title: 'Role for CloudWatch Logs',
      help: 'CloudTrail assumes it to write to the log group.',
      aws: 'CloudWatchLogsRoleArn',
    }),
  })
  .superRefine((props, issues) => {
    const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
    if (props.logGroup && !props.role)
      refuse('role', 'Delivery to CloudWatch Logs needs a role that CloudTrail can assume.');
    if (props.role && !props.logGroup)
      refuse('logGroup', 'The role is for delivery to a log group. Connect one, or remove the role.');
  });
export type Props = z.output<typeof Props>;
