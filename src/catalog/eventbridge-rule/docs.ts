import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Using resource-based policies for Amazon EventBridge',
    url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
  },
  {
    title: 'Creating Amazon EventBridge event patterns',
    url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
  },
  {
    title: 'Events that Amazon SageMaker AI sends to Amazon EventBridge',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html',
  },
];
