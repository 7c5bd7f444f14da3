import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import type { AnyKind } from '../../../src/engine/facets';
import { factsOf } from '../../../src/engine/facts-of';
import { Account } from '../../../src/model/account';
import { codes, edit, outcome, WATCHED } from './designs';
import { admits } from './policies';

/**
 * What each type of monitor sees. Sources: SageMaker developer guide, "Monitor data quality" (schema and distribution
 * of the inputs), "Monitor model quality" (predictions merged with labels), "Monitor bias drift" (groups, needs
 * labels), "Monitor feature attribution drift" (order of attributions, NDCG below 0.90). Concept drift leaves the
 * inputs as they are, so only the comparison with labels shows it.
 */
const FEATURES = ['amount', 'age', 'country'];
const MONITORS = {
  DataQuality: {},
  ModelQuality: { groundTruth: 'data' },
  ModelBias: { groundTruth: 'data' },
  ModelExplainability: {},
} as const;

const INCIDENTS = {
  'missing column': { kind: 'feature-schema-change', on: 'scores', change: 'missing', accuracyDrop: 0.1 },
  'column of another type': { kind: 'feature-schema-change', on: 'scores', change: 'type', accuracyDrop: 0 },
  'new column': { kind: 'feature-schema-change', on: 'scores', change: 'new', accuracyDrop: 0 },
  'inputs drift, answers stay right': { kind: 'input-drift', on: 'scores', shift: 1 },
  'the least important input drifts far': { kind: 'input-drift', on: 'scores', feature: 'country', shift: 5 },
  'concept drift': { kind: 'concept-drift', on: 'scores' },
  'bias drift': { kind: 'bias-drift', on: 'scores' },
} as const;

const SEES: readonly (readonly [keyof typeof INCIDENTS, ...boolean[]])[] = [
  //                                       data   quality bias   attribution
  ['missing column', true, true, false, true],
  ['column of another type', true, false, false, true],
  ['new column', true, false, false, false],
  ['inputs drift, answers stay right', true, false, false, false],
  ['the least important input drifts far', true, false, false, true],
  ['concept drift', false, true, false, false],
  ['bias drift', false, false, true, false],
];

const rows = SEES.flatMap(([what, ...sees]) =>
  Object.keys(MONITORS).map((monitor, index) => ({ what, monitor, sees: sees[index] === true })),
);

function watchedBy(monitor: string) {
  return edit(WATCHED, {
    drift: {
      monitoringType: monitor,
      features: FEATURES,
      ...(monitor === 'ModelQuality' || monitor === 'ModelBias' ? MONITORS[monitor] : {}),
    },
    alarm: { metricName: 'none' },
  });
}

describe('four monitors', () => {
  it.each(rows)('$what, $monitor: $sees', ({ what, monitor, sees }) => {
    const found = outcome(watchedBy(monitor), INCIDENTS[what], { hours: 60 });
    expect(found.detected.holds).toBe(sees);
    expect(found.detected.by).toEqual(sees ? ['drift'] : []);
  });
});

it('a silent alarm is told with what stops the runs that publish', () => {
  const design = edit(WATCHED, { drift: { baseline: '' } });
  const { notified } = outcome(design, INCIDENTS['inputs drift, answers stay right'], { hours: 60 });
  expect(notified.holds).toBe(false);
  expect(codes(notified.trace)).toEqual(
    expect.arrayContaining(['monitoring.metric-silent', 'monitoring.no-baseline', 'time.nobody-told']),
  );
});

describe('a rule on the runs of a monitor', () => {
  const heard = (detail: object) => {
    const pattern = JSON.stringify({ 'detail-type': ['SageMaker Processing Job State Change'], ...detail });
    const design = edit(WATCHED, {
      alarm: null,
      topic: { policy: admits('events.amazonaws.com', 'sns:Publish') },
      rule: ['eventbridge-rule', { pattern, targets: ['topic'] }],
    });
    return outcome(design, { ...INCIDENTS['inputs drift, answers stay right'], shift: 3 });
  };
  it('that ended with violations tells of a drift, without any metric', () => {
    const found = heard({ detail: { ExitMessage: [{ prefix: 'CompletedWithViolations' }] } });
    expect(found.detected.by).toEqual(['drift', 'rule']);
    expect(((found.notified.at ?? Infinity) - found.at) / 3600).toBeLessThan(1.6);
  });
  it('that ended well tells of none', () => {
    expect(heard({ detail: { ExitMessage: [{ prefix: 'Completed:' }] } }).notified.holds).toBe(false);
  });
  it('that ended in any way says the same every hour, so it is no notice', () => {
    expect(heard({}).detected.by).toEqual(['drift']);
  });
});

describe('when it sees', () => {
  const hourly = outcome(WATCHED, INCIDENTS['inputs drift, answers stay right']);
  it('an hourly run starts up to 20 minutes after its hour, and then runs', () => {
    const hours = ((hourly.detected.at ?? 0) - hourly.at) / 3600;
    expect(hours).toBeGreaterThan(1);
    expect(hours).toBeLessThan(1 + (20 + 10) / 60);
  });
  it('a daily run sees it the next day', () => {
    const daily = edit(WATCHED, { drift: { scheduleExpression: 'cron(0 0 ? * * *)' } });
    const found = outcome(daily, INCIDENTS['inputs drift, answers stay right'], { hours: 60 });
    expect(found.detected.at).toBeGreaterThan(48 * 3600);
    expect(found.detected.at).toBeLessThan(49 * 3600);
  });
  it.each([
    // Source: "The cron expression for monitoring schedule": the hour is UTC, and a run starts 0 to 20 minutes late.
    ['cron(0 12 ? * * *)', 36],
    // At hour 32 the drift is two hours old: too little of a day's requests.
    ['cron(0 8 ? * * *)', 56],
    ['cron(0 23 ? * * *)', 47],
    ['cron(0 6 ? * * *)', 54],
    ['cron(0 17/12 ? * * *)', 41],
    ['cron(0 3/6 ? * * *)', 33],
    ['cron(0 0/6 ? * * *)', 36],
  ])('%s: the run of hour %i is the first to see it', (scheduleExpression, hour) => {
    const found = outcome(
      edit(WATCHED, { drift: { scheduleExpression } }),
      { ...INCIDENTS['inputs drift, answers stay right'], shift: 3 },
      { hours: 80 },
    );
    expect(found.detected.at).toBeGreaterThan(hour * 3600);
    expect(found.detected.at).toBeLessThan(hour * 3600 + 30 * 60);
  });
  it('starts late by some minutes, never early, and never by more than 20', () => {
    const ends = Array.from({ length: 40 }, (_, seed) => {
      return outcome(WATCHED, INCIDENTS['inputs drift, answers stay right'], { seed }).detected.at ?? Infinity;
    }).map((at) => (at % 3600) / 60);
    // A run takes 5 to 10 minutes (ours), so its end says when it began.
    expect(Math.min(...ends)).toBeGreaterThan(5);
    expect(Math.max(...ends)).toBeLessThan(30);
    expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThan(12);
  });
  it.each([6, 24])('labels that come %i hours late make model quality as much later', (delay) => {
    const found = outcome(watchedBy('ModelQuality'), INCIDENTS['concept drift'], {
      hours: 72,
      traffic: { groundTruthDelayHours: delay },
    });
    const hours = ((found.detected.at ?? 0) - found.at) / 3600;
    expect(hours).toBeGreaterThan(delay + 1);
    expect(hours).toBeLessThan(delay + 1.5);
  });
});

describe('what keeps it from seeing', () => {
  const drift = INCIDENTS['inputs drift, answers stay right'];
  it.each([
    ['no capture', { config: { dataCapture: { enabled: false } } }],
    ['no baseline', { drift: { baseline: '' } }],
    ['nothing captured', { config: { dataCapture: { enabled: true, bucket: 'data', samplingPercent: 0 } } }],
    ['nobody calls', { scorer: null }],
  ])('%s', (_, edits) => {
    expect(outcome(edit(WATCHED, edits), drift).detected.holds).toBe(false);
  });
  it('a full disk stops capture, and says nothing by itself', () => {
    const full = outcome(WATCHED, { kind: 'capture-disk-full', on: 'scores' }, { hours: 60 });
    expect(full.detected.holds).toBe(false);
  });
  it('an alarm on missing metrics or on the disk says it', () => {
    const disk = {
      source: 'scores',
      namespace: '/aws/sagemaker/Endpoints',
      metricName: 'DiskUtilization',
      period: 300,
      threshold: 75,
    };
    for (const edits of [{ alarm: { treatMissingData: 'breaching' } }, { alarm: disk }]) {
      const full = outcome(edit(WATCHED, edits), { kind: 'capture-disk-full', on: 'scores' }, { hours: 60 });
      expect(full.detected.by).toEqual(['alarm']);
    }
  });
});

describe('a new account, which Model Monitor is closed to', () => {
  const drift = INCIDENTS['inputs drift, answers stay right'];
  it('sees nothing with it', () => {
    const facts = factsOf(WATCHED, Account.parse({ legacyServices: [] }), catalog);
    expect(outcome(facts, drift).detected.holds).toBe(false);
  });

  /** A job of the player's own: any kind that says what it watches and what its metrics show is a monitor. */
  const job: AnyKind = {
    id: 'own-monitor',
    title: 'Processing job of our own',
    traits: ['own-monitor', 'metric-source'],
    livesIn: ['account'],
    links: [],
    complete: () => ({ props: {}, issues: [] }),
    facets: {
      schedule: () => ({
        watches: 'data-quality',
        source: 'scores',
        hasBaseline: true,
        needsGroundTruth: false,
        output: 'data',
        everyHours: 1,
        publishesMetrics: true,
      }),
      metrics: ({ id }) => [
        {
          namespace: 'Own',
          metric: 'distance',
          unit: 'None',
          min: 0,
          max: 1,
          signal: 'data-drift',
          schedule: id,
          every: 3600,
        },
      ],
      time: () => ({ measures: () => ({ quantity: 'drift', feature: 'amount' }) }),
    },
  };
  it.each([
    ['Own', true],
    ['Others', false],
  ])('sees it with a job of its own and custom metrics in %s', (namespace, told) => {
    const design = edit(WATCHED, {
      drift: null,
      own: ['own-monitor', {}],
      alarm: { source: 'own', namespace, metricName: 'distance' },
    });
    const facts = factsOf(design, Account.parse({ legacyServices: [] }), new Map([...catalog, [job.id, job]]));
    const found = outcome(facts, drift);
    expect(found.detected.by).toContain('own');
    expect(found.notified.holds).toBe(told);
  });
});
