import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'security-hub',
  title: 'Security Hub CSPM',
  category: 'watch',
  summary: 'Checks the account against security standards and collects the findings of other detectors.',
  traits: ['detector', 'findings-hub', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [],
  refuses: [
    {
      to: 'alarm-action',
      lesson: 'Security Hub tells nobody directly. Its findings go to EventBridge; a rule there passes them on.',
    },
    { to: 'detector', lesson: 'Detectors of the same account send their findings to the hub by themselves.' },
  ],
  defaultName: 'security-hub',
});
