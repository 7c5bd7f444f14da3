import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('renews-itself');
const certificates = { kinds: ['acm-certificate'] };
/** A balancer that uses the certificate: ACM renews only what is in use. */
const inUse = (props: Readonly<Record<string, boolean | string>>) =>
  ({
    net: ['vpc', { cidr: '10.0.0.0/16' }],
    door: ['load-balancer', { protocol: 'HTTPS', certificate: 'cert' }, 'net'],
    cert: ['acm-certificate', props],
  }) as const;

export const check = defineCheck({
  id: 'renews-itself',
  title: 'What expires is renewed without anybody',
  help: 'Asks everything that is valid until a day whether it is made anew in time, by itself. Whatever waits for a person is forgotten one day, and then clients hang up.',
  params: Subjects,
  words: {
    renewed: '{name} renews itself: {why}',
    forgotten: '{name} does not renew itself: {why}',
    over: '{name} is not valid now.',
  },
  examples: {
    meets: [example('Proven by DNS and in use', inUse({}), certificates)],
    misses: [
      example('Imported', inUse({ imported: true }), certificates),
      example('Somebody must answer an e-mail', inUse({ validation: 'EMAIL' }), certificates),
      example('Its last day is over', inUse({ expired: true }), certificates),
    ],
    silent: [example('Nothing that expires', { data: ['s3-bucket'] }, certificates)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).map(({ id, name }) => {
      const renewal = facts.timeOf(id)?.expires?.renewal;
      if (!renewal) return say('misses', 'over', [id], { name });
      const { works, why } = renewal;
      return say(works ? 'meets' : 'misses', works ? 'renewed' : 'forgotten', [id], { name, why });
    }),
});
