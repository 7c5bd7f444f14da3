import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, type CloudFormationPart, defineTemplate, present, reference } from '../cloudformation';
import { boundaryPart, managedArns, policyParts, policyReaders, readIdentity } from '../identity-template';
import type { Props } from './props';

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  const { boundary, parts } = boundaryPart(id, props.permissionsBoundary);
  const keys: Record<string, CloudFormationPart> = {};
  for (let index = 0; index < props.accessKeys; index += 1) {
    keys[`AccessKey${index}`] = { Type: 'AWS::IAM::AccessKey', Properties: { UserName: reference(id) } };
  }
  return {
    Type: 'AWS::IAM::User',
    Properties: present({
      UserName: arnName(name),
      Groups: props.groups.length > 0 ? props.groups.map(reference) : undefined,
      ManagedPolicyArns: managedArns(props.managedPolicies),
      PermissionsBoundary: boundary,
    }),
    With: { ...parts, ...policyParts(id, 'User', props.policies), ...keys },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    'AWS::IAM::User': {
      name: 'UserName',
      props: (reading, context) => ({ ...readIdentity(reading, context), groups: reading.refs('Groups') }),
    },
  },
  parts: {
    ...policyReaders<Props>('User'),
    'AWS::IAM::UserToGroupAddition': {
      of: ['Users'],
      add: (reading, { props }) => {
        const group = reading.ref('GroupName');
        return { props: { groups: group === undefined ? props.groups : [...new Set([...props.groups, group])] } };
      },
    },
    'AWS::IAM::AccessKey': {
      of: ['UserName'],
      add: (_reading, { props }) => ({ props: { accessKeys: props.accessKeys + 1 } }),
    },
  },
});
