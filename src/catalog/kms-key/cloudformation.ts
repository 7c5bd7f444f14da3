import type { FacetContext, NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, policyDocument, present, reference } from '../cloudformation';
import { defaultKeyPolicy } from './default-policy';
import type { Props } from './props';

export const TYPE = 'AWS::KMS::Key';

export function cloudFormation({ id, name, props }: NodeOf<Props>, { account }: FacetContext): CloudFormation {
  return {
    Type: TYPE,
    Properties: present({
      KeyPolicy: props.keyPolicy.trim() === '' ? defaultKeyPolicy(account.id) : policyDocument(props.keyPolicy),
      Enabled: props.enabled,
      EnableKeyRotation: props.enableKeyRotation,
      RotationPeriodInDays: props.enableKeyRotation ? props.rotationPeriodInDays : undefined,
      PendingWindowInDays: props.pendingWindowInDays,
    }),
    With: {
      Alias: {
        Type: 'AWS::KMS::Alias',
        Properties: { AliasName: `alias/${arnName(name)}`, TargetKeyId: reference(id) },
      },
    },
  };
}
