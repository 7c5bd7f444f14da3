import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Give SageMaker AI Hosted Endpoints Access to Resources in Your Amazon VPC',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
  },
  {
    title: 'Run Training and Inference Containers in Internet-Free Mode',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
  },
  {
    title: 'AWS::SageMaker::Model',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html',
  },
];
