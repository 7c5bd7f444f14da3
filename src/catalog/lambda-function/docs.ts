import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Giving Lambda functions access to resources in an Amazon VPC',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  },
  {
    title: 'Defining Lambda function permissions with an execution role',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  },
  {
    title: 'Capturing records of Lambda asynchronous invocations',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  },
  {
    title: 'Configuring reserved concurrency for a function',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
  },
];
