import { describe, expect, test } from 'vitest';
import { EVENT_REASONS } from '../../../src/engine/monitoring/event-reasons';
import type { DetectorFacet, RuleFacet } from '../../../src/engine/monitoring/facets';
import type { Json } from '../../../src/model/json';
import type { TraceStep } from '../../../src/model/trace';
import { ACCOUNT, allow, type Change, changed, codesOf, type Drawing, factsOfAnswers, policyText, Seen } from '../fake';
import { trail } from './world';

/** Our words: a rule hears what fits and asks its targets in its own name; a detector counts once somebody hears it. */
const FINDING = { name: 'Finding', event: { source: 'finder' }, finding: true };
const sourceOf = (event: Json): unknown =>
  event !== null && typeof event === 'object' && 'source' in event ? event['source'] : undefined;
const listensTo = (source: string, more: Partial<RuleFacet> = {}): RuleFacet => ({
  enabled: true,
  hears: (event) => sourceOf(event) === source,
  hearsCall: () => false,
  targets: ['topic'],
  ...more,
});
const detector: DetectorFacet = { on: true, field: 'on', finds: ['threats', 'external-access'] };
const ask = (from: string, to: string) => ({
  id: `${from}/publish/${to}`,
  from,
  signer: { type: 'service', principal: 'events.amazonaws.com' } as const,
  origin: { type: 'platform' } as const,
  action: 'sns:Publish',
  to,
  purpose: 'delivery' as const,
  title: `${from} tells ${to}`,
});
const publisher = { Principal: { Service: 'events.amazonaws.com' } };
const open = policyText('data', 'policy', allow('s3:GetObject', { Principal: '*' }));
const DRAWN: Drawing = {
  finder: { detector, events: [FINDING] },
  rule: { rule: listensTo('finder'), requests: [ask('rule', 'topic')] },
  topic: {
    operations: [{ action: 'sns:Publish', resource: `arn:aws:sns:us-east-1:${ACCOUNT}:topic` }],
    resourcePolicy: { policy: policyText('topic', 'policy', allow('sns:Publish', publisher)), required: false },
    topic: { subscriptions: [{ protocol: 'email', endpoint: 'a@example.com', confirmed: true, field: 's[0]' }] },
  },
  data: {
    operations: [
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::data/object',
        record: { category: 'data', resourceType: 'T', eventSource: 's', eventName: 'Get' },
      },
    ],
    resourcePolicy: { policy: open, required: false },
  },
};
const seen = new Seen();
const fails = (steps: readonly TraceStep[]) =>
  codesOf(steps.filter(({ verdict, kind }) => verdict === 'fail' && kind === 'chain')).map((code) =>
    code.replace('monitoring.', ''),
  );

const ruling = (more: Partial<RuleFacet>): Change => ({ rule: { rule: listensTo('finder', more) } });
describe('a rule', () => {
  test.each<[string, Change, readonly string[]]>([
    ['hears and tells', {}, []],
    ['is disabled', ruling({ enabled: false }), ['rule-off']],
    ['goes off by the clock', ruling({ hears: () => false, everySeconds: 300 }), []],
    ['has a schedule that is none', ruling({ everySeconds: 0 }), ['rule-bad-schedule']],
    ['fits nothing', ruling({ hears: () => false }), ['rule-hears-nothing']],
    ['waits for calls without a trail', ruling({ hears: () => false, hearsCall: () => true }), ['rule-needs-trail']],
    ['has no target', ruling({ targets: [] }), ['no-actions']],
    ['may not publish', { topic: { resourcePolicy: { required: false } } }, ['not-delivered']],
    ['tells nobody', { topic: { topic: { subscriptions: [] } } }, ['no-subscription']],
  ])('%s', (_, change, expected) => {
    const [found] = factsOfAnswers(changed(DRAWN, change)).rules;
    seen.add(found?.trace.steps ?? []);
    expect(fails(found?.trace.steps ?? [])).toEqual(expected);
    expect(found?.trace.allowed).toBe(expected.length === 0);
    expect((found?.reaches.length ?? 0) > 0 && expected.length === 0).toBe(found?.trace.allowed);
  });
  test('a trail that keeps the calls lets it hear them, and no other trail does', () => {
    const calls = ruling({ hears: () => false, hearsCall: ({ eventName }) => eventName === 'Get' });
    const hears = (dataEvents: readonly string[]) =>
      factsOfAnswers(changed(DRAWN, { ...calls, trail: { trail: { ...trail, bucket: 'data', dataEvents } } })).rules[0]
        ?.hears;
    expect(hears(['T'])).toEqual(['data']);
    expect(hears([])).toEqual([]);
  });
});

const finding = (more: Partial<DetectorFacet>): Change => ({ finder: { detector: { ...detector, ...more } } });
describe('a detector', () => {
  test.each<[string, Change, readonly string[]]>([
    ['reports to people', {}, []],
    ['is off', finding({ on: false }), ['detector-off']],
    ['has nothing to look at', finding({ blind: 'no bucket is named.' }), ['detector-blind']],
    ['may not do what it needs', { finder: { requests: [ask('finder', 'data')] } }, ['detector-blocked']],
    ['is heard by no rule', { rule: null }, ['findings-unheard']],
    ['is heard by a rule that is off', ruling({ enabled: false }), ['findings-unheard']],
    ['is heard by a rule that tells nobody', ruling({ targets: [] }), ['findings-lost', 'no-actions']],
  ])('%s', (_, change, expected) => {
    const [found] = factsOfAnswers(changed(DRAWN, change)).detectors;
    seen.add(found?.trace.steps ?? []);
    expect(fails(found?.trace.steps ?? [])).toEqual(expected);
    expect(found?.trace.allowed).toBe(expected.length === 0);
  });
  test('one rule that tells somebody is enough', () => {
    const more = { 'a-rule': { rule: listensTo('finder', { targets: [] }) } };
    expect(factsOfAnswers(changed(DRAWN, more)).detectors[0]?.trace.allowed).toBe(true);
  });
});

describe('access from outside', () => {
  const external = (policy: Drawing[string]['resourcePolicy']) =>
    factsOfAnswers(changed(DRAWN, policy ? { data: { resourcePolicy: policy } } : {})).detectors[0]?.external.map(
      ({ who }) => who,
    );
  const says = (...statements: Parameters<typeof allow>[1][]) => ({
    policy: policyText('data', 'policy', ...statements.map((more) => allow('s3:GetObject', more))),
    required: false,
  });
  const friend = 'arn:aws:iam::444455556666:role/reader';
  test.each([
    ['everybody', says({ Principal: '*' }), ['everybody']],
    ['every account', says({ Principal: { AWS: '*' } }), ['everybody']],
    ['another account', says({ Principal: { AWS: '444455556666' } }), ['account 444455556666']],
    ['a role of another account', says({ Principal: { AWS: friend } }), [friend]],
    ['our own account', says({ Principal: { AWS: ACCOUNT } }), []],
    ['a service', says({ Principal: { Service: 'x.amazonaws.com' } }), []],
    [
      'everybody of our own account',
      says({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } }),
      [],
    ],
    ['a deny that undoes it', says({ Principal: { AWS: friend } }, { Effect: 'Deny', Principal: '*' }), []],
    ['public access is blocked', { ...says({ Principal: '*' }), blocksPublic: true }, []],
    ['a policy for other actions', { ...says({ Principal: '*' }), actions: ['sts:AssumeRole'] }, []],
  ])('%s', (_, policy, expected) => expect(external(policy)).toEqual(expected));
  test('nobody asks, nobody looks', () => {
    const facts = factsOfAnswers(changed(DRAWN, finding({ finds: ['threats'] })));
    expect(facts.detectors[0]?.external).toEqual([]);
  });
  test('a detector that is off reports none', () => {
    expect(factsOfAnswers(changed(DRAWN, finding({ on: false }))).detectors[0]?.external).toEqual([]);
  });
});

test('every reason is reached, and every place is filled', () => {
  expect(seen.missing(EVENT_REASONS)).toEqual([]);
  expect(seen.unfinished()).toEqual([]);
});
