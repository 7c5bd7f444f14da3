import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { KeyChoice } from '../../engine/encryption/facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation, apiOperations } from '../api';
import { arnName } from '../arn';
import { chosenKey } from '../keys';
import { writtenPolicy } from '../policies';
import { TOPIC } from './cloudformation';
import { cost } from './cost';
import { defaultPolicy } from './default-policy';
import type { Props } from './props';
import { isMachine, time } from './time';

type Topic = NodeOf<Props>;

function arnOf(node: Topic, { account }: FacetContext): string {
  return `arn:aws:sns:${account.region}:${account.id}:${arnName(node.name)}`;
}

function keyOf(props: Props): KeyChoice {
  return chosenKey(props, 'sns');
}

/** The publisher itself must be able to use the key: a role, or the service that publishes in its own name. */
function keyUses(node: Topic, context: FacetContext): readonly KeyUse[] {
  const key = keyOf(node.props);
  if (key.type === 'none') return [];
  return [
    {
      key,
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      viaService: `sns.${context.account.region}.amazonaws.com`,
      context: { 'kms:EncryptionContext:aws:sns:topicArn': [arnOf(node, context)] },
    },
  ];
}

function operations(node: Topic, context: FacetContext): readonly Operation[] {
  const api = { prefix: 'sns', resourceType: TOPIC, resource: arnOf(node, context) };
  return [
    apiOperation(api, 'Publish', { category: 'data', keys: keyUses(node, context) }),
    ...apiOperations(api, ['Subscribe', 'SetTopicAttributes', 'DeleteTopic']),
  ];
}

export const facets: Facets<Props> = {
  time,
  arn: arnOf,
  resourcePolicy: (node, context) => {
    const policy = writtenPolicy(node, 'topic policy', 'policy', node.props.policy);
    return {
      ...(policy && { policy }),
      implied: defaultPolicy(arnOf(node, context), context.account.id),
      required: false,
    };
  },
  operations,
  stores: (node) => [{ id: 'messages', label: 'Messages', field: 'encryption', key: keyOf(node.props), used: true }],
  topic: ({ props }) => ({
    subscriptions: props.subscriptions.map((one, index) => ({
      ...one,
      ...(isMachine(one) && { machine: true }),
      field: `subscriptions[${index}]`,
    })),
  }),
  cost,
};
