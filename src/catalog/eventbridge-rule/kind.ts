import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'eventbridge-rule',
  title: 'EventBridge rule',
  category: 'respond',
  summary: 'Waits for events that fit a pattern, or for the clock, and tells its targets.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'targets[]', to: 'alarm-action', label: 'tells' }],
  refuses: [
    {
      to: 'metric-source',
      lesson: 'A rule is not connected to what it hears. Services put events on the bus, and its pattern picks some.',
    },
    {
      to: 'detector',
      lesson: 'Findings come to the event bus by themselves. The pattern picks them: name the source of the detector.',
    },
  ],
  defaultName: 'rule',
});
