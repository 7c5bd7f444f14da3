import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'What is Amazon GuardDuty?',
    url: 'https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html',
  },
  {
    title: 'AWS::GuardDuty::Detector',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-guardduty-detector.html',
  },
];
