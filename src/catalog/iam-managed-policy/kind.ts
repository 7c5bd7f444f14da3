import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'iam-managed-policy',
  title: 'IAM managed policy',
  category: 'identity',
  summary: 'A policy of its own that several roles, users and groups share.',
  traits: ['managed-policy'],
  livesIn: ['account'],
  props: Props,
  links: [],
  refuses: [
    { to: 'role', lesson: 'Draw it the other way round: the role has the policy.' },
    { to: 'user', lesson: 'Draw it the other way round: the user, better a group of users, has the policy.' },
    { to: 'group', lesson: 'Draw it the other way round: the group has the policy.' },
    { to: 'callable', lesson: 'A policy calls nothing. It says what whoever has it may do.' },
  ],
  defaultName: 'policy',
});
