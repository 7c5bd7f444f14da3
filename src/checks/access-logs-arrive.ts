import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('access-logs-arrive');
const bucket = { kinds: ['s3-bucket'] };
const lets = policy({
  Effect: 'Allow',
  Principal: { Service: 'logging.s3.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::logs/*',
});

export const check = defineCheck({
  id: 'access-logs-arrive',
  title: 'Server access logs are written and arrive',
  help: 'Walks the delivery of the access log: a target is named, and its policy lets the logging service write. A bucket that others log to is not judged; logging it into itself would never end.',
  params: Subjects,
  words: {
    arrives: '{name} sends its access logs, and they arrive.',
    refused: '{name} sends access logs that are refused on the way.',
    none: '{name} writes no server access log.',
    target: '{name} receives access logs itself.',
  },
  examples: {
    meets: [
      example(
        'A log bucket that lets them in',
        { data: ['s3-bucket', { accessLogs: 'logs' }], logs: ['s3-bucket', { policy: lets }] },
        bucket,
      ),
    ],
    misses: [
      example('No target', { data: ['s3-bucket'] }, bucket),
      example('The log bucket refuses', { data: ['s3-bucket', { accessLogs: 'logs' }], logs: ['s3-bucket'] }, bucket),
    ],
    silent: [example('No bucket', { key: ['kms-key'] }, bucket)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).map((node) => {
      const values = { name: node.name };
      const fields = [{ node: node.id, field: 'accessLogs' }];
      const delivery = facts.requests.find(({ spec }) => spec.from === node.id && spec.field === 'accessLogs');
      if (delivery) {
        const arrives = delivery.trace.allowed;
        const nodes = [node.id, ...(delivery.spec.to === undefined ? [] : [delivery.spec.to])];
        return say(arrives ? 'meets' : 'misses', arrives ? 'arrives' : 'refused', nodes, values, {
          fields,
          trace: delivery.trace,
        });
      }
      const isTarget = facts.referrers(node.id).some((by) => by.pattern === 'accessLogs');
      if (isTarget) return say('silent', 'target', [node.id], values);
      return say('misses', 'none', [node.id], values, { fields });
    }),
});
