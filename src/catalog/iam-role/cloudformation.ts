import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, defineTemplate, policyDocument, present } from '../cloudformation';
import { boundaryPart, managedArns, policyParts, policyReaders, readIdentity } from '../identity-template';
import type { Props } from './props';

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  const { boundary, parts } = boundaryPart(id, props.permissionsBoundary);
  return {
    Type: 'AWS::IAM::Role',
    Properties: present({
      RoleName: arnName(name),
      AssumeRolePolicyDocument: policyDocument(props.trustPolicy),
      ManagedPolicyArns: managedArns(props.managedPolicies),
      PermissionsBoundary: boundary,
      MaxSessionDuration: props.maxSessionDurationSeconds,
    }),
    With: { ...parts, ...policyParts(id, 'Role', props.policies) },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    'AWS::IAM::Role': {
      name: 'RoleName',
      props: (reading, context) => ({
        ...readIdentity(reading, context),
        trustPolicy: reading.policy('AssumeRolePolicyDocument'),
        maxSessionDurationSeconds: reading.number('MaxSessionDuration'),
      }),
    },
  },
  parts: policyReaders<Props>('Role'),
});
