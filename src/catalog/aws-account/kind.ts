import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'aws-account',
  title: 'AWS account',
  category: 'identity',
  summary:
    'A second account, with resources and identities of its own. Nothing crosses its border unless both sides allow it.',
  traits: ['account'],
  livesIn: ['account'],
  container: { width: 520, height: 320 },
  props: Props,
  links: [],
  refuses: [
    {
      to: 'role',
      lesson:
        'An account assumes no role. Name it in the trust policy of the role, and let an identity in it call sts:AssumeRole.',
    },
    {
      to: 'kms-key',
      lesson: 'An account uses no key. Name it in the key policy, and allow the key to an identity in the account.',
    },
    {
      to: 'bucket',
      lesson:
        'An account reads no bucket. Name it in the bucket policy, and allow the bucket to an identity in the account.',
    },
    {
      to: 'vpc',
      lesson: 'VPCs of two accounts meet over a peering connection between the VPCs.',
    },
  ],
  defaultName: 'other-account',
});
