import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'IAM Access Analyzer findings',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html',
  },
  {
    title: 'Monitoring AWS IAM Access Analyzer with Amazon EventBridge',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html',
  },
];
