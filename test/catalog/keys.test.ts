import { describe, expect, test } from 'vitest';
import { kind as table } from '../../src/catalog/dynamodb-table/kind';
import { template as tableTemplate } from '../../src/catalog/dynamodb-table/cloudformation';
import { kind as stream } from '../../src/catalog/kinesis-stream/kind';
import { template as streamTemplate } from '../../src/catalog/kinesis-stream/cloudformation';
import { kind as kmsKey } from '../../src/catalog/kms-key/kind';
import { kind as topic } from '../../src/catalog/sns-topic/kind';
import { template as topicTemplate } from '../../src/catalog/sns-topic/cloudformation';
import { draw } from './drawing';

const own = { encryption: 'customer-managed', kmsKey: 'key' };
const unnamed = { encryption: 'customer-managed' };
const managed = { encryption: 'aws-managed' };
const drawn = draw({
  key: { kind: kmsKey },
  ...Object.fromEntries(
    Object.entries({ table, stream, topic }).flatMap(([name, kind]) => [
      [`${name} own`, { kind, props: own }],
      [`${name} unnamed`, { kind, props: unnamed }],
      [`${name} managed`, { kind, props: managed }],
    ]),
  ),
});

const keyOf = (id: string) => {
  const key = drawn.ask(id, 'stores')?.[0]?.key;
  return key?.type === 'aws-managed' ? key.alias : key?.type === 'customer-managed' ? key.node : key?.type;
};

describe('the key of a store', () => {
  test.each([
    ['table own', 'key'],
    ['table managed', 'aws/dynamodb'],
    ['stream own', 'key'],
    ['stream managed', 'aws/kinesis'],
    ['topic own', 'key'],
    ['topic managed', 'aws/sns'],
  ])('%s: %s', (id, expected) => expect(keyOf(id)).toBe(expected));

  // DynamoDB falls back to its AWS managed key; Kinesis and SNS encrypt nothing without the name of a key.
  test.each([
    ['table unnamed', tableTemplate, 'aws/dynamodb', { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } }],
    ['stream unnamed', streamTemplate, 'none', { StreamEncryption: undefined }],
    ['topic unnamed', topicTemplate, 'none', { KmsMasterKeyId: undefined }],
  ])('%s: %s, and the template says the same', (id, template, expected, written) => {
    expect(keyOf(id)).toBe(expected);
    const properties = template.write(drawn.node(id), drawn.context)?.Properties;
    for (const [name, value] of Object.entries(written)) expect(properties?.[name]).toEqual(value);
  });
});
