import type { KeyChoice } from '../../engine/encryption/facets';
import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation } from '../api';
import { arnName } from '../arn';
import { CONSUMER_ACTIONS } from '../event-sources';
import { chosenKey } from '../keys';
import { STREAM } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { metrics, time } from './time';

type Stream = NodeOf<Props>;

/** Calls that CloudTrail records as data events; all others manage the stream. */
const DATA: ReadonlySet<string> = new Set(['PutRecord', 'PutRecords', 'GetRecords', 'GetShardIterator']);

function arnOf({ name }: Stream, { account }: FacetContext): string {
  return `arn:aws:kinesis:${account.region}:${account.id}:stream/${arnName(name)}`;
}

function keyOf(props: Props): KeyChoice {
  return chosenKey(props, 'kinesis');
}

/** "Permissions to use user-generated KMS keys": producers and consumers use the key, through Kinesis. */
function keyUse(node: Stream, action: string, context: FacetContext): readonly KeyUse[] {
  return [
    {
      key: keyOf(node.props),
      actions: [action],
      viaService: `kinesis.${context.account.region}.amazonaws.com`,
      context: { 'kms:EncryptionContext:aws:kinesis:arn': [arnOf(node, context)] },
    },
  ];
}

function operations(node: Stream, context: FacetContext): readonly Operation[] {
  const resource = arnOf(node, context);
  const api = { prefix: 'kinesis', service: 'kinesis-streams', resourceType: STREAM, resource } as const;
  const one = (name: string, keys: readonly KeyUse[] = []) =>
    apiOperation(api, name, { category: DATA.has(name) ? 'data' : 'management', keys });
  const writing = keyUse(node, 'kms:GenerateDataKey', context);
  return [
    one('PutRecord', writing),
    one('PutRecords', writing),
    ...CONSUMER_ACTIONS.map((action) => action.slice('kinesis:'.length)).map((name) =>
      one(name, name === 'GetRecords' ? keyUse(node, 'kms:Decrypt', context) : []),
    ),
    ...['DecreaseStreamRetentionPeriod', 'StopStreamEncryption', 'DeleteStream'].map((name) => one(name)),
  ];
}

export const facets: Facets<Props> = {
  arn: arnOf,
  operations,
  stores: ({ props }) => [{ id: 'records', label: 'Records', field: 'encryption', key: keyOf(props), used: true }],
  metrics,
  time,
  cost,
};
