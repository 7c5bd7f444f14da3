import { wayOut } from '../engine/way-out';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('egress-closed');

export const check = defineCheck({
  id: 'egress-closed',
  title: 'A workload cannot reach the internet',
  help: 'Sends packets to hosts on the internet from every network interface of the workload, the service-managed one included: to port 443 and to every range of ports that a rule of its security groups, or of a network ACL, tells apart. Network isolation, or a VPC without a way out, stops it.',
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
      example(
        'A network ACL that keeps HTTPS in, and nothing else',
        {
          net: ['vpc', { cidr: '10.0.0.0/16', mainRouteTable: 'main', defaultSecurityGroup: 'group' }],
          gateway: ['internet-gateway', {}, 'net'],
          nat: ['nat-gateway', { availabilityMode: 'regional' }, 'net'],
          main: ['route-table', { routes: [{ destination: '0.0.0.0/0', target: 'nat' }] }, 'net'],
          group: ['security-group', {}, 'net'],
          border: [
            'network-acl',
            {
              entries: [
                { ruleNumber: 90, direction: 'outbound', action: 'deny', fromPort: 443, toPort: 443 },
                { ruleNumber: 100, direction: 'outbound', protocol: 'all' },
                { ruleNumber: 100, direction: 'inbound', protocol: 'all' },
              ],
            },
            'net',
          ],
          app: ['subnet', { cidr: '10.0.1.0/24', networkAcl: 'border' }, 'net'],
          model: ['sagemaker-model', { subnets: ['app'], securityGroups: ['group'] }],
        },
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
      const open = wayOut(facts, node.id);
      if (!open) return [say('meets', 'closed', [node.id, ...facet.subnets], values)];
      const trace = { request: `${node.id}/internet`, allowed: true, steps: open.steps };
      return [say('misses', 'open', [node.id, ...open.steps.flatMap((step) => step.nodes)], values, { trace })];
    }),
});
