import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src/model/diagram';
import { codes, edit, outcome, WATCHED } from './designs';
import { admits, may } from './policies';

/**
 * Who finds what, and when at the latest. Sources: GuardDuty user guide, "GuardDuty finding types" (data sources,
 * default severities) and "Processing findings with EventBridge" (a new finding within 5 minutes); IAM user guide,
 * "Working with findings" (up to 30 minutes after a policy changed); Security Hub user guide, "Schedule for running
 * security checks" (after a change, or every 12 or 24 hours); AWS Config developer guide, `s3-bucket-public-read-prohibited`,
 * `acm-certificate-expiration-check` (14 days). Where AWS gives no time, it is ours: see the kinds.
 */

/** Somebody may do everything; a rule passes every finding on to security. */
const ACCOUNT = edit(WATCHED, {
  alarm: null,
  operator: { ...may('*'), accessKeys: 1 },
  topic: { policy: admits('events.amazonaws.com', 'sns:Publish') },
  data: { blockPublicAccess: false },
  log: ['s3-bucket', { policy: admits('cloudtrail.amazonaws.com', 's3:*') }],
  trail: ['cloudtrail-trail', { bucket: 'log' }],
  key: ['kms-key', {}],
  history: ['s3-bucket', {}],
  recording: ['iam-role', { trustPolicy: admits('config.amazonaws.com', 'sts:AssumeRole'), ...may('s3:*') }],
  book: ['sagemaker-notebook', { role: 'reader', directInternetAccess: true }],
  reader: ['iam-role', { trustPolicy: admits('sagemaker.amazonaws.com', 'sts:AssumeRole'), ...may('s3:*') }],
  rule: [
    'eventbridge-rule',
    {
      pattern: JSON.stringify({
        'detail-type': [
          'GuardDuty Finding',
          'Security Hub Findings - Imported',
          'Access Analyzer Finding',
          'Macie Finding',
          'Config Rules Compliance Change',
        ],
      }),
      targets: ['topic'],
    },
  ],
});
const RECORDER = {
  role: 'recording',
  bucket: 'history',
  rules: ['S3_BUCKET_PUBLIC_READ_PROHIBITED', 'ACM_CERTIFICATE_EXPIRATION_CHECK'],
} as const;
const DETECTORS = {
  GuardDuty: { eye: ['guardduty-detector', {}] },
  'Access Analyzer': { eye: ['access-analyzer', {}] },
  Macie: { eye: ['macie', { buckets: ['data'] }] },
  Config: { eye: ['config-recorder', RECORDER] },
  'Security Hub': { eye: ['security-hub', {}], recorder: ['config-recorder', { ...RECORDER, rules: [] }] },
} as const;
type Detector = keyof typeof DETECTORS;
const NAMES = Object.keys(DETECTORS) as Detector[];

const INCIDENTS = {
  'bucket made public': { kind: 'bucket-made-public', on: 'data' },
  'trail stopped': { kind: 'trail-stopped', on: 'trail' },
  'trail deleted': { kind: 'resource-deleted', on: 'trail' },
  'stolen key': { kind: 'long-lived-key-stolen', on: 'operator' },
  'data leaves a notebook': { kind: 'notebook-exfiltration', on: 'book' },
  'key scheduled for deletion': { kind: 'key-deletion-scheduled', on: 'key' },
  'key disabled': { kind: 'key-disabled', on: 'key' },
  'endpoint deleted': { kind: 'resource-deleted', on: 'scores' },
  'input drift': { kind: 'input-drift', on: 'scores' },
} as const;
type Event = keyof typeof INCIDENTS;

/** Hours until each finds it at the latest; `-` = never. */
const SEES: readonly (readonly [Event, ...(number | '-')[]])[] = [
  //                            GuardDuty  Analyzer  Macie  Config  Hub
  ['bucket made public', 0.5, 0.6, 0.6, 0.3, 0.6],
  ['trail stopped', 0.5, '-', '-', '-', 24.1],
  ['trail deleted', 0.5, '-', '-', '-', '-'],
  ['stolen key', 0.5, '-', '-', '-', '-'],
  ['data leaves a notebook', 0.5, '-', '-', '-', '-'],
  ['key scheduled for deletion', '-', '-', '-', '-', 0.6],
  ['key disabled', '-', '-', '-', '-', '-'],
  ['endpoint deleted', '-', '-', '-', '-', '-'],
  ['input drift', '-', '-', '-', '-', '-'],
];
const rows = SEES.flatMap(([what, ...within]) => NAMES.map((name, at) => ({ what, name, within: within[at] ?? '-' })));

const watching = (name: Detector, edits: Parameters<typeof edit>[1] = {}): Diagram =>
  edit(edit(ACCOUNT, DETECTORS[name]), edits);
const found = (design: Diagram, what: Event) => outcome(design, { ...INCIDENTS[what] }, { hours: 56 });

describe('detectors', () => {
  it.each(rows)('$what, $name: $within', ({ what, name, within }) => {
    const one = found(watching(name), what);
    expect(one.prevented.holds).toBe(false);
    expect(one.detected.by.includes('eye')).toBe(within !== '-');
    if (within === '-') return;
    expect(one.detected.by).toEqual(['eye', 'rule']);
    const hours = ((one.notified.at ?? Infinity) - one.at) / 3600;
    expect(hours).toBeLessThan(within);
    expect(hours).toBeGreaterThan(0);
    expect(codes(one.notified.trace)).toEqual([
      'time.detector-finds',
      'time.rule-hears-event',
      'time.delivers',
      'time.tells',
    ]);
  });
  it('tell nobody by themselves', () => {
    const one = found(watching('GuardDuty', { rule: null }), 'trail stopped');
    expect(one.detected.by).toEqual(['eye']);
    expect(one.notified.holds).toBe(false);
    expect(codes(one.notified.trace).slice(-3)).toEqual([
      'time.detector-finds',
      'time.no-rule-hears',
      'time.nobody-told',
    ]);
  });
  it('note a change without judging it: only a rule shows it', () => {
    const changes = JSON.stringify({ 'detail-type': ['Config Configuration Item Change'] });
    const one = found(watching('Config', { eye: { rules: [] }, rule: { pattern: changes } }), 'key disabled');
    expect(one.detected.by).toEqual(['rule']);
    expect(one.notified.holds).toBe(true);
    const judging = found(watching('Config', { eye: { rules: [] }, rule: null }), 'key disabled');
    expect(judging.detected.holds).toBe(false);
  });
});

describe('what keeps a detector from finding', () => {
  it.each<[string, Detector, Parameters<typeof edit>[1], Event]>([
    ['it is suspended', 'GuardDuty', { eye: { enable: false } }, 'trail stopped'],
    ['it reads no objects', 'GuardDuty', { eye: { s3DataEvents: false } }, 'data leaves a notebook'],
    ['it looks for unused access', 'Access Analyzer', { eye: { type: 'ACCOUNT_UNUSED_ACCESS' } }, 'bucket made public'],
    ['it is paused', 'Macie', { eye: { enabled: false } }, 'bucket made public'],
    ['the rule that would judge is not on', 'Config', { eye: { rules: ['SNS_ENCRYPTED_KMS'] } }, 'bucket made public'],
    ['no recorder is on', 'Security Hub', { recorder: { recording: false } }, 'bucket made public'],
    ['its standards are others', 'Security Hub', { eye: { standards: ['pci-dss/v/4.0.1'] } }, 'bucket made public'],
  ])('%s', (_, name, edits, what) => {
    const one = found(watching(name, edits), what);
    expect(one.prevented.holds).toBe(false);
    expect(one.detected.by).not.toContain('eye');
  });
  it('a rule for high severities does not hear a low one', () => {
    const high = JSON.stringify({ source: ['aws.guardduty'], detail: { severity: [{ numeric: ['>=', 7] }] } });
    const design = watching('GuardDuty', { rule: { pattern: high } });
    expect(found(design, 'trail stopped').notified.holds).toBe(false);
    expect(found(design, 'bucket made public').notified.holds).toBe(true);
  });
  it('what a thief may do decides how severe it is', () => {
    const severe = (action: string) => {
      const pattern = JSON.stringify({ source: ['aws.guardduty'], detail: { severity: [{ numeric: ['>=', 7] }] } });
      const design = watching('GuardDuty', { rule: { pattern }, operator: may(action) });
      const one = found(design, 'stolen key');
      return [one.detected.by.includes('eye'), one.notified.holds];
    };
    expect(severe('s3:GetObject')).toEqual([true, true]);
    expect(severe('sagemaker:DeleteEndpoint')).toEqual([true, true]);
    expect(severe('sagemaker:DescribeEndpoint')).toEqual([true, false]);
    // A data event of SageMaker: GuardDuty does not read it.
    expect(severe('sagemaker:InvokeEndpoint')).toEqual([false, false]);
  });
  it('a bucket that is closed again at once shows no open bucket', () => {
    const design = watching('Access Analyzer', {
      rule: { pattern: JSON.stringify({ detail: { eventName: ['PutBucketPolicy'] } }), targets: ['closer'] },
      closer: [
        'lambda-function',
        {
          role: 'closing',
          resourcePolicy: admits('events.amazonaws.com', 'lambda:InvokeFunction'),
          calls: [{ action: 's3:PutBucketPolicy', target: 'data' }],
        },
      ],
      closing: [
        'iam-role',
        {
          trustPolicy: admits('lambda.amazonaws.com', 'sts:AssumeRole'),
          ...may('s3:PutBucketPolicy'),
        },
      ],
    });
    const one = found(design, 'bucket made public');
    expect(one.contained).toMatchObject({ holds: true, by: 'closer' });
    expect(one.detected.by).toEqual(['rule']);
  });
});

it('a certificate near its end is found by whoever looks once a day', () => {
  const cert = { cert: ['acm-certificate', { imported: true }] } as const;
  for (const [name, daysLeft, within] of [
    ['Config', 14, 24.1],
    ['Security Hub', 30, 24.1],
  ] as const) {
    const at = (days: number) =>
      outcome(watching(name, cert), { kind: 'certificate-expiring', on: 'cert', daysLeft: days }, { hours: 80 });
    const one = at(daysLeft);
    expect(one.detected.by).toContain('eye');
    expect(((one.detected.at ?? Infinity) - one.at) / 3600).toBeLessThan(within);
    expect(at(daysLeft + 5).detected.by).not.toContain('eye');
  }
});
