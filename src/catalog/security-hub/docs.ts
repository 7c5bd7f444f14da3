import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Security Hub event types in EventBridge',
    url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-integration-types.html',
  },
  {
    title: 'Security Hub CSPM controls for Amazon SageMaker AI',
    url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
  },
];
