import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Data and model quality monitoring with Amazon SageMaker Model Monitor',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor.html',
  },
  {
    title: 'Cron expressions for monitoring schedule',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-schedule-expression.html',
  },
  {
    title: 'Amazon SageMaker Model Monitor availability change',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-availability-change.html',
  },
];
