import type { NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  policyDocument,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export const TOPIC = 'AWS::SNS::Topic';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  const key =
    props.encryption === 'aws-managed'
      ? 'alias/aws/sns'
      : props.encryption === 'customer-managed' && props.kmsKey
        ? attribute(props.kmsKey, 'Arn')
        : undefined;
  return {
    Type: TOPIC,
    Properties: present({
      TopicName: node.name.replace(/[^\w-]+/g, '-') || 'unnamed',
      KmsMasterKeyId: key,
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
        const managed = /alias\/aws\/sns$/.test(reading.text('KmsMasterKeyId') ?? '');
        const subscriptions = reading.list('Subscription').map(readSubscription);
        return {
          encryption: managed ? 'aws-managed' : reading.has('KmsMasterKeyId') ? 'customer-managed' : undefined,
          kmsKey: managed ? undefined : reading.ref('KmsMasterKeyId'),
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
