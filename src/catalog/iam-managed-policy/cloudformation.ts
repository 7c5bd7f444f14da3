import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, defineTemplate, present, writtenDocument } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: present({
      ManagedPolicyName: arnName(name),
      PolicyDocument: writtenDocument(props.document),
    }),
  };
}

const HOLDERS = ['Roles', 'Users', 'Groups'];

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  arn: 'PolicyArn',
  nodes: {
    'AWS::IAM::ManagedPolicy': {
      // One that names its holders itself becomes a policy of theirs; one without a name is a part of something.
      when: (reading) => reading.has('ManagedPolicyName') && !HOLDERS.some((path) => reading.has(path)),
      name: 'ManagedPolicyName',
      props: (reading) => ({ document: reading.policy('PolicyDocument') }),
    },
  },
});
