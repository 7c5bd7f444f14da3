import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('no-public-address');
const server = { kinds: ['ec2-instance', 'subnet'] };
const net = (assigns: boolean) =>
  ({
    net: ['vpc', { cidr: '10.0.0.0/16' }],
    app: ['subnet', { cidr: '10.0.1.0/24', mapPublicIpOnLaunch: assigns }, 'net'],
  }) as const;

export const check = defineCheck({
  id: 'no-public-address',
  title: 'Nothing gets a public address',
  help: 'A server gets a public address when it asks for one, or when it says nothing and its subnet assigns one. A subnet that assigns public addresses on its own is judged too: the next server in it would have one.',
  params: Subjects,
  words: {
    private: '{name} has private addresses only.',
    asks: '{name} asks for a public address.',
    inherits: '{name} gets a public address from {subnet}.',
    keeps: '{name} assigns no public addresses on its own.',
    assigns: '{name} gives a public address to whatever starts in it.',
  },
  examples: {
    meets: [example('A subnet that assigns none', { ...net(false), server: ['ec2-instance', {}, 'app'] }, server)],
    misses: [
      example('A subnet that assigns one', net(true), server),
      example(
        'A server that asks for one',
        { ...net(false), server: ['ec2-instance', { associatePublicIp: 'yes' }, 'app'] },
        server,
      ),
    ],
    silent: [example('Neither server nor subnet', { data: ['s3-bucket'] }, server)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const facet = facts.networkOf(node.id);
      const values = { name: node.name };
      if (facet?.role === 'subnet')
        return [
          say(
            facet.assignsPublicIp ? 'misses' : 'meets',
            facet.assignsPublicIp ? 'assigns' : 'keeps',
            [node.id],
            values,
          ),
        ];
      if (facet?.role !== 'interfaces') return [];
      if (facet.publicIp === 'always') return [say('misses', 'asks', [node.id], values)];
      const giver = facet.subnets.find((id) => {
        const subnet = facts.networkOf(id);
        return subnet?.role === 'subnet' && subnet.assignsPublicIp;
      });
      if (facet.publicIp === 'if-subnet-assigns' && giver !== undefined)
        return [say('misses', 'inherits', [node.id, giver], { ...values, subnet: nameOf(facts, giver) })];
      return [say('meets', 'private', [node.id], values)];
    }),
});
