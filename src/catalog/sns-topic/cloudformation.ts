import type { NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  type CloudFormation,
  defineTemplate,
  policyDocument,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import { readKey, writtenKey } from '../key-template';
import type { Props } from './props';

export const TOPIC = 'AWS::SNS::Topic';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  return {
    Type: TOPIC,
    Properties: present({
      TopicName: node.name.replace(/[^\w-]+/g, '-') || 'unnamed',
      KmsMasterKeyId: writtenKey(props, 'sns'),
      Subscription:
        props.subscriptions.length > 0
          ? props.subscriptions.map(({ protocol, endpoint }) => ({ Protocol: protocol, Endpoint: endpoint }))
          : undefined,
    }),
    ...(props.policy.trim() !== '' && {
      With: {
        Policy: {
          Type: 'AWS::SNS::TopicPolicy',
          Properties: { Topics: [reference(node.id)], PolicyDocument: policyDocument(props.policy) },
        },
      },
    }),
  };
}

function readSubscription(reading: Reading): Json {
  return present({ protocol: reading.text('Protocol'), endpoint: reading.text('Endpoint') });
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  arn: 'TopicArn',
  nodes: {
    [TOPIC]: {
      name: 'TopicName',
      props(reading) {
        const subscriptions = reading.list('Subscription').map(readSubscription);
        return {
          ...readKey(reading, 'KmsMasterKeyId', 'sns'),
          subscriptions: subscriptions.length > 0 ? subscriptions : undefined,
        };
      },
    },
  },
  parts: {
    'AWS::SNS::TopicPolicy': {
      of: ['Topics'],
      add: (reading) => ({ props: { policy: reading.policy('PolicyDocument') } }),
    },
    'AWS::SNS::Subscription': {
      of: ['TopicArn'],
      add: (reading, { props }) => ({ props: { subscriptions: [...props.subscriptions, readSubscription(reading)] } }),
    },
  },
});
