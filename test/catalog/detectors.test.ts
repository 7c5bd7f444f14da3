import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/engine/facts';
import { firstFailure } from '../../src/model/trace';
import { allow, complaints, key, meaning, outcome, policy, role, type Sketch } from './meaning';

type Props = NonNullable<Sketch[string]['props']>;

const PERSON = { protocol: 'email', endpoint: 'security@example.com', confirmed: true };
const told = (source: string, detailType?: string): Sketch => ({
  rule: {
    kind: 'eventbridge-rule',
    props: {
      pattern: JSON.stringify({ source: [source], ...(detailType !== undefined && { 'detail-type': [detailType] }) }),
      targets: ['topic'],
    },
  },
  topic: {
    kind: 'sns-topic',
    props: {
      subscriptions: [PERSON],
      policy: policy({
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: '*',
      }),
    },
  },
});
const chainOf = (facts: Facts, id: string) => facts.detectors.find(({ detector }) => detector === id);
const whyNot = (sketch: Sketch, id: string): string => {
  const chain = chainOf(meaning(sketch), id);
  if (!chain) return 'no detector';
  return chain.trace.allowed ? 'reaches people' : (firstFailure(chain.trace)?.reason.code ?? 'unclear');
};
const recorder = (props: Props = {}): Sketch => ({
  recorder: { kind: 'config-recorder', props: { role: 'config-role', bucket: 'logs', ...props } },
  'config-role': role('config.amazonaws.com', allow(['s3:GetBucketAcl', 's3:PutObject'])),
  logs: { kind: 's3-bucket' },
});

describe.each<[string, Sketch, string, string]>([
  ['guardduty-detector', {}, 'aws.guardduty', 'GuardDuty Finding'],
  ['access-analyzer', {}, 'aws.access-analyzer', 'Access Analyzer Finding'],
  ['security-hub', recorder(), 'aws.securityhub', 'Security Hub Findings - Imported'],
])('%s', (kind, more, source, type) => {
  const found = { found: { kind } };
  test('counts once its findings reach somebody', () => {
    expect(whyNot({ ...found, ...more }, 'found')).toBe('monitoring.findings-unheard');
    expect(whyNot({ ...found, ...more, ...told('aws.sagemaker') }, 'found')).toBe('monitoring.findings-unheard');
    expect(whyNot({ ...found, ...more, ...told(source, 'Finding') }, 'found')).toBe('monitoring.findings-unheard');
    expect(whyNot({ ...found, ...more, ...told(source, type) }, 'found')).toBe('reaches people');
  });
});

describe('GuardDuty', () => {
  const detector = (props: Props = {}): Sketch => ({ gd: { kind: 'guardduty-detector', props } });
  test('suspended, it finds nothing and costs nothing', () => {
    const off = { ...detector({ enable: false }), ...told('aws.guardduty') };
    expect(whyNot(off, 'gd')).toBe('monitoring.detector-off');
    const paid = (sketch: Sketch) => meaning(sketch).cost.lines.filter(({ nodes }) => nodes.includes('gd')).length;
    expect([paid(detector()), paid(off)]).toEqual([2, 0]);
  });
  test('a pattern may ask for severity and type', () => {
    const rule = (detail: object): Sketch => ({
      ...told('aws.guardduty'),
      rule: {
        kind: 'eventbridge-rule',
        props: { pattern: JSON.stringify({ source: ['aws.guardduty'], detail }), targets: ['topic'] },
      },
    });
    expect(whyNot({ ...detector(), ...rule({ severity: [{ numeric: ['>=', 7] }] }) }, 'gd')).toBe('reaches people');
    expect(whyNot({ ...detector(), ...rule({ severity: ['HIGH'] }) }, 'gd')).toBe('monitoring.findings-unheard');
    expect(whyNot({ ...detector(), ...rule({ type: [{ prefix: 'Exfiltration:' }] }) }, 'gd')).toBe('reaches people');
  });
  test('through the hub: one rule hears what every detector finds', () => {
    const hub = { hub: { kind: 'security-hub' }, ...recorder() };
    expect(whyNot({ ...detector(), ...told('aws.securityhub') }, 'gd')).toBe('monitoring.findings-unheard');
    expect(whyNot({ ...detector(), ...hub, ...told('aws.securityhub') }, 'gd')).toBe('reaches people');
  });
  test('the second in the account is refused', () => {
    const two = meaning({ ...detector(), other: { kind: 'guardduty-detector' } });
    expect([complaints(two, 'gd'), complaints(two, 'other')]).toEqual([[], ['']]);
  });
});

describe('Access Analyzer reads the policies that are drawn', () => {
  const found = (sketch: Sketch) =>
    chainOf(meaning({ aa: { kind: 'access-analyzer' }, ...sketch }), 'aa')?.external.map(
      ({ node, who, actions }) => `${node}: ${who} ${actions[0]}`,
    );
  const open = policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' });
  test('buckets', () => {
    expect(found({ b: { kind: 's3-bucket', props: { policy: open } } })).toEqual([]);
    const bucket = { kind: 's3-bucket', props: { policy: open, blockPublicAccess: false } };
    expect(found({ b: bucket })).toEqual(['b: everybody s3:GetObject']);
  });
  test('roles, keys and topics', () => {
    const friend = { AWS: 'arn:aws:iam::444455556666:root' };
    const trustPolicy = policy({ Effect: 'Allow', Principal: friend, Action: 'sts:AssumeRole' });
    expect(found({ r: { kind: 'iam-role', props: { trustPolicy } } })).toEqual([
      'r: account 444455556666 sts:AssumeRole',
    ]);
    const keyPolicy = policy({ Effect: 'Allow', Principal: friend, Action: 'kms:Decrypt', Resource: '*' });
    expect(found({ k: { kind: 'kms-key', props: { keyPolicy } } })).toEqual(['k: account 444455556666 kms:Decrypt']);
    const publish = policy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Publish', Resource: '*' });
    expect(found({ t: { kind: 'sns-topic', props: { policy: publish } } })).toEqual(['t: everybody sns:Publish']);
  });
  test('defaults of AWS are not open', () => {
    expect(found({ k: { kind: 'kms-key' }, t: { kind: 'sns-topic' }, r: role('lambda.amazonaws.com') })).toEqual([]);
  });
  test('the analyzer for unused access looks for something else', () => {
    const unused = { kind: 'access-analyzer', props: { type: 'ACCOUNT_UNUSED_ACCESS' } };
    const bucket = { kind: 's3-bucket', props: { policy: open, blockPublicAccess: false } };
    expect(found({ aa: unused, b: bucket })).toEqual([]);
  });
});

describe('Macie', () => {
  const drawn = (props: Props, bucket: Props = {}, more: Sketch = {}): Sketch => ({
    m: { kind: 'macie', props },
    b: { kind: 's3-bucket', props: bucket },
    ...told('aws.macie', 'Macie Finding'),
    ...more,
  });
  test('needs a bucket to read', () => {
    expect(whyNot(drawn({}), 'm')).toBe('monitoring.detector-blind');
    expect(whyNot(drawn({ buckets: ['b'], enabled: false }), 'm')).toBe('monitoring.detector-off');
    expect(whyNot(drawn({ buckets: ['b'] }), 'm')).toBe('reaches people');
  });
  const LINKED = 'arn:aws:iam::111122223333:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie';
  test('the key policy must let its role in; the statement for the account is not enough', () => {
    const encrypted = { encryption: 'sse-kms', kmsKey: 'k' };
    const reads = (keyNode: Sketch[string]) =>
      outcome(meaning(drawn({ buckets: ['b'] }, encrypted, { k: keyNode })), 'm', 's3:GetObject');
    expect(reads(key())).not.toBe('allowed');
    const admits = policy(
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
      { Effect: 'Allow', Principal: { AWS: LINKED }, Action: 'kms:Decrypt', Resource: '*' },
    );
    expect(reads({ kind: 'kms-key', props: { keyPolicy: admits } })).toBe('allowed');
    expect(reads(key('macie.amazonaws.com', 'kms:Decrypt'))).not.toBe('allowed');
  });
  test('a bucket policy that denies everything else denies Macie', () => {
    const deny = (more: object) =>
      policy({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::b/*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' }, ...more },
      });
    const reads = (text: string) =>
      outcome(meaning(drawn({ buckets: ['b'] }, { policy: text })), 'm', 's3:GetObject', 'b');
    expect(reads(deny({}))).not.toBe('allowed');
    expect(reads(deny({ ArnNotEquals: { 'aws:PrincipalArn': LINKED } }))).toBe('allowed');
  });
  test('guardrails of the organization do not touch a service-linked role', () => {
    const scps = [
      { level: 'root', policies: [{ name: 'none', document: policy({ Effect: 'Deny', Action: '*', Resource: '*' }) }] },
    ];
    expect(outcome(meaning(drawn({ buckets: ['b'] }), { scps }), 'm', 's3:GetObject')).toBe('allowed');
  });
});

describe('AWS Config', () => {
  const toldOf = told('aws.config', 'Config Rules Compliance Change');
  const rules = { rules: ['S3_DEFAULT_ENCRYPTION_KMS'] };
  test('its role delivers, below its own prefix', () => {
    expect(whyNot({ ...recorder(rules), ...toldOf }, 'recorder')).toBe('reaches people');
    const narrow = role(
      'config.amazonaws.com',
      allow('s3:GetBucketAcl', 'arn:aws:s3:::logs'),
      allow('s3:PutObject', 'arn:aws:s3:::logs/AWSLogs/111122223333/Config/*'),
    );
    expect(whyNot({ ...recorder(rules), 'config-role': narrow, ...toldOf }, 'recorder')).toBe('reaches people');
  });
  test.each<[string, Sketch, string]>([
    ['not recording', recorder({ ...rules, recording: false }), 'monitoring.detector-off'],
    ['no rule judges', recorder(), 'monitoring.findings-unheard'],
    [
      'a role for somebody else',
      { ...recorder(rules), 'config-role': role('lambda.amazonaws.com', allow('s3:*')) },
      'monitoring.detector-blocked',
    ],
    [
      'a role that may not write',
      { ...recorder(rules), 'config-role': role('config.amazonaws.com', allow('s3:GetBucketAcl')) },
      'monitoring.detector-blocked',
    ],
  ])('%s', (_, sketch, why) => expect(whyNot({ ...sketch, ...toldOf }, 'recorder')).toBe(why));
  test('Security Hub is blind without a recorder that records', () => {
    const hub = { hub: { kind: 'security-hub' }, ...told('aws.securityhub') };
    expect(whyNot(hub, 'hub')).toBe('monitoring.detector-blind');
    expect(whyNot({ ...hub, ...recorder({ recording: false }) }, 'hub')).toBe('monitoring.detector-blind');
    expect(whyNot({ ...hub, ...recorder() }, 'hub')).toBe('reaches people');
  });
});
