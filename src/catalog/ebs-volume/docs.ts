import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Requirements for Amazon EBS encryption',
    url: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
  },
  {
    title: 'How Amazon EBS encryption works',
    url: 'https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html',
  },
  {
    title: 'AWS::EC2::Volume',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-volume.html',
  },
];
