import { describe, expect, test } from 'vitest';
import { kind as iamRole } from '../../src/catalog/iam-role/kind';
import { kind as iamUser } from '../../src/catalog/iam-user/kind';
import { kind as kmsKey } from '../../src/catalog/kms-key/kind';
import { parsePolicy } from '../../src/engine/iam/parse';
import { draw, monthly } from './drawing';

const text = '{"Version":"2012-10-17","Statement":[]}';

describe('roles and users', () => {
  const drawn = draw({
    bare: { kind: iamRole, name: 'Fraud service' },
    full: {
      kind: iamRole,
      props: {
        trustPolicy: text,
        policies: [{ name: 'invoke', document: text }, {}],
        permissionsBoundary: text,
      },
    },
    user: { kind: iamUser, props: { accessKeys: 1, policies: [{ document: text }] } },
    tidy: { kind: iamUser },
  });
  test('a new role trusts nobody and may do nothing', () => {
    expect(drawn.ask('bare', 'principal')).toEqual({
      arn: 'arn:aws:iam::111122223333:role/Fraud-service',
      type: 'role',
      identity: [],
      longLivedKeys: false,
    });
    expect(drawn.ask('bare', 'resourcePolicy')).toEqual({ required: true, type: 'trust', actions: ['sts:AssumeRole'] });
  });
  test('a role names the place of each of its policies', () => {
    expect(drawn.ask('full', 'principal')).toMatchObject({
      identity: [
        { name: 'invoke', node: 'full', field: 'policies[0].document', text },
        { name: 'permissions', field: 'policies[1].document', text: '' },
      ],
      boundary: { field: 'permissionsBoundary', text },
      trust: { field: 'trustPolicy', text },
    });
    expect(drawn.ask('full', 'resourcePolicy')).toMatchObject({ policy: { field: 'trustPolicy' } });
  });
  test('a role is mainly there to be assumed', () => {
    expect(drawn.ask('bare', 'operations').map(({ action }) => action)).toEqual(['sts:AssumeRole', 'iam:PassRole']);
  });
  test('access keys of a user are long-lived', () => {
    expect(drawn.ask('user', 'principal')).toMatchObject({ type: 'user', longLivedKeys: true });
    expect(drawn.ask('tidy', 'principal')).toMatchObject({
      arn: 'arn:aws:iam::111122223333:user/tidy',
      longLivedKeys: false,
      identity: [],
    });
  });
});

describe('KMS keys', () => {
  const drawn = draw({
    fresh: { kind: kmsKey },
    other: { kind: kmsKey, props: { keyPolicy: text, enableKeyRotation: true, rotationPeriodInDays: 90 } },
    doomed: { kind: kmsKey, props: { pendingDeletion: true, pendingWindowInDays: 7 } },
    off: { kind: kmsKey, props: { enabled: false } },
  });
  test('the ARN is stable, unlike any other, and looks like a key id', () => {
    const shape =
      /^arn:aws:kms:us-east-1:111122223333:key\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(drawn.ask('fresh', 'arn')).toMatch(shape);
    expect(drawn.ask('fresh', 'arn')).toBe(draw({ fresh: { kind: kmsKey, name: 'renamed' } }).ask('fresh', 'arn'));
    const keys = Array.from({ length: 500 }, (_, index) => `kms-key-${index}`);
    const arns = keys.map((id) => draw({ [id]: { kind: kmsKey } }).ask(id, 'arn'));
    expect(new Set(arns).size).toBe(keys.length);
    for (const arn of arns) expect(arn).toMatch(shape);
  });
  test('an empty key policy means the default one, which parses', () => {
    const facet = drawn.ask('fresh', 'resourcePolicy');
    expect(facet).toMatchObject({ required: true, type: 'key' });
    expect(facet).not.toHaveProperty('policy');
    const parsed = parsePolicy(facet?.implied ?? '', { name: 'default' }, 'key');
    expect(parsed.issues).toEqual([]);
    expect(parsed.policy?.statements[0]).toMatchObject({ effect: 'Allow', action: ['kms:*'] });
    expect(drawn.ask('other', 'resourcePolicy')).toMatchObject({ policy: { node: 'other', field: 'keyPolicy', text } });
  });
  test('rotation is off by default, 365 days when switched on', () => {
    expect(drawn.ask('fresh', 'key')).toEqual({ enabled: true, rotates: false, rotationDays: 365 });
    expect(drawn.ask('other', 'key')).toMatchObject({ rotates: true, rotationDays: 90 });
    expect(kmsKey.complete({ rotationPeriodInDays: 30 }).issues).toHaveLength(1);
    expect(kmsKey.complete({ pendingWindowInDays: 31 }).issues).toHaveLength(1);
  });
  test('a key that waits for deletion says how long, costs nothing and stops its operations', () => {
    expect(drawn.ask('doomed', 'key')).toMatchObject({ deletesInDays: 7 });
    expect(monthly(drawn.ask('doomed', 'cost'))).toBe(0);
    expect(monthly(drawn.ask('fresh', 'cost'))).toBe(1);
    const main = (id: string) => drawn.ask(id, 'operations')[0];
    expect(main('fresh')).toMatchObject({ action: 'kms:Decrypt', service: 'kms' });
    expect(main('fresh')).not.toHaveProperty('keys');
    expect(main('doomed')?.keys).toEqual([
      { key: { type: 'customer-managed', node: 'doomed' }, actions: ['kms:Decrypt'] },
    ]);
    expect(main('off')?.keys).toHaveLength(1);
  });
});
