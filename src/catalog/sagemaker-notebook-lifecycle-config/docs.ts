import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Customization of a SageMaker notebook instance using an LCC script',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html',
  },
  {
    title: 'AWS::SageMaker::NotebookInstanceLifecycleConfig',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-notebookinstancelifecycleconfig.html',
  },
];
