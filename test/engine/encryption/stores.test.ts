import { describe, expect, test } from 'vitest';
import type { KeyChoice, Store } from '../../../src/engine/encryption/facets';
import { meaning, type Sketch } from '../../catalog/meaning';
import { factsOfAnswers } from '../fake';

const store = (id: string, key: KeyChoice): Store => ({ id, label: id, field: 'kmsKey', key, used: true });

test('every store of every node, in the order of the nodes', () => {
  const none: KeyChoice = { type: 'none' };
  const managed: KeyChoice = { type: 'aws-managed', alias: 'aws/sns' };
  const { stores } = factsOfAnswers({
    b: { stores: [store('objects', none), store('capture', managed)] },
    c: {},
    a: { stores: [store('logs', managed)] },
  });
  expect(stores.map(({ node, store: found }) => `${node}/${found.id}`)).toEqual(['a/logs', 'b/objects', 'b/capture']);
});

test('keys are known by their nodes, with what they say', () => {
  const facet = { enabled: true, deletesInDays: 7, rotates: false, rotationDays: 365 };
  const { keys } = factsOfAnswers({ k: { key: facet }, other: { key: undefined }, none: {} });
  expect([...keys]).toEqual([['k', facet]]);
});

/** Which key protects what, with the real kinds. */
describe('what rests under which key', () => {
  const all: Sketch = {
    key: { kind: 'kms-key' },
    plain: { kind: 's3-bucket' },
    own: { kind: 's3-bucket', props: { encryption: 'sse-kms', kmsKey: 'key' } },
    managed: { kind: 's3-bucket', props: { encryption: 'sse-kms-aws-managed' } },
    topic: { kind: 'sns-topic' },
    logs: { kind: 'log-group' },
    sealed: { kind: 'log-group', props: { kmsKey: 'key' } },
    trail: { kind: 'cloudtrail-trail', props: { bucket: 'plain', kmsKey: 'key' } },
    notebook: { kind: 'sagemaker-notebook', props: { kmsKey: 'key' } },
  };
  const { stores, keys } = meaning(all);
  test.each([
    // Amazon S3 user guide, "Default encryption": SSE-S3 unless something else is chosen.
    ['plain', 'objects', 'aws-owned'],
    ['own', 'objects', 'customer-managed'],
    ['managed', 'objects', 'aws-managed'],
    // Amazon SNS developer guide, "Securing Amazon SNS data": no KMS key unless one is set.
    ['topic', 'messages', 'none'],
    // CloudWatch Logs user guide: always encrypted with a key of the service, unless a key is associated.
    ['logs', 'logs', 'aws-owned'],
    ['sealed', 'logs', 'customer-managed'],
    ['trail', 'logs', 'customer-managed'],
    ['notebook', 'volume', 'customer-managed'],
  ])('%s: %s under a key that is %s', (node, id, type) => {
    expect(stores.find((one) => one.node === node && one.store.id === id)?.store.key.type).toBe(type);
  });
  test('each customer managed key is a key of the drawing', () => {
    const named = stores.flatMap(({ store: { key } }) => (key.type === 'customer-managed' ? [key.node] : []));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((node) => !keys.has(node))).toEqual([]);
  });
});
