import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('in-own-subnets');
const model = { kinds: ['sagemaker-model'] };
const net = {
  net: ['vpc', { cidr: '10.0.0.0/16' }],
  app: ['subnet', { cidr: '10.0.1.0/24' }, 'net'],
  guard: ['security-group', {}, 'net'],
} as const;

export const check = defineCheck({
  id: 'in-own-subnets',
  title: 'The workload has its interfaces in a VPC of yours',
  help: 'A notebook, a model, a job and a function run in a network of the service unless subnets are named. Only interfaces in subnets of yours obey your routes, security groups and endpoints, and appear in your flow logs.',
  params: Subjects,
  words: {
    inside: '{name} has an interface in {subnet}.',
    outside: '{name} has no interface in any subnet of yours.',
    lost: '{name} names {subnet}, which is not a subnet.',
  },
  examples: {
    meets: [
      example(
        'A model with a subnet and a security group',
        { ...net, model: ['sagemaker-model', { subnets: ['app'], securityGroups: ['guard'] }] },
        model,
      ),
    ],
    misses: [example('A model without subnets', { model: ['sagemaker-model'] }, model)],
    silent: [example('No model', net, model)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'interfaces') return [];
      if (facet.subnets.length === 0) return [say('misses', 'outside', [node.id], { name: node.name })];
      const lost = facet.subnets.find((id) => facts.networkOf(id)?.role !== 'subnet');
      const subnet = nameOf(facts, lost ?? facet.subnets[0]);
      return lost === undefined
        ? [say('meets', 'inside', [node.id, ...facet.subnets], { name: node.name, subnet })]
        : [say('misses', 'lost', [node.id], { name: node.name, subnet })];
    }),
});
