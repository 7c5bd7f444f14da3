import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import {
  boundaryPolicy,
  type CloudFormation,
  type CloudFormationResource,
  inlinePolicies,
  present,
  reference as refer,
} from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  const { reference, resource } = boundaryPolicy(id, props.permissionsBoundary);
  const parts: Record<string, CloudFormationResource> = resource ? { Boundary: resource } : {};
  for (let index = 0; index < props.accessKeys; index += 1) {
    parts[`AccessKey${index}`] = { Type: 'AWS::IAM::AccessKey', Properties: { UserName: refer(id) } };
  }
  return {
    Type: 'AWS::IAM::User',
    Properties: present({
      UserName: arnName(name),
      Policies: inlinePolicies(props.policies),
      PermissionsBoundary: reference,
    }),
    With: parts,
  };
}
