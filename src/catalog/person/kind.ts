import { CALLS_LINK } from '../calls';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'person',
  title: 'Person',
  category: 'actors',
  summary: 'Somebody at a laptop outside your network, with the permissions of a role or a user.',
  traits: ['client'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'works as' },
    { field: 'user', to: 'user', label: 'signs in as' },
    CALLS_LINK,
  ],
  refuses: [
    {
      to: 'security-group',
      lesson: 'A person has no network interface in your VPC. Security groups guard what stands there.',
    },
  ],
  defaultName: 'person',
});
