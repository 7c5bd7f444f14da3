import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Batch transform for inference with Amazon SageMaker AI',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html',
  },
  {
    title: 'Give Batch Transform Jobs Access to Resources in Your Amazon VPC',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html',
  },
  {
    title: 'BatchDataCaptureConfig',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_BatchDataCaptureConfig.html',
  },
];
