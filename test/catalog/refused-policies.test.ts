import { describe, expect, test } from 'vitest';
import { allow, meaning, policy, type Sketch, type Statement } from './meaning';
import { SMALL_VPC } from './small-vpc';

/** Line and remedy of what is wrong with the policies of a drawing. */
function wrong(sketch: Sketch): readonly (readonly unknown[])[] {
  return meaning(sketch).problems.flatMap(({ severity, reason, fields }) =>
    reason.code === 'policy.invalid' ? [[severity, fields?.[0]?.field, reason.values['line']]] : [],
  );
}
const ROLE = 'arn:aws:iam::111122223333:role/reader';

describe('a bucket policy that lets everybody in', () => {
  const everybody = { ...allow('s3:GetObject', 'arn:aws:s3:::b/*'), Principal: '*' };
  const bucket = (blockPublicAccess: boolean, ...statements: readonly Statement[]): Sketch => ({
    b: { kind: 's3-bucket', props: { blockPublicAccess, policy: policy(...statements) } },
  });
  const from = (range: string) => ({ ...everybody, Condition: { IpAddress: { 'aws:SourceIp': range } } });

  test('is refused while Block Public Access is on, and taken when it is off', () => {
    expect(wrong(bucket(true, everybody))).toEqual([['error', 'policy', 1]]);
    expect(wrong(bucket(false, everybody))).toEqual([]);
  });
  test('is one with a very broad range of addresses too', () => {
    expect(wrong(bucket(true, from('0.0.0.0/1')))).toHaveLength(1);
    expect(wrong(bucket(true, from('203.0.113.0/24')))).toEqual([]);
  });
  test('is none when it denies, or names a role', () => {
    expect(wrong(bucket(true, { ...everybody, Effect: 'Deny' }))).toEqual([]);
    expect(wrong(bucket(true, { ...everybody, Principal: { AWS: ROLE } }))).toEqual([]);
  });
  test('is shown at its statement', () => {
    const text = JSON.stringify(
      { Version: '2012-10-17', Statement: [{ ...everybody, Principal: { AWS: ROLE } }, everybody] },
      undefined,
      1,
    );
    const line = text.slice(0, text.lastIndexOf('"Effect"')).split('\n').length - 1;
    expect(wrong({ b: { kind: 's3-bucket', props: { policy: text } } })).toEqual([['error', 'policy', line]]);
  });
});

describe('the policy of an endpoint names principals', () => {
  const behind = (kind: string, service: string, principal: unknown, effect = 'Allow'): Sketch => ({
    ...SMALL_VPC,
    e: {
      kind,
      in: 'v',
      props: {
        service,
        policy: policy({ ...allow('s3:*'), Effect: effect, Principal: principal }),
        ...(kind === 'interface-endpoint' && { subnets: ['a'], securityGroups: ['https'] }),
      },
    },
  });
  test.each([
    ['interface-endpoint', { AWS: ROLE }, []],
    ['gateway-endpoint', '*', []],
    ['gateway-endpoint', { AWS: '*' }, []],
    ['gateway-endpoint', { AWS: ROLE }, [['error', 'policy', 1]]],
    ['gateway-endpoint', { AWS: ['*', '111122223333'] }, [['error', 'policy', 1]]],
  ])('%s: %j', (kind, principal, expected) => {
    expect(wrong(behind(kind, 's3', principal))).toEqual(expected);
    expect(wrong(behind(kind, 's3', principal, 'Deny'))).toEqual(expected);
  });
});
