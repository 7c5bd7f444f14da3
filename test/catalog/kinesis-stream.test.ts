import { describe, expect, test } from 'vitest';
import { cards } from '../../src/catalog/cards';
import { kind } from '../../src/catalog/kinesis-stream/kind';
import { linksBetween, refusal } from '../../src/game/legal';
import type { Diagram } from '../../src/model/diagram';
import { allow, complaints, key, meaning, outcome, role, type Sketch, type Statement } from './meaning';
import { SMALL_VPC } from './small-vpc';

const ARN = 'arn:aws:kinesis:us-east-1:111122223333:stream/stream';
const READS = ['DescribeStream', 'DescribeStreamSummary', 'ListShards', 'GetShardIterator', 'GetRecords'].map(
  (name) => `kinesis:${name}`,
);
const OWN = { encryption: 'customer-managed', kmsKey: 'key' };

/** A producer writes into the stream, a function reads it and invokes an endpoint. */
function pipeline(stream: Sketch[string]['props'], producer: readonly Statement[], consumer: readonly Statement[]) {
  return meaning({
    key: key(),
    stream: { kind: 'kinesis-stream', props: stream ?? {} },
    'producer-role': role('lambda.amazonaws.com', ...producer),
    producer: {
      kind: 'lambda-function',
      props: { role: 'producer-role', calls: [{ action: 'kinesis:PutRecord', target: 'stream' }] },
    },
    'consumer-role': role('lambda.amazonaws.com', ...consumer),
    consumer: { kind: 'lambda-function', props: { role: 'consumer-role', eventSources: [{ source: 'stream' }] } },
  });
}

describe('writing and reading', () => {
  const put = allow('kinesis:PutRecord', ARN);
  const read = allow(READS, ARN);
  test.each<[string, Sketch[string]['props'], readonly Statement[], readonly Statement[], string, string]>([
    ['unencrypted', {}, [put], [read], 'allowed', 'allowed'],
    ['with aws/kinesis nobody needs more', { encryption: 'aws-managed' }, [put], [read], 'allowed', 'allowed'],
    ['with your key both need it', OWN, [put], [read], 'iam.identity-silent', 'iam.identity-silent'],
    [
      'the producer makes data keys, the consumer decrypts',
      OWN,
      [put, allow('kms:GenerateDataKey')],
      [read, allow('kms:Decrypt')],
      'allowed',
      'allowed',
    ],
    [
      'not the other way round',
      OWN,
      [put, allow('kms:Decrypt')],
      [read, allow('kms:GenerateDataKey')],
      'iam.identity-near-action',
      'iam.identity-near-action',
    ],
    [
      'a policy may bind the key to the stream',
      OWN,
      [
        put,
        {
          ...allow('kms:GenerateDataKey'),
          Condition: {
            StringEquals: {
              'kms:ViaService': 'kinesis.us-east-1.amazonaws.com',
              'kms:EncryptionContext:aws:kinesis:arn': ARN,
            },
          },
        },
      ],
      [read],
      'allowed',
      'iam.identity-silent',
    ],
  ])('%s', (_, stream, producer, consumer, writes, reads) => {
    const facts = pipeline(stream, producer, consumer);
    expect(complaints(facts, 'stream')).toEqual([]);
    expect(outcome(facts, 'producer', 'kinesis:PutRecord')).toBe(writes);
    expect(outcome(facts, 'consumer', 'kinesis:GetRecords')).toBe(reads);
  });

  test('Lambda asks for five things before it reads, on its own network', () => {
    const asked = pipeline({}, [], [read]).requests.filter(({ spec }) => spec.from === 'consumer');
    expect(asked.map(({ action }) => action)).toEqual(READS);
    for (const { spec, trace } of asked) {
      expect(spec).toMatchObject({ purpose: 'setup', origin: { type: 'platform' } });
      expect(trace.allowed).toBe(true);
    }
  });
  test('records are data events, changing the stream is a management event', () => {
    const operations = pipeline({}, [], []).operationsOf('stream');
    const category = (action: string) => operations.find((one) => one.action === action)?.record?.category;
    expect(category('kinesis:PutRecord')).toBe('data');
    expect(category('kinesis:GetRecords')).toBe('data');
    expect(category('kinesis:StopStreamEncryption')).toBe('management');
    expect(category('kinesis:DescribeStream')).toBe('management');
  });
});

test('a producer in a closed VPC needs the endpoint kinesis-streams', () => {
  const producing = (more: Sketch) =>
    outcome(
      meaning({
        ...SMALL_VPC,
        stream: { kind: 'kinesis-stream' },
        role: role('ec2.amazonaws.com', allow('kinesis:PutRecord', ARN)),
        server: {
          kind: 'ec2-instance',
          in: 'a',
          props: { role: 'role', securityGroups: ['all'], calls: [{ action: 'kinesis:PutRecord', target: 'stream' }] },
        },
        ...more,
      }),
      'server',
      'kinesis:PutRecord',
    );
  const endpoint = (service: string): Sketch => ({
    endpoint: {
      kind: 'interface-endpoint',
      in: 'v',
      props: { service, subnets: ['a'], securityGroups: ['https'], privateDnsEnabled: true },
    },
  });
  expect(producing({})).toBe('network.no-route');
  expect(producing(endpoint('sagemaker.runtime'))).toBe('network.no-route');
  expect(producing(endpoint('kinesis-streams'))).toBe('allowed');
});

describe('drawing', () => {
  const place = (id: string, kindId: string) => ({ id, kind: kindId, name: id, position: { x: 0, y: 0 }, props: {} });
  const diagram: Diagram = {
    nodes: {
      stream: place('stream', 'kinesis-stream'),
      endpoint: place('endpoint', 'sagemaker-endpoint'),
      fn: place('fn', 'lambda-function'),
      bucket: place('bucket', 's3-bucket'),
    },
  };
  test('a stream onto an endpoint is refused with the lesson, from either side', () => {
    for (const [from, to] of [
      ['stream', 'endpoint'],
      ['endpoint', 'stream'],
    ] as const) {
      expect(refusal(diagram, cards, from, to)).toMatch(/A stream calls nobody.*Lambda function.*invokes the endpoint/);
    }
    expect(refusal(diagram, cards, 'stream', 'bucket')).toMatch(/consumer/);
  });
  test('a function reads it as an event source, or calls it', () => {
    expect(linksBetween(diagram, cards, 'stream', 'fn').map(({ from, link }) => `${from} ${link.label}`)).toEqual([
      'fn reads records from',
      'fn calls',
    ]);
  });
});

test('what AWS takes', () => {
  const issues = (props: object) => kind.complete(props).issues.map(({ field }) => field);
  expect(issues({ encryption: 'customer-managed' })).toEqual(['kmsKey']);
  expect(issues({ kmsKey: 'key' })).toEqual(['encryption']);
  expect(issues({ retentionHours: 12 })).toEqual(['retentionHours']);
  expect(issues({ retentionHours: 8760 })).toEqual([]);
});

test('records rest where the stream says', () => {
  const keys = (props: Sketch[string]['props']) =>
    meaning({ stream: { kind: 'kinesis-stream', props: props ?? {} } }).stores.map(({ store }) => store.key.type);
  expect(keys({})).toEqual(['none']);
  expect(keys({ encryption: 'aws-managed' })).toEqual(['aws-managed']);
  expect(keys(OWN)).toEqual(['customer-managed']);
});

test('a shard costs by the hour, an on-demand stream by the hour and by what it carries', () => {
  const cost = (props: Sketch[string]['props']) =>
    meaning({ stream: { kind: 'kinesis-stream', props: props ?? {} } }).cost.monthly;
  expect(cost({ mode: 'provisioned', shards: 2 })).toBeCloseTo(2 * 730 * 0.015);
  expect(cost({ gbPerMonth: 10 })).toBeCloseTo(730 * 0.04 + 10 * 0.12);
});
