import type { KeyChoice } from '../../engine/encryption/facets';
import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation, apiOperations, guardedActions } from '../api';
import { arnName } from '../arn';
import { chosenKey, managedKey } from '../keys';
import { writtenPolicy } from '../policies';
import { TABLE } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type Table = NodeOf<Props>;

const ITEMS = ['GetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'] as const;

function arnOf({ name }: Table, { account }: FacetContext): string {
  return `arn:aws:dynamodb:${account.region}:${account.id}:table/${arnName(name)}`;
}

function keyOf(props: Props): KeyChoice {
  const otherwise: KeyChoice = { type: 'aws-owned', label: 'a key that DynamoDB owns' };
  return chosenKey(props, 'dynamodb', { otherwise, unnamed: managedKey('dynamodb') });
}

/**
 * "DynamoDB encryption at rest": reading and writing both need the table key, which DynamoDB has KMS decrypt on behalf
 * of the caller.
 */
function tableKey(node: Table, actions: readonly string[], { account }: FacetContext): readonly KeyUse[] {
  return [
    {
      key: keyOf(node.props),
      actions,
      viaService: `dynamodb.${account.region}.amazonaws.com`,
      context: {
        'kms:EncryptionContext:aws:dynamodb:tableName': [arnName(node.name)],
        'kms:EncryptionContext:aws:dynamodb:subscriberId': [account.id],
      },
    },
  ];
}

function operations(node: Table, context: FacetContext): readonly Operation[] {
  const api = {
    prefix: 'dynamodb',
    resourceType: TABLE,
    resource: arnOf(node, context),
  } as const;
  const keys = tableKey(node, ['kms:Decrypt'], context);
  return [
    ...ITEMS.map((name) => apiOperation(api, name, { category: 'data', keys })),
    apiOperation(api, 'CreateTable', { keys: tableKey(node, ['kms:DescribeKey', 'kms:CreateGrant'], context) }),
    ...apiOperations(api, ['UpdateContinuousBackups', 'PutResourcePolicy']),
    ...(node.props.deletionProtection ? [] : [apiOperation(api, 'DeleteTable')]),
  ];
}

export const facets: Facets<Props> = {
  arn: arnOf,
  resourcePolicy: (node, context) => {
    const policy = writtenPolicy(node, 'resource-based policy', 'policy', node.props.policy);
    return { ...(policy && { policy }), required: false, actions: guardedActions(operations(node, context)) };
  },
  operations,
  stores: ({ props }) => [{ id: 'items', label: 'Items', field: 'encryption', key: keyOf(props), used: true }],
  time,
  cost,
};
