import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'internet',
  title: 'Internet',
  category: 'actors',
  summary: 'Everybody else. Regional AWS APIs can be reached from here, so IAM must decide.',
  livesIn: ['account'],
  props: Props,
  links: [],
  refuses: [
    {
      to: 'internet-gateway',
      lesson: 'An attached internet gateway already leads to the internet. Draw the route that uses it.',
    },
  ],
  defaultName: 'internet',
});
