import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('key-use-detail');
const each = { kinds: ['s3-bucket'], wants: 'each' };
const few = { kinds: ['s3-bucket'], wants: 'few' };

export const check = defineCheck({
  id: 'key-use-detail',
  title: 'KMS is asked as often as it should be',
  help: 'A KMS key that is asked for every object leaves a record of each object, and costs a request each. A service may keep a data key for a while instead (S3 Bucket Keys), or use a key of its own: KMS is then asked seldom or never, and its records name no object. Say which of the two is wanted.',
  params: z.extend(Subjects, { wants: z.enum(['each', 'few']) }),
  words: {
    'asks-each': '{name} asks KMS for every use of its {store}.',
    'asks-seldom': '{name} asks KMS seldom: a bucket key, or the like, stands in for it.',
    'asks-never': '{name} asks no KMS key for its {store}.',
  },
  examples: {
    meets: [
      example('SSE-KMS without a bucket key', { data: ['s3-bucket', { encryption: 'sse-kms-aws-managed' }] }, each),
      example('With one', { data: ['s3-bucket', { encryption: 'sse-kms-aws-managed', bucketKey: true }] }, few),
      example('SSE-S3 asks nobody', { data: ['s3-bucket'] }, few),
    ],
    misses: [
      example(
        'A bucket key hides the objects',
        { data: ['s3-bucket', { encryption: 'sse-kms-aws-managed', bucketKey: true }] },
        each,
      ),
      example('SSE-S3 records no use', { data: ['s3-bucket'] }, each),
      example('A request for every object', { data: ['s3-bucket', { encryption: 'sse-kms-aws-managed' }] }, few),
    ],
    silent: [example('No bucket', { key: ['kms-key'] }, each)],
  },
  run: (facts, { wants, ...on }) => {
    const subjects = new Set(subjectsOf(facts, on).map((node) => node.id));
    return facts.stores
      .filter(({ node, store }) => subjects.has(node) && store.used && store.key.type !== 'none')
      .map(({ node, store }) => {
        const asks = store.key.type === 'aws-owned' ? 'never' : store.sharesDataKeys ? 'seldom' : 'each';
        const good = (asks === 'each') === (wants === 'each');
        return say(
          good ? 'meets' : 'misses',
          `asks-${asks}`,
          [node, ...(store.key.type === 'customer-managed' ? [store.key.node] : [])],
          { name: nameOf(facts, node), store: store.label.toLowerCase() },
          { fields: [{ node, field: store.field }] },
        );
      });
  },
});
