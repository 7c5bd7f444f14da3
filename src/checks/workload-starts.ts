import * as z from 'zod/mini';
import { firstFailure } from '../model/trace';
import { defineCheck } from './define';
import { example, policy, trusts } from './example';
import { findings } from './finding';
import { Action, Subjects, subjectsOf } from './subjects';

const say = findings('workload-starts');

const role = (statement: Record<string, string>) =>
  [
    'iam-role',
    { trustPolicy: trusts('sagemaker.amazonaws.com'), policies: [{ name: 'data', document: policy(statement) }] },
  ] as const;

export const check = defineCheck({
  id: 'workload-starts',
  title: 'A workload has everything it needs to start',
  help: 'Each resource asks others for what it needs before it runs: model artefacts, volume keys, a place for captured data. All of these requests must succeed with the role that was given.',
  params: z.extend(Subjects, {
    /** what every subject must ask for; one that does not is not connected to what it needs. */
    asks: z.optional(Action),
  }),
  words: {
    starts: '{name} gets everything it needs ({count} requests).',
    refused: 'AWS would refuse {name}: see the list of problems.',
    'asks-nothing': '{name} asks for no {action}: connect it to what it needs.',
    stops: '{name} does not start: {title}. The walk shows why.',
  },
  examples: {
    meets: [
      example(
        'A model whose role may read the artefact',
        {
          model: ['sagemaker-model', { role: 'role', modelData: 'data' }],
          role: role({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }),
          data: ['s3-bucket'],
        },
        { kinds: ['sagemaker-model'] },
      ),
    ],
    misses: [
      example(
        'The policy names the bucket where the objects belong',
        {
          model: ['sagemaker-model', { role: 'role', modelData: 'data' }],
          role: role({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data' }),
          data: ['s3-bucket'],
        },
        { kinds: ['sagemaker-model'] },
      ),
    ],
    silent: [example('No model', { data: ['s3-bucket'] }, { kinds: ['sagemaker-model'] })],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const refused = facts.problems.find((one) => one.severity === 'error' && one.nodes[0] === node.id);
      if (refused) return [say('misses', 'refused', refused.nodes, { name: node.name })];
      const needs = facts.requests.filter((one) => one.spec.from === node.id && one.spec.purpose === 'setup');
      if (on.asks !== undefined && !needs.some((one) => one.action === on.asks)) {
        return [say('misses', 'asks-nothing', [node.id], { name: node.name, action: on.asks })];
      }
      if (needs.length === 0) return [];
      const blocked = needs.find((one) => !one.trace.allowed);
      const values = { name: node.name, count: needs.length, title: blocked?.spec.title ?? '' };
      if (!blocked) return [say('meets', 'starts', [node.id], values)];
      const nodes = [node.id, ...(firstFailure(blocked.trace)?.nodes ?? [])];
      return [say('misses', 'stops', nodes, values, { trace: blocked.trace })];
    }),
});
