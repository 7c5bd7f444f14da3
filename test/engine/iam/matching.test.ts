import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, rangeOf } from '../../../src/engine/iam/addresses';
import { isPublic } from '../../../src/engine/iam/exposure';
import { covers, grantsOf } from '../../../src/engine/iam/grants';
import { secondsOf } from '../../../src/engine/iam/instants';
import { globMatches, globOf, tokensOf } from '../../../src/engine/iam/wildcard';
import { policyOf } from './cases';

const matches = (pattern: string, text: string) => globMatches(globOf(tokensOf(pattern)), text);

describe('wildcard', () => {
  it('agrees with the obvious slow definition', () => {
    const slow = (pattern: string, text: string): boolean =>
      pattern === ''
        ? text === ''
        : pattern[0] === '*'
          ? slow(pattern.slice(1), text) || (text !== '' && slow(pattern, text.slice(1)))
          : text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && slow(pattern.slice(1), text.slice(1));
    const word = (letters: string[]) =>
      fc.array(fc.constantFrom(...letters), { maxLength: 9 }).map((list) => list.join(''));
    fc.assert(
      fc.property(word(['a', 'b', '*', '?']), word(['a', 'b']), (pattern, text) => {
        expect(matches(pattern, text)).toBe(slow(pattern, text));
      }),
      { numRuns: 5000 },
    );
  });

  it('does not explode on many stars', () => {
    expect(matches(`${'a*'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});

describe('dates and addresses', () => {
  it('counts seconds as Date does', () => {
    const instant = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9998-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        expect(secondsOf(date.toISOString())).toBeCloseTo(date.getTime() / 1000, 3);
      }),
    );
  });

  it.each([
    '',
    'x',
    '2026-13-01',
    '2026-01-32',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00+1',
    '99999999999999999999',
  ])('refuses %j', (text) => {
    expect(secondsOf(text)).toBeUndefined();
  });

  it.each([
    '',
    '1.2.3',
    '256.1.1.1',
    '1.2.3.4/33',
    '1.2.3.4/',
    '::1::',
    '1:2:3:4:5:6:7',
    ':::',
    '12345::',
    '2001:db8::/129',
  ])('knows that %j is no range', (text) => {
    expect(rangeOf(text)).toBeUndefined();
  });

  it('compares IPv6 in any spelling', () => {
    const [outer, inner] = [rangeOf('2001:DB8::/32'), rangeOf('2001:0db8:0:0:0:0:c633:6407')];
    expect(outer && inner && contains(outer, inner)).toBe(true);
    expect(rangeOf('::ffff:198.51.100.7')?.address).toBe(0xffff_c633_6407n);
  });
});

describe('grants', () => {
  const policy = policyOf(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:List*'],
          Resource: ['arn:aws:s3:::training/*', '*'],
        },
        { Effect: 'Deny', Action: '*', Resource: '*' },
        { Effect: 'Allow', NotAction: ['iam:*', 's3:*'], NotResource: 'arn:aws:sns:us-east-1:111122223333:alerts' },
        {
          Effect: 'Allow',
          Action: 'iam:GetUser',
          Resource: 'arn:aws:iam::111122223333:user/${aws:username}',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
      ],
    },
    'identity',
  );
  const grants = grantsOf([policy]);
  const object = { action: 's3:GetObject', resource: 'arn:aws:s3:::training/a' };

  it.each([
    [{ StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }, true],
    [{ StringLike: { 'kms:ViaService': 's3.*' } }, true],
    [{ StringLike: { 'aws:PrincipalArn': '*' } }, false],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, false],
    [{ Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, true],
  ])('%j leaves requests out: %s', (Condition, conditional) => {
    const one = policyOf({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } }, 'identity');
    expect(grantsOf([one]).map((grant) => grant.conditional)).toEqual([conditional]);
  });

  it('lists every allowed pair with its statement and its flags', () => {
    expect(grants.map(({ action, resource }) => `${action} on ${resource}`)).toEqual([
      's3:GetObject on arn:aws:s3:::training/*',
      's3:GetObject on *',
      's3:List* on arn:aws:s3:::training/*',
      's3:List* on *',
      'iam:*, s3:* on arn:aws:sns:us-east-1:111122223333:alerts',
      'iam:GetUser on arn:aws:iam::111122223333:user/${aws:username}',
    ]);
    expect(
      grants.map((one) => [one.wildcardAction, one.wildcardResource, one.notAction, one.notResource, one.conditional]),
    ).toEqual([
      [false, false, false, false, false],
      [false, true, false, false, false],
      [true, false, false, false, false],
      [true, true, false, false, false],
      [true, true, true, true, false],
      [false, false, false, false, true],
    ]);
    expect(grants[0]?.statement).toEqual({ policy: 'identity', statement: 0, sid: 'Read' });
  });

  it('tells which grant reaches a use', () => {
    const reached = (use: { action: string; resource: string }) =>
      grants.flatMap((grant, index) => (covers(grant, use) ? [index] : []));
    expect(reached(object)).toEqual([0, 1]);
    expect(reached({ action: 'sns:Publish', resource: 'arn:aws:sns:us-east-1:111122223333:other' })).toEqual([4]);
    expect(reached({ action: 'sns:Publish', resource: 'arn:aws:sns:us-east-1:111122223333:alerts' })).toEqual([]);
    expect(reached({ action: 'iam:GetUser', resource: 'arn:aws:iam::111122223333:user/ana' })).toEqual([5]);
  });

  it.each([
    ['arn:aws:kms:us-east-1:111122223333:key/*', true],
    ['arn:aws:kms:us-east-1:111122223333:key/k-1', false],
    ['arn:aws:logs:us-east-1:111122223333:log-group:*', true],
    ['arn:aws:logs:us-east-1:111122223333:log-group:/aws/x:*', false],
    ['arn:aws:s3:::training/*', false],
    ['arn:aws:s3:::*', true],
  ])('%s is unbound: %s', (Resource, unbound) => {
    const [grant] = grantsOf([
      policyOf({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'a:B', Resource } }, 'identity'),
    ]);
    expect(grant?.wildcardResource).toBe(unbound);
  });
});

describe('exposure', () => {
  const exposed = (more: object) =>
    isPublic(
      policyOf(
        {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*', ...more },
        },
        'resource',
      ),
    );
  it.each([
    [{}, true],
    [{ Principal: { AWS: '*' } }, true],
    [{ Principal: { AWS: '111122223333' } }, false],
    [{ Effect: 'Deny' }, false],
    [{ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }, false],
    [{ Condition: { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } } }, true],
    [{ Condition: { StringLike: { 'aws:SourceVpce': 'vpce-*' } } }, true],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }, false],
    [{ Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } } }, true],
    // S3 User Guide, the meaning of “public”: broader than /8 of IPv4 or /32 of IPv6.
    [{ Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } } }, true],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '8.0.0.0/7' } } }, true],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }, false],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '2001::/31' } } }, true],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } } }, false],
    [{ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }, false],
    [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, true],
  ])('%j is public: %s', (more, expected) => {
    expect(exposed(more)).toBe(expected);
  });
});
