import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'access-analyzer',
  title: 'IAM Access Analyzer',
  category: 'watch',
  summary: 'Reads the policies of resources and reports who outside the account may use them.',
  traits: ['detector', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [],
  refuses: [
    {
      to: 'alarm-action',
      lesson: 'The analyzer tells nobody directly. Its findings go to EventBridge; a rule there passes them on.',
    },
    { to: 'bucket', lesson: 'It looks at every resource of the account. There is nothing to connect.' },
  ],
  defaultName: 'analyzer',
});
