import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'dynamodb-table',
  title: 'DynamoDB table',
  category: 'data',
  summary: 'Keeps items that are read by key in milliseconds: features, sessions, results.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    {
      field: 'kmsKey',
      to: 'kms-key',
      label: 'encrypts with',
      also: () => ({ encryption: 'customer-managed' }),
    },
  ],
  refuses: [
    {
      to: 'subnet',
      lesson:
        'A table stands in no subnet. Clients in a VPC reach it through a gateway endpoint, an interface endpoint or the internet.',
    },
    {
      to: 'security-group',
      lesson: 'A table has no network interface, so no security group guards it. IAM and endpoint policies do.',
    },
  ],
  defaultName: 'features',
});
