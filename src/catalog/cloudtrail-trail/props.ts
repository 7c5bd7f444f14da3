import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag, int, list, someText } from '../../model/schema';

/** Resource types whose data events a trail can select here. */
export const DATA_EVENT_TYPES = [
  'AWS::S3::Object',
  'AWS::SageMaker::Endpoint',
  'AWS::Lambda::Function',
  'AWS::SNS::Topic',
  'AWS::DynamoDB::Table',
  'AWS::Kinesis::Stream',
] as const;

/** `ReadWriteType` of an event selector. */
export const READ_WRITE = ['All', 'ReadOnly', 'WriteOnly'] as const;

export const Props = z
  .strictObject({
    isLogging: field(flag(true), {
      title: 'Logging',
      help: 'A trail can exist and record nothing.',
      aws: 'IsLogging',
    }),
    bucket: ref('bucket', {
      title: 'Log files to',
      help: 'Its bucket policy must admit cloudtrail.amazonaws.com.',
      aws: 'S3BucketName',
    }),
    multiRegion: field(flag(false), {
      title: 'All Regions',
      help: 'Off by default in the API and in templates; the console creates multi-Region trails.',
      aws: 'IsMultiRegionTrail',
    }),
    globalServiceEvents: field(flag(true), {
      title: 'Global services',
      help: 'Events of IAM and CloudFront. CloudTrail keeps them in us-east-1: a trail of one other Region never has them.',
      aws: 'IncludeGlobalServiceEvents',
    }),
    logFileValidation: field(flag(false), {
      title: 'Log file validation',
      help: 'Signed digests show whether a log file was changed or removed.',
      aws: 'EnableLogFileValidation',
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'Its policy must let cloudtrail.amazonaws.com use kms:GenerateDataKey*. Without a key: SSE-S3.',
      aws: 'KMSKeyId',
    }),
    managementEvents: field(flag(true), {
      title: 'Management events',
      help: 'CreateEndpoint, DeleteModel, StopLogging and use of KMS keys. The first copy is free.',
      aws: 'AdvancedEventSelectors',
    }),
    managementReadWrite: field(choice(READ_WRITE, 'All'), {
      title: 'Management: reads or writes',
      help: 'WriteOnly misses Get, List, Describe and the use of keys; ReadOnly misses every change.',
      aws: 'EventSelectors.ReadWriteType',
    }),
    excludeKmsEvents: field(flag(false), {
      title: 'Without KMS events',
      help: 'Cheaper where keys are used often, but then nothing says who used or disabled a key. Event history keeps them.',
      aws: 'ExcludeManagementEventSources',
    }),
    dataEvents: field(list(field(z.enum(DATA_EVENT_TYPES), { title: 'Resource type' }), 8), {
      title: 'Data events',
      help: 'Reads and writes of objects, invocations, publishes. None by default, never in Event history, billed.',
      aws: 'AdvancedEventSelectors',
    }),
    dataReadWrite: field(choice(READ_WRITE, 'All'), {
      title: 'Data: reads or writes',
      help: 'GetObject reads, PutObject, Invoke and Publish write. InvokeEndpoint counts as a write here: our assumption.',
      aws: 'EventSelectors.ReadWriteType',
    }),
    dataResources: field(list(field(someText(300), { title: 'ARN prefix' }), 20), {
      title: 'Only these resources',
      help: 'How the ARN must begin, like arn:aws:s3:::scans/. A type without a prefix of its service is recorded whole.',
      aws: 'AdvancedEventSelectors.FieldSelectors',
    }),
    dataEventsPerMonth: field(z._default(int(0, 100_000_000_000), 1_000_000), {
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
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      if (props.logGroup && !props.role)
        refuse('role', 'Delivery to CloudWatch Logs needs a role that CloudTrail can assume.');
      if (props.role && !props.logGroup)
        refuse('logGroup', 'The role is for delivery to a log group. Connect one, or remove the role.');
      if (props.multiRegion && !props.globalServiceEvents)
        refuse('globalServiceEvents', 'A trail of all Regions includes the global services.');
    }),
  );
export type Props = z.output<typeof Props>;
