import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('subnets-private');

const vpc = (route: boolean) => ({
  net: ['vpc', { cidr: '10.0.0.0/16', mainRouteTable: 'main' }] as const,
  main: ['route-table', { routes: route ? [{ destination: '0.0.0.0/0', target: 'igw' }] : [] }, 'net'] as const,
  igw: ['internet-gateway', {}, 'net'] as const,
  app: ['subnet', { cidr: '10.0.1.0/24' }, 'net'] as const,
  model: ['sagemaker-model', { subnets: ['app'] }] as const,
});

export const check = defineCheck({
  id: 'subnets-private',
  title: 'Workloads stand in private subnets',
  help: 'A subnet is public when its effective route table has a route to an internet gateway, whatever it is called. Looks at the subnets that hold a network interface of the workload.',
  params: Subjects,
  words: {
    private: '{name} stands in {subnet}, which has no route to an internet gateway.',
    public: '{name} stands in {subnet}, whose route table leads to an internet gateway.',
    none: '{name} stands in no subnet of yours.',
  },
  examples: {
    meets: [example('No route to the gateway', vpc(false), { kinds: ['sagemaker-model'] })],
    misses: [example('The main route table leads to the internet gateway', vpc(true), { kinds: ['sagemaker-model'] })],
    silent: [example('No model', { data: ['s3-bucket'] }, { kinds: ['sagemaker-model'] })],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'interfaces') return [];
      if (facet.subnets.length === 0) return [say('misses', 'none', [node.id], { name: node.name })];
      return facet.subnets.map((subnet) => {
        const open = facts.network.isPublicSubnet(subnet);
        const table = facts.network.effectiveRouteTable(subnet);
        const nodes = [node.id, subnet, ...(table === undefined ? [] : [table])];
        return say(open ? 'misses' : 'meets', open ? 'public' : 'private', nodes, {
          name: node.name,
          subnet: nameOf(facts, subnet),
        });
      });
    }),
});
