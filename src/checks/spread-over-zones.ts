import * as z from 'zod/mini';
import { int } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('spread-over-zones');

const model = (second: string) => ({
  net: ['vpc', { cidr: '10.0.0.0/16' }] as const,
  one: ['subnet', { cidr: '10.0.1.0/24', availabilityZone: 'a' }, 'net'] as const,
  two: ['subnet', { cidr: '10.0.2.0/24', availabilityZone: second }, 'net'] as const,
  model: ['sagemaker-model', { subnets: ['one', 'two'] }] as const,
});

export const check = defineCheck({
  id: 'spread-over-zones',
  title: 'A workload survives the loss of a zone',
  help: 'Counts the Availability Zones in which the workload has a network interface.',
  params: z.extend(Subjects, { zones: z._default(int(2, 6), 2) }),
  words: {
    spread: '{name} has interfaces in {count} Availability Zones.',
    narrow: '{name} has interfaces in {count} Availability Zones; {zones} are asked for.',
  },
  examples: {
    meets: [example('Two zones', model('b'), { kinds: ['sagemaker-model'] })],
    misses: [example('Two subnets in one zone', model('a'), { kinds: ['sagemaker-model'] })],
    silent: [example('No model', { data: ['s3-bucket'] }, { kinds: ['sagemaker-model'] })],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'interfaces') return [];
      const zones = new Set(
        facet.subnets.flatMap((id) => {
          const subnet = facts.networkOf(id);
          return subnet?.role === 'subnet' ? [subnet.zone] : [];
        }),
      );
      const enough = zones.size >= on.zones;
      const values = { name: node.name, count: zones.size, zones: on.zones };
      return [say(enough ? 'meets' : 'misses', enough ? 'spread' : 'narrow', [node.id, ...facet.subnets], values)];
    }),
});
