import * as z from 'zod/mini';
import { readPath } from '../model/path';
import { text } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('instances-talk-encrypted');
const job = { kinds: ['sagemaker-training-job'] };

export const check = defineCheck({
  id: 'instances-talk-encrypted',
  title: 'Instances of one workload talk to each other encrypted',
  help: 'Two or more instances of a job exchange what they compute from the data, in clear unless the job asks for encryption. One instance talks to nobody, so it needs no setting.',
  params: z.extend(Subjects, {
    /** the property with the number of instances. */
    count: z._default(text(80), 'instanceCount'),
    /** the property that encrypts what travels between them. */
    encrypted: z._default(text(80), 'interContainerEncryption'),
  }),
  words: {
    encrypted: '{name}: its {count} instances talk to each other encrypted.',
    alone: '{name} runs on one instance, which talks to no other.',
    clear: '{name}: its {count} instances talk to each other in clear.',
  },
  examples: {
    meets: [
      example(
        'Two, encrypted',
        { job: ['sagemaker-training-job', { instanceCount: 2, interContainerEncryption: true }] },
        job,
      ),
      example('One alone', { job: ['sagemaker-training-job'] }, job),
    ],
    misses: [example('Two, in clear', { job: ['sagemaker-training-job', { instanceCount: 2 }] }, job)],
    silent: [example('No job', { data: ['s3-bucket'] }, job)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).map((node) => {
      const count = readPath(node.props, on.count);
      if (typeof count !== 'number' || count < 2) return say('meets', 'alone', [node.id], { name: node.name });
      const holds = readPath(node.props, on.encrypted) === true;
      const fields = [{ node: node.id, field: on.encrypted }];
      return say(
        holds ? 'meets' : 'misses',
        holds ? 'encrypted' : 'clear',
        [node.id],
        { name: node.name, count },
        { fields },
      );
    }),
});
