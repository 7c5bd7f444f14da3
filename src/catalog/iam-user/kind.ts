import { defineKind } from '../kind';
import { MANAGED_POLICIES_LINK } from '../policies';
import { Props } from './props';

export const kind = defineKind({
  id: 'iam-user',
  title: 'IAM user',
  category: 'identity',
  summary: 'An identity with long-lived credentials. For people and software alike, a role is the better choice.',
  traits: ['user'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'groups[]', to: 'group', label: 'is a member of' }, MANAGED_POLICIES_LINK],
  refuses: [
    {
      to: 'callable',
      lesson: 'A user is an identity, not an actor. Draw the call from the person who signs in as this user.',
    },
  ],
  defaultName: 'user',
});
