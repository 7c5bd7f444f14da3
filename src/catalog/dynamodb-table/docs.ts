import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'DynamoDB encryption at rest',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
  },
  {
    title: 'Gateway endpoints for Amazon DynamoDB',
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-ddb.html',
  },
  {
    title: 'AWS::DynamoDB::Table',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html',
  },
];
