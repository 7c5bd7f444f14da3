import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'internet-gateway',
  title: 'Internet gateway',
  category: 'network',
  summary: 'The door between a VPC and the internet, for interfaces that have a public address.',
  traits: ['route-target'],
  livesIn: ['vpc'],
  props: Props,
  links: [],
  refuses: [
    {
      to: 'subnet',
      lesson: 'A gateway chooses no subnets. A route in a subnet’s route table sends traffic to the gateway.',
    },
    {
      to: 'internet',
      lesson: 'An attached internet gateway already leads to the internet. Draw the route that uses it.',
    },
  ],
  defaultName: 'internet-gateway',
});
