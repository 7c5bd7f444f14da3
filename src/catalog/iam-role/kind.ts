import { defineKind } from '../kind';
import { MANAGED_POLICIES_LINK } from '../policies';
import { Props } from './props';

export const kind = defineKind({
  id: 'iam-role',
  title: 'IAM role',
  category: 'identity',
  summary:
    'An identity with temporary credentials. Its trust policy says who may assume it, its policies what it may do.',
  traits: ['role', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [MANAGED_POLICIES_LINK],
  refuses: [
    {
      to: 'callable',
      lesson: 'A role calls nothing by itself. What uses the role makes the call, and a policy of the role allows it.',
    },
    { to: 'security-group', lesson: 'A role has no network interface. Security groups belong to what uses the role.' },
  ],
  defaultName: 'role',
});
