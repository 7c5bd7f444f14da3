import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Permissions to use user-generated KMS keys',
    url: 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
  },
  {
    title: 'Process Amazon Kinesis Data Streams records with Lambda',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html',
  },
  {
    title: 'AWS::Kinesis::Stream',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kinesis-stream.html',
  },
];
