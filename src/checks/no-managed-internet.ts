import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('no-managed-internet');
const notebook = { kinds: ['sagemaker-notebook'] };
const net = { net: ['vpc', { cidr: '10.0.0.0/16' }], app: ['subnet', { cidr: '10.0.1.0/24' }, 'net'] } as const;

export const check = defineCheck({
  id: 'no-managed-internet',
  title: 'No internet access beside your own network',
  help: 'Some services give a workload a network interface of their own that leads to the internet. No route table, security group or endpoint policy of yours sees that traffic. It is there when a workload names no subnets, and on a notebook also with subnets, until direct internet access is disabled.',
  params: Subjects,
  words: {
    own: '{name} sends everything through your own subnets.',
    isolated: '{name} has no network at all.',
    beside: '{name} keeps an interface of the service beside its subnets, and that one leads to the internet.',
    managed: '{name} names no subnets: its traffic takes a network of the service that leads to the internet.',
  },
  examples: {
    meets: [
      example(
        'A subnet, and direct internet access disabled',
        { ...net, lab: ['sagemaker-notebook', { subnet: 'app', directInternetAccess: false }] },
        notebook,
      ),
    ],
    misses: [
      example(
        'A subnet, but the default of direct internet access',
        { ...net, lab: ['sagemaker-notebook', { subnet: 'app' }] },
        notebook,
      ),
      example('No subnet', { lab: ['sagemaker-notebook'] }, notebook),
    ],
    silent: [example('No notebook', { data: ['s3-bucket'] }, notebook)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'interfaces') return [];
      const values = { name: node.name };
      if (facet.isolated) return [say('meets', 'isolated', [node.id], values)];
      if (facet.directInternet) return [say('misses', 'beside', [node.id], values)];
      if (facet.subnets.length === 0 && facet.withoutSubnets === 'service-managed')
        return [say('misses', 'managed', [node.id], values)];
      return [say('meets', 'own', [node.id, ...facet.subnets], values)];
    }),
});
