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
});
