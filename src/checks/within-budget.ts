import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';

const say = findings('within-budget');

export const check = defineCheck({
  id: 'within-budget',
  title: 'The design stays within the budget',
  help: 'Adds the monthly list prices of everything drawn (730 hours). A diagram that costs nothing has nothing to judge and stays silent.',
  params: z.strictObject({ monthly: z.number().check(z.positive()) }),
  words: {
    within: 'The design costs {cost} $ a month; {budget} $ are allowed.',
    over: 'The design costs {cost} $ a month, {more} $ over the budget of {budget} $. The dearest part is {dearest}.',
  },
  examples: {
    meets: [example('One key', { key: ['kms-key'] }, { monthly: 5 })],
    misses: [example('Two keys', { key: ['kms-key'], other: ['kms-key'] }, { monthly: 1.5 })],
    silent: [example('Nothing that costs', { role: ['iam-role'] }, { monthly: 5 })],
  },
  run: (facts, { monthly }) => {
    const { cost } = facts;
    if (cost.monthly === 0) return [];
    const dearest = cost.lines.reduce(
      (a, b) => (b.monthly > a.monthly ? b : a),
      cost.lines[0] ?? { label: '', monthly: 0, nodes: [] },
    );
    const over = cost.monthly > monthly;
    const values = {
      cost: cost.monthly,
      budget: monthly,
      more: Math.round((cost.monthly - monthly) * 100) / 100,
      dearest: dearest.label,
    };
    return [say(over ? 'misses' : 'meets', over ? 'over' : 'within', over ? dearest.nodes : [], values)];
  },
});
