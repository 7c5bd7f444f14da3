import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Using Amazon CloudWatch dashboards',
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html',
  },
  {
    title: 'Dashboard body structure and syntax',
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
  },
  {
    title: 'AWS::CloudWatch::Dashboard',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudwatch-dashboard.html',
  },
];
