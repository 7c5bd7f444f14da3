import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  policyDocument,
  present,
  type Reading,
} from '../cloudformation';
import { readKey } from '../key-template';
import type { Props } from './props';

export const TABLE = 'AWS::DynamoDB::Table';
const RECOVERY = 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled';

/** What the items look like is not drawn: one text as the key stands for the player's own. */
const KEY = 'id';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: TABLE,
    Properties: present({
      TableName: arnName(name),
      AttributeDefinitions: [{ AttributeName: KEY, AttributeType: 'S' }],
      KeySchema: [{ AttributeName: KEY, KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification:
        props.encryption === 'aws-owned'
          ? undefined
          : present({
              SSEEnabled: true,
              SSEType: 'KMS',
              KMSMasterKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
            }),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: props.pointInTimeRecovery },
      DeletionProtectionEnabled: props.deletionProtection,
      ResourcePolicy: props.policy.trim() === '' ? undefined : { PolicyDocument: policyDocument(props.policy) },
    }),
  };
}

function readEncryption(reading: Reading) {
  if (reading.flag('SSESpecification.SSEEnabled') !== true) return {};
  reading.text('SSESpecification.SSEType');
  return { encryption: 'aws-managed', ...readKey(reading, 'SSESpecification.KMSMasterKeyId', 'dynamodb') };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [TABLE]: {
      name: 'TableName',
      props(reading) {
        for (const path of ['AttributeDefinitions', 'KeySchema', 'BillingMode'])
          reading.skip(path, 'What the items look like is not simulated.');
        return {
          ...readEncryption(reading),
          pointInTimeRecovery: reading.flag(RECOVERY),
          deletionProtection: reading.flag('DeletionProtectionEnabled'),
          policy: reading.policy('ResourcePolicy.PolicyDocument'),
        };
      },
    },
  },
});
