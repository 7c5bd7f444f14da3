import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('default-group-closed');
const vpc = (props: { readonly [key: string]: [] }) =>
  ({
    net: ['vpc', { cidr: '10.0.0.0/16', defaultSecurityGroup: 'fallback' }],
    fallback: ['security-group', { default: true, ...props }, 'net'],
  }) as const;

export const check = defineCheck({
  id: 'default-group-closed',
  title: 'The default security group lets nothing through',
  help: 'Whatever names no security group gets the default one of its VPC. AWS creates it open among its members and open outwards, and it cannot be deleted: take its rules away.',
  params: z.strictObject({}),
  words: {
    closed: '{group} of {vpc} has no rules.',
    open: '{group} of {vpc} has {inbound} inbound and {outbound} outbound rules.',
  },
  examples: {
    meets: [example('No rules left', vpc({ ingress: [], egress: [] }))],
    misses: [example('The outbound rule is still there', vpc({ ingress: [] }))],
    silent: [example('No VPC', { data: ['s3-bucket'] })],
  },
  run: (facts) =>
    facts.nodes.flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'vpc' || facet.defaultSecurityGroup === undefined) return [];
      const group = facts.networkOf(facet.defaultSecurityGroup);
      if (group?.role !== 'security-group') return [];
      const inbound = group.ingress.length;
      const outbound = group.egress.length;
      const closed = inbound + outbound === 0;
      const values = { vpc: node.name, group: nameOf(facts, facet.defaultSecurityGroup), inbound, outbound };
      return [
        say(closed ? 'meets' : 'misses', closed ? 'closed' : 'open', [facet.defaultSecurityGroup, node.id], values),
      ];
    }),
});
