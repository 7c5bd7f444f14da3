import * as z from 'zod/mini';
import { someItems } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';

const say = findings('data-stays-in-regions');
const inEurope = { regions: ['eu-'] };

export const check = defineCheck({
  id: 'data-stays-in-regions',
  title: 'Data rests in the Regions that are allowed',
  help: 'Looks at every place where data rests and at the Region of the account. A name that ends in a hyphen stands for all Regions that begin with it: `eu-`.',
  params: z.strictObject({
    regions: someItems(z.string().check(z.minLength(2), z.maxLength(40)), 40),
  }),
  words: {
    inside: '{count} places keep data, all in {region}.',
    outside: '{count} places keep data in {region}, which is not allowed.',
  },
  examples: {
    meets: [{ ...example('A bucket in Ireland', { data: ['s3-bucket'] }, inEurope), account: { region: 'eu-west-1' } }],
    misses: [
      { ...example('A bucket in Virginia', { data: ['s3-bucket'] }, inEurope), account: { region: 'us-east-1' } },
    ],
    silent: [example('Nothing is kept', { role: ['iam-role'] }, inEurope)],
  },
  run: (facts, { regions }) => {
    const nodes = [...new Set(facts.stores.filter(({ store }) => store.used).map(({ node }) => node))];
    if (nodes.length === 0) return [];
    const { region } = facts.account;
    const inside = regions.some((one) => (one.endsWith('-') ? region.startsWith(one) : region === one));
    return [say(inside ? 'meets' : 'misses', inside ? 'inside' : 'outside', nodes, { count: nodes.length, region })];
  },
});
