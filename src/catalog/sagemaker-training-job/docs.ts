import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Give SageMaker AI Training Jobs Access to Resources in Your Amazon VPC',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
  },
  {
    title: 'Protect Communications Between ML Compute Instances in a Distributed Training Job',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html',
  },
  {
    title: 'CreateTrainingJob',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html',
  },
];
