import * as z from 'zod/mini';
import type { Facts, WalkedRequest } from '../engine/facts';
import { firstFailure } from '../model/trace';
import { callsBehind } from './calls-behind';
import { defineCheck } from './define';
import { example, policy, trusts } from './example';
import { findings } from './finding';
import { Action, callsOf, nameOf } from './subjects';

const say = findings('calls-lead-on');
const asked = { first: 'execute-api:Invoke', leadsTo: 'lambda:InvokeFunction' };

/** A person calls an API, which calls a function. */
function chain(api: object, statement?: object) {
  const admits = { Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, ...statement };
  return {
    ana: ['person', { calls: [{ action: '', target: 'api' }] }],
    api: ['api-gateway', { ...api }],
    work: [
      'lambda-function',
      { resourcePolicy: policy({ Action: 'lambda:InvokeFunction', Resource: '*', ...admits }) },
    ],
    role: ['iam-role', { trustPolicy: trusts('lambda.amazonaws.com') }],
  } as const;
}
const through = { function: 'work' };

export const check = defineCheck({
  id: 'calls-lead-on',
  title: 'A call leads to another one',
  help: 'Follows a call: whoever is called and answers may call in turn, and so on. Somewhere behind the first call the second one must be made, and arrive.',
  params: z.strictObject({ first: Action, leadsTo: Action }),
  words: {
    leads: '{from} calls {to}, and behind it {last} calls {end}.',
    refused: 'The call of {from} does not reach {to}. The walk shows the step that stops it.',
    stuck: '{from} reaches {to}. Behind it {last} does not reach {end}: the walk shows the step that stops it.',
    ends: '{from} reaches {to}, and nobody behind it makes this call.',
  },
  examples: {
    meets: [example('Through an API to a function', chain(through), asked)],
    misses: [
      example('The API calls nothing', chain({}), asked),
      example('The function refuses', chain(through, { Effect: 'Deny' }), asked),
      example('Nobody gets in', chain({ ...through, authorization: 'AWS_IAM' }), asked),
    ],
    silent: [example('Nobody calls', { api: ['api-gateway'] }, asked)],
  },
  run: (facts, { first, leadsTo }) => callsOf(facts, first).map((call) => judge(facts, call, leadsTo)),
});

function judge(facts: Facts, { spec, trace }: WalkedRequest, leadsTo: string) {
  const values = { from: nameOf(facts, spec.from), to: nameOf(facts, spec.to) };
  const nodes = [spec.from, ...(spec.to === undefined ? [] : [spec.to])];
  if (!trace.allowed)
    return say('misses', 'refused', [...nodes, ...(firstFailure(trace)?.nodes ?? [])], values, { trace });
  const behind = spec.to === undefined ? [] : callsBehind(facts, spec.to);
  const wanted = new Set(callsOf(facts, leadsTo));
  const tries = behind.filter((one) => wanted.has(one));
  const [made = tries[0]] = tries.filter((one) => one.trace.allowed);
  const blocked = behind.find((one) => !one.trace.allowed);
  const shown = made ?? blocked;
  if (!shown) return say('misses', 'ends', nodes, values);
  const said = { ...values, last: nameOf(facts, shown.spec.from), end: nameOf(facts, shown.spec.to) };
  const all = [...nodes, shown.spec.from, ...(shown.spec.to === undefined ? [] : [shown.spec.to])];
  const arrives = made?.trace.allowed === true;
  return say(arrives ? 'meets' : 'misses', arrives ? 'leads' : 'stuck', all, said, { trace: shown.trace });
}
