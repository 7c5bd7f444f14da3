import * as z from 'zod/mini';
import { principalName } from '../engine/time/audit';
import { askLogs } from '../engine/time/query';
import { simulate } from '../engine/time/simulate';
import { Traffic } from '../model/incident';
import type { Json } from '../model/json';
import { someText } from '../model/schema';
import { defineCheck } from './define';
import { example, policy, trusts } from './example';
import { findings } from './finding';

const say = findings('query-names-callers');

const HOURS = 24;
/** Somebody calls now and then; how often does not matter here. */
const TRAFFIC = Traffic.parse({ calls: [{ perHour: 60 }] });

/** A function that reads objects, and a trail that writes to a log group. */
function read({ trail = {}, group = {} }: { readonly [node: string]: { readonly [key: string]: Json } } = {}) {
  const may = (Action: Json) => [{ name: 'may', document: policy({ Effect: 'Allow', Action, Resource: '*' }) }];
  return {
    reader: ['lambda-function', { role: 'reads', calls: [{ action: 's3:GetObject', target: 'data' }] }],
    reads: ['iam-role', { trustPolicy: trusts('lambda.amazonaws.com'), policies: may('s3:GetObject') }],
    data: ['s3-bucket'],
    files: [
      's3-bucket',
      {
        policy: policy({
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 's3:*',
          Resource: ['arn:aws:s3:::files', 'arn:aws:s3:::files/*'],
        }),
      },
    ],
    trail: [
      'cloudtrail-trail',
      { bucket: 'files', dataEvents: ['AWS::S3::Object'], logGroup: 'group', role: 'writes', ...trail },
    ],
    group: ['log-group', { ...group }],
    writes: [
      'iam-role',
      {
        trustPolicy: trusts('cloudtrail.amazonaws.com'),
        policies: may(['logs:CreateLogStream', 'logs:PutLogEvents']),
      },
    ],
  } as const;
}

export const check = defineCheck({
  id: 'query-names-callers',
  title: 'A query of the logs names who called',
  help: 'Lets a day pass in simulated time, and then asks every log group who made a call, as CloudWatch Logs Insights would. It finds what a trail selected, delivered and still keeps. Each caller that the design lets through must be named.',
  params: z.strictObject({
    /** as a record names the call: `InvokeEndpoint`, `GetObject` */
    event: z._default(someText(80), 'InvokeEndpoint'),
  }),
  words: {
    named: 'A query finds {count} calls of {event} by {who}.',
    unnamed: '{who} calls {event}, and no query finds it.',
    nowhere: '{who} calls {event}, and there is no log group to ask.',
  },
  examples: {
    meets: [example('Data events go to a log group', read(), { event: 'GetObject' })],
    misses: [
      example('No data events', read({ trail: { dataEvents: [] } }), { event: 'GetObject' }),
      example('Log files only', read({ trail: { logGroup: '', role: '' } }), { event: 'GetObject' }),
    ],
    silent: [example('Nobody calls it', read(), { event: 'InvokeEndpoint' })],
  },
  run: (facts, { event }) => {
    const calls = facts.requests.filter(
      ({ spec, record, trace }) => spec.purpose === 'call' && record?.eventName === event && trace.allowed,
    );
    if (calls.length === 0) return [];
    const timeline = simulate(facts, { seed: 1, fromHour: 0, toHour: HOURS, traffic: TRAFFIC, incidents: [] });
    const answers = [...facts.logs.keys()].map((logs) =>
      askLogs(facts, timeline, { logs, from: 0, to: HOURS * 3600, event }),
    );
    return calls.map((call) => {
      const who = principalName(call, facts);
      const nodes = [call.spec.from, ...(call.spec.to === undefined ? [] : [call.spec.to])];
      const found = answers.find(({ rows }) => rows.some(({ principal }) => principal === who));
      const count = found?.rows.find(({ principal }) => principal === who)?.count ?? 0;
      const steps = found?.steps ?? answers.flatMap((one) => one.steps);
      const trace = { request: `query/${event}/${call.spec.id}`, allowed: found !== undefined, steps };
      if (found) return say('meets', 'named', nodes, { who, event, count }, { trace });
      return say('misses', answers.length === 0 ? 'nowhere' : 'unnamed', nodes, { who, event }, { trace });
    });
  },
});
