import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { boundaryPolicy, type CloudFormation, inlinePolicies, policyDocument, present } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  const { reference, resource } = boundaryPolicy(id, props.permissionsBoundary);
  return {
    Type: 'AWS::IAM::Role',
    Properties: present({
      RoleName: arnName(name),
      AssumeRolePolicyDocument: policyDocument(props.trustPolicy),
      Policies: inlinePolicies(props.policies),
      PermissionsBoundary: reference,
      MaxSessionDuration: props.maxSessionDurationSeconds,
    }),
    ...(resource && { With: { Boundary: resource } }),
  };
}
