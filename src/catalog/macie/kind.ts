import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'macie',
  title: 'Macie',
  category: 'watch',
  summary: 'Reads objects in buckets and reports personal and other sensitive data.',
  traits: ['detector', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'buckets[]', to: 'bucket', label: 'classifies' }],
  refuses: [
    {
      to: 'alarm-action',
      lesson: 'Macie tells nobody directly. Its findings go to EventBridge; a rule there passes them on.',
    },
    { to: 'role', lesson: 'Macie works with a service-linked role that AWS makes. It takes no other role.' },
  ],
  defaultName: 'macie',
});
