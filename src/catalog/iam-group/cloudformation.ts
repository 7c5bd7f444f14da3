import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, defineTemplate, present } from '../cloudformation';
import { managedArns, policyParts, policyReaders, readCarrier } from '../identity-template';
import type { Props } from './props';

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: 'AWS::IAM::Group',
    Properties: present({ GroupName: arnName(name), ManagedPolicyArns: managedArns(props.managedPolicies) }),
    With: policyParts(id, 'Group', props.policies),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: { 'AWS::IAM::Group': { name: 'GroupName', props: readCarrier } },
  parts: policyReaders<Props>('Group'),
});
