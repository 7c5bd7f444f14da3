import * as z from 'zod/mini';
import type { Facts } from '../engine/facts';
import { accountOf } from '../engine/accounts';
import { authorise } from '../engine/iam/authorise';
import { externalAccess } from '../engine/iam/external';
import { rcpsOf, scpsOf } from '../engine/iam/organization';
import type { NodeId } from '../model/diagram';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('keys-under-control');
/** Whoever may change the policy of a key may give anybody back what is missing. */
const CHANGE = 'kms:PutKeyPolicy';

const keyFor = (principal: Parameters<typeof policy>[0]['Principal'], action: string) =>
  [
    'kms-key',
    { keyPolicy: policy({ Effect: 'Allow', Principal: principal ?? null, Action: action, Resource: '*' }) },
  ] as const;

export const check = defineCheck({
  id: 'keys-under-control',
  title: 'Each key answers to the account, and to nobody outside',
  help: 'A key policy decides alone. Without a statement for the account, or for a role or user of it that may change the policy, nobody can manage the key any more. With a statement that lets in somebody outside the account, the key controls nothing.',
  params: z.strictObject({}),
  words: {
    kept: '{key}: {who} can change the key policy, and nobody outside the account gets in.',
    locked: '{key}: nobody in the account can change the key policy.',
    open: '{key} lets in {who} from outside the account ({action}).',
  },
  examples: {
    meets: [
      example('The default key policy', { key: ['kms-key'] }),
      example('A role that may change it', {
        key: keyFor({ AWS: 'arn:aws:iam::111122223333:role/officer' }, 'kms:Put*'),
        officer: ['iam-role'],
      }),
    ],
    misses: [
      example('Only use, and only by one role', {
        key: keyFor({ AWS: 'arn:aws:iam::111122223333:role/reader' }, 'kms:Decrypt'),
        reader: ['iam-role'],
      }),
      example('Everybody', { key: keyFor('*', 'kms:*') }),
      example('A stranger', { key: keyFor({ AWS: 'arn:aws:iam::999988887777:root' }, 'kms:*') }),
    ],
    silent: [example('No key', { data: ['s3-bucket'] })],
  },
  run: (facts) =>
    [...facts.keys.keys()].map((id) => {
      const found = facts.resourcePolicyOf(id);
      const fields = [{ node: id, field: found?.facet.policy?.field ?? 'keyPolicy' }];
      const key = nameOf(facts, id);
      const outside = found && externalAccess(id, found, facts.operationsOf(id), accountOf(id, facts))[0];
      if (outside) {
        return say('misses', 'open', [id], { key, who: outside.who, action: outside.actions[0] ?? '' }, { fields });
      }
      const who = managerOf(facts, id);
      if (who === undefined) return say('misses', 'locked', [id], { key }, { fields });
      return say('meets', 'kept', [id], { key, who }, { fields });
    }),
});

/** The account itself, or the first role or user of the drawing that may. */
function managerOf(facts: Facts, key: NodeId): string | undefined {
  const account = accountOf(key, facts);
  const policy = facts.resourcePolicyOf(key)?.policy;
  const root = authorise(
    {
      caller: { type: 'root', arn: `arn:aws:iam::${account.id}:root`, account: account.id },
      action: CHANGE,
      resource: facts.arn(key) ?? '*',
      resourceAccount: account.id,
      context: {},
    },
    {
      identity: [],
      scps: scpsOf(account),
      rcps: rcpsOf(account, CHANGE),
      resourceRequired: true,
      ...(policy && { resource: policy }),
    },
  );
  if (root.verdict === 'Allowed') return 'the account';
  const one = [...facts.principals.keys()].find(
    (node) =>
      facts.walk({
        id: `${node}/${CHANGE}/${key}`,
        from: node,
        signer: { type: 'identity', node },
        origin: { type: 'platform' },
        action: CHANGE,
        to: key,
        purpose: 'call',
        title: 'changes the key policy',
      }).trace.allowed,
  );
  return one === undefined ? undefined : nameOf(facts, one);
}
