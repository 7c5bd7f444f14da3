import * as z from 'zod/mini';
import type { Facts } from '../engine/facts';
import type { NodeId } from '../model/diagram';
import { CALL_EXAMPLES } from './call-examples';
import { defineCheck } from './define';
import { example, policy, trusts } from './example';
import { findings } from './finding';
import { Action, callsOf, nameOf } from './subjects';

const say = findings('callers-sign-alone');

const asks = { calls: [{ action: '', target: 'scores' }] };
const allowed = [{ name: 'work', document: policy({ Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' }) }];
const role = (service: string) => ['iam-role', { trustPolicy: trusts(service), policies: allowed }] as const;
const INVOKE = { action: 'sagemaker:InvokeEndpoint' };

export const check = defineCheck({
  id: 'callers-sign-alone',
  title: 'Each caller signs with an identity of its own',
  help: 'Looks at who signs the call, and at everybody else who could sign with the same role or user. A record names the identity. Where two share it, the name leads to both, and each may do what the other needs.',
  params: z.strictObject({ action: Action }),
  words: {
    alone: '{from} signs as {who}, and nobody else does.',
    shared: '{from} signs as {who}, and so does {other}: a record of that name leads to both.',
    unsigned: '{from} signs as nobody.',
  },
  examples: {
    meets: [CALL_EXAMPLES.works],
    misses: [
      example(
        'Two people with the same user',
        {
          scores: ['sagemaker-endpoint'],
          ada: ['person', { user: 'user', ...asks }],
          bob: ['person', { user: 'user' }],
          user: ['iam-user', { accessKeys: 1, policies: allowed }],
        },
        INVOKE,
      ),
      example(
        'A function with the role of a person',
        {
          scores: ['sagemaker-endpoint'],
          work: ['lambda-function', { role: 'role', ...asks }],
          ada: ['person', { role: 'role' }],
          role: role('lambda.amazonaws.com'),
        },
        INVOKE,
      ),
      example('Nobody to sign as', { scores: ['sagemaker-endpoint'], ada: ['person', { ...asks }] }, INVOKE),
    ],
    silent: [CALL_EXAMPLES.noCall],
  },
  run: (facts, { action }) =>
    callsOf(facts, action).map(({ spec: { from, signer } }) => {
      const who = signer.type === 'identity' ? signer.node : undefined;
      const values = { from: nameOf(facts, from), who: nameOf(facts, who) };
      if (who === undefined) return say('misses', 'unsigned', [from], values);
      const [other] = signersAs(facts, who).filter((one) => one !== from);
      if (other === undefined) return say('meets', 'alone', [from, who], values);
      return say('misses', 'shared', [from, other, who], { ...values, other: nameOf(facts, other) });
    }),
});

/** Everybody who signs requests with the identity, or could: whoever controls the node holds its credentials. */
function signersAs(facts: Facts, identity: NodeId): readonly NodeId[] {
  const signs = (signer: { readonly type: string; readonly node?: NodeId | undefined } | undefined) =>
    signer?.type === 'identity' && signer.node === identity;
  const asked = facts.requests.filter(({ spec }) => spec.purpose === 'call' && signs(spec.signer));
  const able = facts.nodes.filter(({ id }) => id !== identity && signs(facts.timeOf(id)?.wields?.signer));
  return [...new Set([...asked.map(({ spec }) => spec.from), ...able.map(({ id }) => id)])];
}
