import { describe, expect, it } from 'vitest';
import type { PolicyType } from '../../src/engine/iam/contract';
import { parsePolicy } from '../../src/engine/iam/parse';
import { addStatements } from '../../src/panels/inspector/editor-text';
import { templatesFor } from '../../src/panels/inspector/policy-templates';

const ACCOUNT = '111122223333';
const TYPES: readonly PolicyType[] = ['identity', 'resource', 'trust', 'endpoint', 'scp', 'key'];
const all = TYPES.flatMap((type) =>
  [undefined, 'arn:aws:s3:::cards', `arn:aws:sns:us-east-1:${ACCOUNT}:team`].flatMap((self) =>
    templatesFor({ account: ACCOUNT, type, ...(self ? { self } : {}) }).map((template) => ({
      name: `${type} ${template.id} ${self ?? ''}`,
      type,
      template,
    })),
  ),
);

describe.each(all)('$name', ({ type, template }) => {
  it('is a document that AWS would accept there', () => {
    const { policy, issues } = parsePolicy(template.text, { name: 'template' }, type);
    expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(policy?.statements.length).toBeGreaterThan(0);
  });
});

describe('refusing plain HTTP', () => {
  it('names the bucket and its objects, and denies everything to everybody', () => {
    const template = templatesFor({ account: ACCOUNT, type: 'resource', self: 'arn:aws:s3:::cards' }).find(
      (one) => one.id === 'tls-only',
    );
    const [statement] = parsePolicy(template?.text ?? '', { name: 'x' }, 'resource').policy?.statements ?? [];
    expect(statement).toMatchObject({
      effect: 'Deny',
      principal: [{ kind: 'everyone' }],
      action: ['s3:*'],
      resource: ['arn:aws:s3:::cards', 'arn:aws:s3:::cards/*'],
      conditions: [{ operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] }],
    });
  });
  it('is not offered where nobody can say what to deny', () => {
    const ids = templatesFor({ account: ACCOUNT, type: 'resource' }).map((one) => one.id);
    expect(ids).not.toContain('tls-only');
  });
});

describe('the default key policy', () => {
  it('lets identity policies of the account decide', () => {
    const [template] = templatesFor({ account: ACCOUNT, type: 'key' });
    const [statement] = parsePolicy(template?.text ?? '', { name: 'x' }, 'key').policy?.statements ?? [];
    expect(statement).toMatchObject({ effect: 'Allow', action: ['kms:*'], resource: ['*'] });
    expect(statement?.principal).toEqual([{ kind: 'aws', value: `arn:aws:iam::${ACCOUNT}:root` }]);
  });
});

describe('addStatements', () => {
  const template = '{"Version":"2012-10-17","Statement":{"Effect":"Deny"}}';
  it('adds to what is there and keeps the rest', () => {
    const before = '{"Version":"2012-10-17","Id":"mine","Statement":[{"Effect":"Allow"}]}';
    expect(JSON.parse(addStatements(before, template))).toEqual({
      Version: '2012-10-17',
      Id: 'mine',
      Statement: [{ Effect: 'Allow' }, { Effect: 'Deny' }],
    });
  });
  it.each(['', '{ not json', '[]', 'null'])('starts over from %j', (before) => {
    expect(addStatements(before, template)).toBe(template);
  });
});
