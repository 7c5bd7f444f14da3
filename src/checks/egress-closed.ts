import type { Facts } from '../engine/facts';
import type { NodeId } from '../model/diagram';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('egress-closed');

export const check = defineCheck({
  id: 'egress-closed',
  title: 'A workload cannot reach the internet',
  help: 'Sends packets to hosts on the internet from every network interface of the workload, the service-managed one included: to port 443 and to every port that an outbound rule of its security groups opens. Network isolation, or a VPC without a way out, stops it.',
  params: Subjects,
  words: {
    isolated: '{name} has no network at all (network isolation).',
    closed: '{name} has no way to the internet.',
    open: '{name} reaches any host on the internet. Data can leave that way.',
  },
  examples: {
    meets: [
      example(
        'Network isolation',
        { model: ['sagemaker-model', { enableNetworkIsolation: true }] },
        { kinds: ['sagemaker-model'] },
      ),
    ],
    misses: [
      example(
        'No subnets: the service-managed network',
        { model: ['sagemaker-model'] },
        { kinds: ['sagemaker-model'] },
      ),
    ],
    silent: [example('No model', { data: ['s3-bucket'] }, { kinds: ['sagemaker-model'] })],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'interfaces') return [];
      const values = { name: node.name };
      if (facet.isolated) return [say('meets', 'isolated', [node.id], values)];
      const open = portsOf(facts, facet.securityGroups)
        .flatMap((port) => facts.network.paths(node.id, { type: 'internet', port }))
        .find((path) => path.reachable);
      if (!open) return [say('meets', 'closed', [node.id, ...facet.subnets], values)];
      const trace = { request: `${node.id}/internet`, allowed: true, steps: open.steps };
      return [say('misses', 'open', [node.id, ...open.steps.flatMap((step) => step.nodes)], values, { trace })];
    }),
});

/** Outbound rules open ranges; the first port of each range stands for the range. */
function portsOf(facts: Facts, groups: readonly NodeId[]): readonly number[] {
  const ports = new Set([443]);
  for (const id of groups) {
    const group = facts.networkOf(id);
    if (group?.role !== 'security-group') continue;
    for (const rule of group.egress) if (rule.protocol === 'tcp') ports.add(rule.fromPort);
  }
  return [...ports];
}
