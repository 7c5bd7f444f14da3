import type { NodeOf } from '../../engine/facets';
import { attribute, present, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const LOG_GROUP = 'AWS::Logs::LogGroup';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { retentionDays, kmsKey } = node.props;
  return {
    Type: LOG_GROUP,
    Properties: present({
      LogGroupName: node.name,
      RetentionInDays: retentionDays,
      KmsKeyId: kmsKey ? attribute(kmsKey, 'Arn') : undefined,
    }),
  };
}
