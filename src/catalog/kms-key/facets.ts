import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Operation } from '../../engine/request/facets';
import type { Account } from '../../model/account';
import { apiOperation } from '../api';
import { writtenPolicy } from '../policies';
import { TYPE } from './cloudformation';
import { cost } from './cost';
import { defaultKeyPolicy } from './default-policy';
import { keyId } from './key-id';
import type { Props } from './props';
import { time } from './time';

const ACTIONS = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:CreateGrant',
] as const;

/** They change the key itself: its state does not stop them. */
const CONTROL = [
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:ScheduleKeyDeletion',
  'kms:CancelKeyDeletion',
  'kms:PutKeyPolicy',
] as const;

function arn({ id }: { readonly id: string }, { account }: { readonly account: Account }): string {
  return `arn:aws:kms:${account.region}:${account.id}:key/${keyId(id)}`;
}

function usable({ enabled, pendingDeletion }: Props): boolean {
  return enabled && !pendingDeletion;
}

/** The key's state is asked only where it stops the call: a usable key is judged by its policy alone. */
function operation(node: NodeOf<Props>, action: string, context: FacetContext): Operation {
  const stops = !CONTROL.some((one) => one === action) && !usable(node.props);
  return apiOperation(
    { prefix: 'kms', resourceType: TYPE, resource: arn(node, context) },
    action.slice('kms:'.length),
    stops ? { keys: [{ key: { type: 'customer-managed', node: node.id }, actions: [action] }] } : {},
  );
}

export const facets: Facets<Props> = {
  time,
  arn,
  cost,
  resourcePolicy(node, { account }) {
    const policy = writtenPolicy(node, 'key policy', 'keyPolicy', node.props.keyPolicy);
    return {
      ...(policy && { policy }),
      implied: JSON.stringify(defaultKeyPolicy(account.id)),
      required: true,
      type: 'key',
    };
  },
  key: ({ props }) => ({
    enabled: props.enabled,
    ...(props.pendingDeletion && { deletesInDays: props.pendingWindowInDays }),
    rotates: props.enableKeyRotation,
    rotationDays: props.rotationPeriodInDays,
  }),
  operations: (node, context) => [...ACTIONS, ...CONTROL].map((action) => operation(node, action, context)),
};
