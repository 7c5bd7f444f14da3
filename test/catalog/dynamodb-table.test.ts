import { describe, expect, test } from 'vitest';
import { kind } from '../../src/catalog/dynamodb-table/kind';
import { allow, key, meaning, outcome, policy, role, type Sketch, type Statement } from './meaning';
import { SMALL_VPC } from './small-vpc';

const ARN = 'arn:aws:dynamodb:us-east-1:111122223333:table/table';
const OWN = { encryption: 'customer-managed', kmsKey: 'key' };

function client(table: Sketch[string]['props'], statements: readonly Statement[], more: Sketch = {}) {
  return meaning({
    ...SMALL_VPC,
    key: key(),
    table: { kind: 'dynamodb-table', props: table ?? {} },
    role: role('ec2.amazonaws.com', ...statements),
    server: {
      kind: 'ec2-instance',
      in: 'a',
      props: {
        role: 'role',
        securityGroups: ['all'],
        calls: [
          { action: 'dynamodb:GetItem', target: 'table' },
          { action: 'dynamodb:PutItem', target: 'table' },
        ],
      },
    },
    ...more,
  });
}
const gateway = (service: string, routeTable = 'main', text?: string): Sketch => ({
  gateway: {
    kind: 'gateway-endpoint',
    in: 'v',
    props: { service, routeTables: [routeTable], ...(text !== undefined && { policy: text }) },
  },
});
const items = allow(['dynamodb:GetItem', 'dynamodb:PutItem'], ARN);

describe('the way there', () => {
  test.each<[string, Sketch, string]>([
    ['no endpoint, no way', {}, 'network.no-route'],
    ['a gateway endpoint for S3 is of no use', gateway('s3'), 'network.no-route'],
    ['a gateway endpoint for DynamoDB', gateway('dynamodb'), 'allowed'],
    [
      'in another route table',
      { other: { kind: 'route-table', in: 'v' }, ...gateway('dynamodb', 'other') },
      'network.endpoint-not-in-table',
    ],
    [
      'its policy filters',
      gateway('dynamodb', 'main', policy({ Effect: 'Allow', Principal: '*', Action: 'dynamodb:Query', Resource: '*' })),
      'iam.endpoint-near-action',
    ],
  ])('%s', (_, more, expected) =>
    expect(outcome(client({}, [items], more), 'server', 'dynamodb:GetItem')).toBe(expected),
  );
});

describe('keys', () => {
  const asking = (table: Sketch[string]['props'], ...statements: readonly Statement[]) => {
    const facts = client(table, [items, ...statements], gateway('dynamodb'));
    return ['dynamodb:GetItem', 'dynamodb:PutItem'].map((action) => outcome(facts, 'server', action));
  };
  test('owned by DynamoDB or managed by AWS: IAM on the table is enough', () => {
    expect(asking({})).toEqual(['allowed', 'allowed']);
    expect(asking({ encryption: 'aws-managed' })).toEqual(['allowed', 'allowed']);
  });
  test('your own: reading and writing need kms:Decrypt', () => {
    expect(asking(OWN)).toEqual(['iam.identity-silent', 'iam.identity-silent']);
    expect(asking(OWN, allow('kms:GenerateDataKey'))[1]).toBe('iam.identity-near-action');
    expect(asking(OWN, allow('kms:Decrypt'))).toEqual(['allowed', 'allowed']);
  });
  test('which may be bound to DynamoDB and to one table', () => {
    const bound = (service: string, name: string) => ({
      ...allow('kms:Decrypt'),
      Condition: {
        StringEquals: {
          'kms:ViaService': `${service}.us-east-1.amazonaws.com`,
          'kms:EncryptionContext:aws:dynamodb:tableName': name,
        },
      },
    });
    expect(asking(OWN, bound('dynamodb', 'table'))).toEqual(['allowed', 'allowed']);
    expect(asking(OWN, bound('s3', 'table'))[0]).not.toBe('allowed');
    expect(asking(OWN, bound('dynamodb', 'other'))[0]).not.toBe('allowed');
  });
  test('what rests where', () => {
    const keyOf = (props: Sketch[string]['props']) =>
      client(props, []).stores.find(({ node }) => node === 'table')?.store.key;
    expect(keyOf({})).toMatchObject({ type: 'aws-owned' });
    expect(keyOf({ encryption: 'aws-managed' })).toEqual({ type: 'aws-managed', alias: 'aws/dynamodb' });
    expect(keyOf(OWN)).toEqual({ type: 'customer-managed', node: 'key' });
  });
});

test('a resource-based policy can keep a role out that IAM lets in', () => {
  const denied = policy({ Effect: 'Deny', Principal: '*', Action: 'dynamodb:PutItem', Resource: ARN });
  const facts = client({ policy: denied }, [items], gateway('dynamodb'));
  expect(outcome(facts, 'server', 'dynamodb:GetItem')).toBe('allowed');
  expect(outcome(facts, 'server', 'dynamodb:PutItem')).toBe('iam.explicit-deny');
});

test('with deletion protection nobody can delete it', () => {
  const can = (props: Sketch[string]['props']) =>
    client(props, [])
      .operationsOf('table')
      .some(({ action }) => action === 'dynamodb:DeleteTable');
  expect(can({})).toBe(true);
  expect(can({ deletionProtection: true })).toBe(false);
});

test('key and choice go together', () => {
  const issues = (props: object) => kind.complete(props).issues.map(({ field }) => field);
  expect(issues({ encryption: 'customer-managed' })).toEqual(['kmsKey']);
  expect(issues({ kmsKey: 'key' })).toEqual(['encryption']);
  expect(issues(OWN)).toEqual([]);
});
