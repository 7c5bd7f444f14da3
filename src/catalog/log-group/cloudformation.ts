import type { NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, present } from '../cloudformation';
import type { Props } from './props';

export const LOG_GROUP = 'AWS::Logs::LogGroup';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { retentionDays, kmsKey } = node.props;
  return {
    Type: LOG_GROUP,
    Properties: present({
      LogGroupName: node.name.replace(/[^.\-_/#A-Za-z0-9]+/g, '-') || 'unnamed',
      RetentionInDays: retentionDays,
      KmsKeyId: kmsKey ? attribute(kmsKey, 'Arn') : undefined,
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [LOG_GROUP]: {
      name: 'LogGroupName',
      props: (reading) => ({
        retentionDays: reading.number('RetentionInDays'),
        kmsKey: reading.ref('KmsKeyId'),
      }),
    },
  },
});
