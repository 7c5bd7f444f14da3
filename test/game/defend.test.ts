import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { policy } from '../../src/checks/example';
import { INCIDENT_EXAMPLES } from '../../src/checks/incident-examples';
import type { CheckExample } from '../../src/engine/check';
import { say, wordsOf } from '../../src/engine/wording';
import { cardsOf, playCard, shuffled, STANDING_WORDS, standingOf, WATCHED_HOURS } from '../../src/game/defend';
import { incidentMarkdown } from '../../src/game/defend-markdown';
import { incidentReport } from '../../src/game/defend-report';
import { possibleTargets } from '../../src/game/drill';
import { judge } from '../../src/game/judge';
import { Incident } from '../../src/model/incident';
import { Scenario } from '../../src/model/scenario';

const words = wordsOf(checks);
const scenarioFolder = new URL('../../scenarios/who-did-it/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, scenarioFolder), 'utf8'));
const INVOKE = policy({
  Effect: 'Allow',
  Action: 'sagemaker:InvokeEndpoint',
  Resource: 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/loan-endpoint',
});
const HOUR = 3600;

const DRIFT = { kind: 'input-drift', on: 'scores', atHour: 30, shift: 1 };
const DELETION = { kind: 'resource-deleted', on: 'scores', by: 'operator', atHour: 30 };

/** A scenario over the design of an example, with two goals: one about the incident, one that is met anyway. */
function play(example: CheckExample, asked: object, more: object = {}) {
  const scenario = Scenario.parse({
    format: 'perimeter-scenario',
    version: 1,
    id: 'tests',
    title: 'Tests & <b>names</b>',
    summary: 'For tests.',
    story: 'A story.',
    task: 'defend',
    difficulty: 'foundation',
    minutes: 5,
    domain: 'Security',
    start: example.diagram,
    allowedKinds: [...catalog.keys()],
    requirements: [
      {
        id: 'told',
        title: 'Somebody is told',
        check: 'incident-noticed',
        params: { incident: asked, expect: 'notified' },
        points: 1,
        controls: [{ standard: 'HIPAA', number: '164.312(b)', source: 'for tests' }],
        debrief: 'Because.',
      },
      { id: 'drawn', title: 'AWS accepts it', check: 'deployable', params: {}, points: 1, debrief: 'Because.' },
    ],
    debrief: 'Well.',
    ...more,
  });
  const { facts, report } = judge(scenario.start, scenario, { catalog, checks });
  const incident = Incident.parse(asked);
  const card = playCard(facts, incident, scenario.traffic);
  const setting = { facts, report, scenario, catalog, say: (one: Parameters<typeof say>[0]) => say(one, words) };
  const written = incidentReport(card, { ...setting, at: '2026-11-24T08:00:00.000Z' });
  const lines = (title: string) => written.sections.find((one) => one.title === title)?.lines;
  return { facts, card, written, lines, text: incidentMarkdown(written) };
}

describe('a card', () => {
  it.each([
    ['told', INCIDENT_EXAMPLES.told, DRIFT],
    ['noticed', INCIDENT_EXAMPLES.silentTopic, DRIFT],
    ['unnoticed', INCIDENT_EXAMPLES.conceptUnseen, { kind: 'concept-drift', on: 'scores', atHour: 30 }],
    ['prevented', INCIDENT_EXAMPLES.mayNotDelete, DELETION],
    ['unnoticed', INCIDENT_EXAMPLES.mayDelete, DELETION],
    ['nowhere', INCIDENT_EXAMPLES.told, { kind: 'nat-lost', on: 'nat', atHour: 3 }],
  ] as const)('stands as %s', (standing, example, asked) => {
    const { card } = play(example, asked);
    expect(standingOf(card)).toBe(standing);
    expect(STANDING_WORDS[standing]).not.toBe('');
  });
  it('counts the worst of several outcomes', () => {
    const { facts } = play(INCIDENT_EXAMPLES.mayDelete, DELETION);
    const card = playCard(facts, Incident.parse({ ...DELETION, on: 'callable' }), Scenario.shape.traffic.parse({}));
    expect(card.timeline.outcomes.some(({ prevented }) => prevented.holds)).toBe(true);
    expect(standingOf(card)).toBe('unnoticed');
  });
  it('shows its story, from an hour before it until an hour after the last answer', () => {
    const { card } = play(INCIDENT_EXAMPLES.told, DRIFT);
    const { from, to, events, series, records, outcomes } = card.timeline;
    expect(from).toBe(29 * HOUR);
    expect(to).toBe((outcomes[0]?.notified.at ?? 0) + HOUR);
    expect(events.length).toBeGreaterThan(2);
    expect(events.every(({ at }) => at >= from && at <= to)).toBe(true);
    expect([series, records]).toEqual([[], []]);
  });
  it('counts losses for as long as it says, and no longer', () => {
    const { card } = play(INCIDENT_EXAMPLES.mayDelete, DELETION, { traffic: { calls: [{ perHour: 100 }], swing: 0 } });
    const lost = card.timeline.outcomes[0]?.loss.requests ?? 0;
    expect(Math.abs(lost - 100 * WATCHED_HOURS)).toBeLessThan(400);
  });
});

describe('the pile', () => {
  it('has the same order for the same seed, and loses no card', () => {
    const cards = Array.from({ length: 12 }, (_, index) => index);
    expect(shuffled(cards, 7)).toEqual(shuffled(cards, 7));
    expect(shuffled(cards, 7)).not.toEqual(shuffled(cards, 8));
    for (const seed of [0, 1, 2, 1_000_000]) expect(shuffled(cards, seed).toSorted((a, b) => a - b)).toEqual(cards);
    expect(shuffled([], 1)).toEqual([]);
  });
  it('puts every card at every place, if it is shuffled often enough', () => {
    const firsts = new Set(Array.from({ length: 200 }, (_, seed) => shuffled(['a', 'b', 'c', 'd'], seed).join('')));
    expect(firsts.size).toBe(24);
  });
  it('has one card for each kind that can happen to the design, each where it can happen', () => {
    const { facts } = play(INCIDENT_EXAMPLES.told, DRIFT);
    const targets = possibleTargets(facts);
    for (const seed of [1, 2, 3]) {
      const cards = cardsOf(facts, seed);
      expect(cards.map(({ kind }) => kind)).toEqual(
        [...targets].filter(([, on]) => on.length > 0).map(([kind]) => kind),
      );
      for (const { kind, on } of cards) expect(targets.get(kind)).toContain(on);
    }
    expect(cardsOf(facts, 4)).toEqual(cardsOf(facts, 4));
  });
});

describe('the post-incident report', () => {
  it('tells the whole story where the chain held', () => {
    const { text } = play(INCIDENT_EXAMPLES.told, DRIFT);
    expect(text).toBe(TOLD);
  });
  it('says at which hop the message was lost, and which goal that touches', () => {
    const { lines, written } = play(INCIDENT_EXAMPLES.silentTopic, DRIFT);
    expect(written.summary).toBe('It took effect, and was noticed. Nobody was told. No record names who did it.');
    expect(lines('Who was told')).toEqual(['Nobody.']);
    const needed = lines('What would have noticed it, or named who did it');
    expect(needed?.[0]).toBe('alarm cannot deliver to topic.');
    expect(needed?.[1]).toMatch(/aws\/sns/);
    expect(lines('Goals and controls that it touches')).toEqual([
      'Not met: Somebody is told. Controls: HIPAA 164.312(b).',
    ]);
  });
  it('names who did it, what keeps the record, and what was missing', () => {
    const { lines, written } = play(INCIDENT_EXAMPLES.mayDelete, DELETION);
    expect(written.summary).toBe('It took effect, and nothing showed it. Nobody was told. Records name operator.');
    expect(lines('Who did it')).toEqual([
      'operator: DeleteEndpoint on scores, allowed, 1 call in the hour from Tue 06:00 UTC, kept in the Event history for 90 days.',
    ]);
    expect(lines('What would have noticed it, or named who did it')).toEqual([
      'alarm does not change its state. It waits for Average of feature_baseline_drift_amount > 0.1.',
      'No trail is drawn. The Event history keeps management events for 90 days, and no rule hears of calls.',
    ]);
    expect(lines('What stopped it')).toEqual(['Nothing in the design.']);
  });
  it.each([
    ['no-watch', 4, ['No alarm watches loan-endpoint.', 'No rule hears of DeleteEndpoint.']],
    [
      'bucket-refuses',
      4,
      [
        'No alarm watches loan-endpoint.',
        'loan-trail cannot deliver its log files: see the failed request.',
        'The resource policy does not allow cloudtrail.amazonaws.com to call s3:GetBucketAcl on arn:aws:s3:::loan-logs.',
      ],
    ],
    [
      'topic-refuses-rules',
      4,
      ['somebody-did-it cannot deliver to security-team.', expect.stringContaining('events.amazonaws.com')],
    ],
    ['unconfirmed', 4, ['security-team has no confirmed subscription of a person.']],
    [
      'missing-is-missing',
      4,
      [
        'nobody-asks does not change its state. It waits for Sum of Invocations < 1.',
        'No rule hears of DeleteEndpoint.',
      ],
    ],
  ] as const)('of the design “%s” it says what was missing', (name, card, missing) => {
    const { diagram } = read(`attempts/${name}.json`) as { diagram: CheckExample['diagram'] };
    const { incidents, traffic } = read('scenario.json') as { incidents: readonly object[]; traffic: object };
    const { lines } = play({ title: name, diagram }, incidents[card] ?? {}, { traffic });
    expect(lines('What would have noticed it, or named who did it')).toEqual(missing);
  });
  it('knows data events that no trail selects', () => {
    const { diagram } = read('attempts/management-events-only.json') as { diagram: CheckExample['diagram'] };
    const thief = { accessKeys: 1, policies: [{ name: 'ask', document: INVOKE }] };
    const user = { id: 'thief', kind: 'iam-user', name: 'thief', position: { x: 0, y: 0 }, props: thief };
    const asked = { kind: 'long-lived-key-stolen', on: 'thief', atHour: 30 };
    const { lines } = play({ title: 'A thief', diagram: { nodes: { ...diagram.nodes, thief: user } } }, asked);
    expect(lines('Who did it')).toEqual(['No record names anybody.']);
    expect(lines('What would have noticed it, or named who did it')).toContain(
      'No trail keeps InvokeEndpoint on loan-endpoint: it is a data event of AWS::SageMaker::Endpoint.',
    );
  });
  it('says what stopped it', () => {
    const { lines, written } = play(INCIDENT_EXAMPLES.mayNotDelete, DELETION);
    expect(written.summary).toBe('It came to nothing.');
    expect(lines('What stopped it')?.at(-1)).toBe('Nobody in this design may do sagemaker:DeleteEndpoint on scores.');
    expect(lines('What was lost')).toEqual(['Nothing that is counted.']);
    expect(lines('What would have noticed it, or named who did it')).toBeUndefined();
  });
  it('says so when nothing can meet it', () => {
    const { written } = play(INCIDENT_EXAMPLES.told, { kind: 'nat-lost', on: 'nat-gateway', atHour: 3 });
    expect(written.title).toBe('Post-incident report: NAT gateway lost at every NAT gateway');
    expect(written.summary).toBe('Nothing in this design could meet it.');
  });
  it('lets no name become markup', () => {
    const { text } = play(INCIDENT_EXAMPLES.told, DRIFT);
    expect(text).not.toMatch(/<b>/);
    expect(text).toContain('Tests \\& \\<b\\>names\\</b\\>');
  });
});

const TOLD = String.raw`# Post-incident report: Input drift at scores

Tests \& \<b\>names\</b\>, 2026-11-24.

**It took effect, and was noticed. Somebody was told. No record names who did it.**

Played in simulated time, which starts on a Monday at 00:00 UTC. Losses are counted for at most 3 d, against the same time without the incident.

## What happened

- One feature of the requests moves away from the training data.
- It began on Tue 06:00 UTC at scores.
- The inputs of scores drift away from the training data.

## What noticed it

- drift, alarm, after 1 h 17 min.

## Who was told

- security@example.com, after 1 h 18 min.

## Who did it

- No record names anybody.

## What was lost

- Nothing that is counted.

## What stopped it

- Nothing in the design.

## What would have noticed it, or named who did it

- No trail is drawn. The Event history keeps management events for 90 days, and no rule hears of calls.

## Goals and controls that it touches

- Met: Somebody is told. Controls: HIPAA 164.312(b).

## Timeline

- **Tue 06:00 UTC** The inputs of scores drift away from the training data.
- **Tue 07:17 UTC** drift finds that amount has drifted by 0.385 from its baseline; 0.1 is the limit.
- **Tue 07:18 UTC** alarm goes from OK to ALARM (Average of feature\_baseline\_drift\_amount \> 0.1).
- **Tue 07:18 UTC** topic tells security@example.com by email.
`;
