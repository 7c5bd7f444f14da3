import { describe, expect, it } from 'vitest';
import { codes, edit, factsFrom, outcome, play, WATCHED } from './designs';
import { admits } from './policies';

/**
 * Sources: ACM user guide, "Managed certificate renewal" (what ACM issued and what is in use; not what was imported),
 * "Renewal for domains validated by DNS" and "… by email", "Amazon EventBridge support for ACM" (an event a day from 45
 * days before the end, for imported ones too); CDK reference, `metricDaysToExpiry` (nothing after the last day).
 */
const DAY = 24 * 3600;
const expiring = { kind: 'certificate-expiring', on: 'cert', daysLeft: 2 };

/** Ana asks a model through an API with a name of its own; a rule hears of certificates and tells security. */
const FRONT = edit(WATCHED, {
  scorer: null,
  caller: null,
  alarm: null,
  ana: ['person', { calls: [{ target: 'door' }] }],
  door: [
    'api-gateway',
    {
      authorization: 'NONE',
      domainName: 'api.example.com',
      certificate: 'cert',
      disableDefaultEndpoint: true,
      endpoint: 'scores',
      role: 'gate',
    },
  ],
  gate: [
    'iam-role',
    {
      trustPolicy:
        '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}}',
      policies: [
        {
          name: 'ask',
          document:
            '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sagemaker:InvokeEndpoint","Resource":"*"}}',
        },
      ],
    },
  ],
  cert: ['acm-certificate', { domainName: '*.example.com', imported: true }],
  topic: { policy: admits('events.amazonaws.com', 'sns:Publish') },
});
const RULE = {
  rule: ['eventbridge-rule', { pattern: JSON.stringify({ source: ['aws.acm'] }), targets: ['topic'] }],
} as const;
const days = {
  source: 'cert',
  namespace: 'AWS/CertificateManager',
  metricName: 'DaysToExpiry',
  statistic: 'Minimum',
  period: 86_400,
  comparison: 'LessThanThreshold',
  threshold: 30,
} as const;
/** Under the address that AWS gave it. */
const PLAIN_DOOR = { certificate: '', domainName: '', disableDefaultEndpoint: false } as const;
const week = { hours: 168 };

describe('what renews by itself', () => {
  const RENEWED = [
    ['by DNS and in use', { imported: false }, true],
    ['private and in use', { imported: false, authority: 'private' }, true],
    ['imported', {}, false],
    ['by e-mail', { imported: false, validation: 'EMAIL' }, false],
  ] as const;
  it.each(RENEWED)('%s: %s', (_, props, renews) => {
    const { prevented, loss } = outcome(edit(FRONT, { cert: props }), expiring, week);
    expect(prevented.holds).toBe(renews);
    expect(codes(prevented.trace)).toEqual(renews ? ['time.renews'] : ['time.runs-out', 'time.has-run-out']);
    expect(loss.requests > 0).toBe(!renews);
  });
  it('not what nothing uses; and then nothing is lost', () => {
    const { prevented, loss } = outcome(edit(FRONT, { cert: { imported: false }, door: PLAIN_DOOR }), expiring, week);
    expect(prevented.holds).toBe(false);
    expect(loss.requests).toBe(0);
  });
  it('what is not issued yet, or has run out, cannot run out', () => {
    for (const props of [
      { issued: false, expired: false },
      { issued: true, expired: true },
    ])
      expect(
        play(edit(FRONT, { cert: props, door: PLAIN_DOOR }), { incidents: [{ ...expiring, atHour: 3 }] }).outcomes,
      ).toEqual([]);
  });
});

describe('after its last day', () => {
  it('callers are refused at the door, from that moment on, and the model hears nothing', () => {
    const at = (hours: number) => outcome(FRONT, expiring, { hours }).loss.requests;
    expect(at(30 + 48)).toBe(0);
    expect(at(30 + 48 + 10)).toBeGreaterThan(0);
    expect(at(30 + 48 + 20)).toBeGreaterThan(1.5 * at(30 + 48 + 10));
    const { series } = play(FRONT, { incidents: [{ ...expiring, atHour: 30 }], ...week });
    const calls = series.find((one) => one.metric === 'Invocations');
    const after = (calls?.at ?? []).map((start, index) => (start > 79 * 3600 ? (calls?.sum[index] ?? 0) : 0));
    expect(after.reduce((sum, one) => sum + one, 0)).toBe(0);
  });
  it('nothing is published about it any more', () => {
    const { series } = play(FRONT, { incidents: [{ ...expiring, atHour: 30 }], ...week });
    const left = series.find((one) => one.metric === 'DaysToExpiry');
    expect(left?.min.at(-1)).toBe(0);
    expect(left?.at.at(-1)).toBeLessThan((30 + 48) * 3600);
  });
});

describe('who notices', () => {
  it('nobody by itself', () => {
    const found = outcome(FRONT, expiring, { hours: 70 });
    expect([found.detected.holds, found.notified.holds]).toEqual([false, false]);
    expect(codes(found.notified.trace).filter((one) => one === 'time.no-rule-hears')).toHaveLength(1);
  });
  it('a rule on the daily event, with the first one', () => {
    const found = outcome(edit(FRONT, RULE), expiring, week);
    expect(found.detected.by).toEqual(['rule']);
    expect((found.notified.at ?? Infinity) - found.at).toBeLessThan(3600 + 60);
    expect(codes(found.notified.trace)).toEqual(['time.rule-hears-event', 'time.delivers', 'time.tells']);
  });
  it('a rule for the last seven days only hears nothing before', () => {
    const late = { source: ['aws.acm'], detail: { DaysToExpiry: [{ numeric: ['<=', 7] }] } };
    const told = (daysLeft: number) => {
      const design = edit(FRONT, { rule: ['eventbridge-rule', { pattern: JSON.stringify(late), targets: ['topic'] }] });
      return outcome(design, { ...expiring, daysLeft }, { hours: 30 + 15 * 24 }).notified.at ?? Infinity;
    };
    expect(told(5)).toBeLessThan(32 * 3600 + DAY);
    expect(told(12)).toBeGreaterThan(30 * 3600 + 4 * DAY);
    expect(told(12)).toBeLessThan(30 * 3600 + 6 * DAY);
  });
  it.each([
    ['fewer than 30 days', days, true],
    ['a threshold in seconds', { ...days, threshold: -1 }, false],
    ['a namespace of another service', { ...days, namespace: 'AWS/ACM' }, false],
  ] as const)('an alarm: %s', (_, props, tells) => {
    const design = edit(FRONT, {
      warn: ['cloudwatch-alarm', { ...props, alarmActions: ['topic'] }],
      topic: { policy: '' },
    });
    const found = outcome(design, expiring, { hours: 70 });
    expect(found.detected.by).toEqual(tells ? ['warn'] : []);
    expect(found.notified.holds).toBe(tells);
  });
  it('nobody in this Region, when it stands in another', () => {
    const design = edit(FRONT, { ...RULE, cert: { region: 'eu-west-1' }, door: PLAIN_DOOR });
    expect(factsFrom(design).metrics.filter(({ node }) => node === 'cert')).toEqual([]);
    expect(outcome(design, expiring, { hours: 70 }).detected.holds).toBe(false);
  });
  it('a function may import the next one in time', () => {
    const may = (action: string) =>
      edit(FRONT, {
        rule: ['eventbridge-rule', { pattern: JSON.stringify({ source: ['aws.acm'] }), targets: ['importer'] }],
        importer: [
          'lambda-function',
          {
            role: 'imports',
            resourcePolicy: admits('events.amazonaws.com', 'lambda:InvokeFunction'),
            calls: [{ action: 'acm:ImportCertificate', target: 'cert' }],
          },
        ],
        imports: [
          'iam-role',
          {
            trustPolicy:
              '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}',
            policies: [
              {
                name: 'import',
                document: `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"${action}","Resource":"*"}}`,
              },
            ],
          },
        ],
      });
    const good = outcome(may('acm:ImportCertificate'), expiring, week);
    expect(good.contained).toMatchObject({ holds: true, by: 'importer' });
    expect(good.loss.requests).toBe(0);
    expect(outcome(may('acm:DescribeCertificate'), expiring, week).loss.requests).toBeGreaterThan(0);
  });
});
