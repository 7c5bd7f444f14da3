import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Data transformation workloads with SageMaker Processing',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/processing-job.html',
  },
  {
    title: 'Configure a SageMaker Clarify Processing Job',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-parameters.html',
  },
  {
    title: 'Managing targets in EventBridge Scheduler',
    url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets.html',
  },
];
