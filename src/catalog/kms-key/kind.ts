import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'kms-key',
  title: 'KMS key',
  category: 'keys',
  summary: 'A customer managed key. Its key policy decides who can use it, whatever IAM policies say.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [],
  refuses: [
    {
      to: 'role',
      lesson:
        'A key names no roles by an edge. Its key policy does, or it lets the IAM policies of the account decide.',
    },
  ],
  defaultName: 'key',
});
