import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'config-recorder',
  title: 'AWS Config recorder',
  category: 'watch',
  summary: 'Records how resources are set, and judges every change by rules.',
  traits: ['detector', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'works as', required: true },
    { field: 'bucket', to: 'bucket', label: 'delivers to', required: true },
  ],
  refuses: [
    {
      to: 'alarm-action',
      lesson: 'What its rules find goes to EventBridge. A rule there passes it on.',
    },
  ],
  defaultName: 'recorder',
  docs: [
    {
      title: 'Permissions for the Amazon S3 Bucket for the AWS Config Delivery Channel',
      url: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html',
    },
    {
      title: 'List of AWS Config Managed Rules',
      url: 'https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html',
    },
  ],
});
