import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Connect a Notebook Instance in a VPC to External Resources',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
  },
  {
    title: 'Connect to a Notebook Instance Through a VPC Interface Endpoint',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-interface-endpoint.html',
  },
  {
    title: 'AWS::SageMaker::NotebookInstance',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-notebookinstance.html',
  },
];
