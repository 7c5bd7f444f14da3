import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'guardduty-detector',
  title: 'GuardDuty detector',
  category: 'watch',
  summary: 'Looks for signs of an attack in API calls, network traffic and DNS queries of the account.',
  traits: ['detector', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [],
  refuses: [
    {
      to: 'alarm-action',
      lesson: 'GuardDuty tells nobody directly. Its findings go to EventBridge; a rule there passes them on.',
    },
    {
      to: 'cloudtrail-trail',
      lesson: 'GuardDuty reads the account’s events by itself. It needs no trail, and no flow log.',
    },
  ],
  defaultName: 'detector',
});
