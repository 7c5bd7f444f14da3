import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyType } from '../../../src/engine/iam/contract';
import { parsePolicy } from '../../../src/engine/iam/parse';
import defects from './defects.json';

interface Defective {
  readonly name: string;
  readonly type?: PolicyType;
  readonly text?: string;
  readonly document?: unknown;
  readonly severity?: 'error' | 'warning';
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly says: string;
}

const SOURCE = { name: 'p' };
const ALLOW = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';

describe('parsePolicy', () => {
  it('takes a statement without Resource where the policy speaks of what it stands on', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' },
    });
    const { policy, issues } = parsePolicy(text, SOURCE, 'attached');
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(policy?.statements[0]).not.toHaveProperty('resource');
    expect(parsePolicy(text, SOURCE, 'resource').policy).toBeUndefined();
    const named = text.replace('"Action"', '"Resource":"arn:aws:ecr:us-east-1:111122223333:repository/a","Action"');
    expect(parsePolicy(named, SOURCE, 'attached').policy?.statements[0]?.resource).toHaveLength(1);
  });
  it('reads every element of a statement', () => {
    const statement = {
      Sid: 'A',
      Effect: 'Deny',
      NotPrincipal: { AWS: ['111122223333', '*'], Service: 'sns.amazonaws.com' },
      NotAction: 's3:Get*',
      NotResource: ['arn:aws:s3:::a', 'arn:aws:s3:::b/*'],
      Condition: {
        'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a', 'b'] },
        Bool: { 'aws:SecureTransport': false },
        NumericLessThan: { 's3:max-keys': 10 },
      },
    };
    const { policy, issues } = parsePolicy(
      JSON.stringify({ Id: 'x', Version: '2012-10-17', Statement: statement }),
      { name: 'p', node: 'n', field: 'f' },
      'resource',
    );
    expect(issues).toEqual([]);
    expect(policy).toEqual({
      name: 'p',
      node: 'n',
      field: 'f',
      version: '2012-10-17',
      statements: [
        {
          sid: 'A',
          effect: 'Deny',
          notPrincipal: [
            { kind: 'aws', value: '111122223333' },
            { kind: 'everyone', value: '*' },
            { kind: 'service', value: 'sns.amazonaws.com' },
          ],
          notAction: ['s3:Get*'],
          notResource: ['arn:aws:s3:::a', 'arn:aws:s3:::b/*'],
          conditions: [
            {
              operator: 'StringLike',
              qualifier: 'ForAnyValue',
              ifExists: true,
              key: 'aws:TagKeys',
              values: ['a', 'b'],
            },
            { operator: 'Bool', ifExists: false, key: 'aws:SecureTransport', values: ['false'] },
            { operator: 'NumericLessThan', ifExists: false, key: 's3:max-keys', values: ['10'] },
          ],
        },
      ],
    });
  });

  it.each((defects as readonly unknown[] as readonly Defective[]).map((one) => [one.name, one] as const))(
    '%s',
    (_, one) => {
      const { policy, issues } = parsePolicy(one.text ?? JSON.stringify(one.document), SOURCE, one.type ?? 'identity');
      const severity = one.severity ?? 'error';
      const found = issues.find(({ message, path }) => path === one.path && message.includes(one.says));
      expect({ issues, found: found?.severity }).toMatchObject({ found: severity });
      if (one.line !== undefined) expect([found?.line, found?.column]).toEqual([one.line, one.column]);
      expect(found?.remedy).toMatch(/\w.*\.$/);
      expect(policy === undefined).toBe(severity === 'error');
    },
  );

  it('has nothing to say about a good policy', () => {
    expect(parsePolicy(ALLOW, SOURCE, 'identity').issues).toEqual([]);
  });

  it('survives prototype keys and great depth', () => {
    expect(parsePolicy('{"__proto__":{"Version":1},"constructor":1}', SOURCE, 'identity').policy).toBeUndefined();
    expect(parsePolicy('['.repeat(100_000), SOURCE, 'identity').issues[0]?.message).toContain('deeply');
    expect(parsePolicy('x'.repeat(200_000), SOURCE, 'identity').issues[0]?.message).toContain('longer');
  });

  it('never throws, and gives a policy exactly when there is no error', () => {
    const mangled = fc
      .tuple(fc.nat(ALLOW.length), fc.nat(6), fc.string())
      .map(([at, cut, more]) => ALLOW.slice(0, at) + more + ALLOW.slice(at + cut));
    const types = fc.constantFrom<PolicyType>('identity', 'resource', 'trust', 'endpoint', 'scp', 'key');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), mangled), types, (text, type) => {
        const { policy, issues } = parsePolicy(text, SOURCE, type);
        expect(policy === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
        for (const { line, column } of issues) expect(line >= 1 && column >= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('reads what JSON.parse reads, as far as JSON goes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { issues } = parsePolicy(text, SOURCE, 'identity');
        expect(issues.some(({ message }) => /JSON value|never closed|comma|quote|escape|missing/.test(message))).toBe(
          false,
        );
      }),
    );
  });
});
