import { defineKind } from '../kind';
import { MANAGED_POLICIES_LINK } from '../policies';
import { Props } from './props';

export const kind = defineKind({
  id: 'iam-group',
  title: 'IAM group',
  category: 'identity',
  summary: 'Policies for several users at once. Whoever joins inherits them, whoever leaves loses them.',
  traits: ['group'],
  livesIn: ['account'],
  props: Props,
  links: [MANAGED_POLICIES_LINK],
  refuses: [
    { to: 'callable', lesson: 'A group is no identity: it signs nothing, and no policy can name it as a principal.' },
    { to: 'user', lesson: 'Draw it the other way round: the user is a member of the group.' },
    { to: 'role', lesson: 'Only users can be in a group. A role has policies of its own, or managed ones.' },
    { to: 'group', lesson: 'Groups cannot be in groups.' },
  ],
  defaultName: 'group',
});
