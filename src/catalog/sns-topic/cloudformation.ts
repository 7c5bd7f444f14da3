import type { NodeOf } from '../../engine/facets';
import { attribute, policyDocument, present, reference, type CloudFormation } from '../cloudformation';
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
      TopicName: node.name,
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
