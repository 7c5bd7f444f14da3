import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Account } from '../../src/model/account';
import type { GapCode } from '../../src/game/proof/contract';
import { gapsOf, proving } from '../../src/game/prove';
import { policyText } from '../engine/fake';
import {
  type Json,
  rules,
  node,
  drawing,
  hints,
  rotation,
  ownKeys,
  question,
  foresight,
  foretelling,
  base,
  key,
  bucket,
  topic,
  good,
  wrong,
  type Changes,
  proposal,
  proofOf,
  found,
} from './proposals';

/** What the bucket costs beside the key. */
const bucketPar = proofOf({}).matrix.find(({ name }) => name === 'bucket')?.monthly;

const given = (props: Json, locked = true) => drawing(node('key', 'kms-key', props, { locked }));

describe('a proven scenario', () => {
  const proof = proofOf({});
  test('has no gap, and every claim holds', () => {
    expect(gapsOf(proof)).toEqual([]);
    expect(proof.claims.map(({ state }) => state)).toEqual(proof.claims.map(() => 'holds'));
    expect(proof.proven).toBe(true);
  });
  test('shows every requirement against every design', () => {
    const marks = proof.matrix.map(({ type, name, cells }) => [type, name, ...cells.map(({ met }) => met)]);
    expect(marks).toEqual([
      ['start', '', false, false],
      ['solution', 'bucket', true, true],
      ['solution', 'topic', true, true],
      ['attempt', 'no-rotation', false, true],
      ['attempt', 'no-key', false, false],
    ]);
    expect(proof.matrix.flatMap(({ cells }) => cells).every(({ asSaid }) => asSaid)).toBe(true);
    expect(proof.matrix.flatMap(({ cells }) => cells).every(({ met, reasons }) => met === (reasons.length === 0))).toBe(
      true,
    );
  });
  test('took every part of every solution away', () => {
    expect(proof.ablated).toEqual({ bucket: 5, topic: 5 });
  });
  test('comes in steps that count up to all of them', () => {
    const steps = [...proving(proposal({}), rules)];
    expect(steps.map(({ done }) => done)).toEqual(steps.map((_, at) => at + 1));
    expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
  });
});

const everybody = (effect: 'Allow' | 'Deny') =>
  policyText('', '', { Effect: effect, Principal: '*', Action: 'sqs:*', Resource: '*' }).text;

/** One broken scenario for each gap, and exactly the gaps that it must have. */
const broken: readonly (readonly [GapCode, Changes, readonly string[]])[] = [
  [
    'unknown-kind',
    { scenario: { allowedKinds: [...base.allowedKinds, 'kms-kee'] } },
    ['unknown-kind | scenario | allowedKinds[3]'],
  ],
  [
    'unknown-check',
    { scenario: { requirements: [rotation, ownKeys, { ...ownKeys, id: 'x', check: 'no-such' }] } },
    [
      'unknown-check | scenario | requirements[2].check',
      'solution-misses | solution bucket | diagram',
      'solution-misses | solution topic | diagram',
      'attempt-misses-more | attempt no-rotation | misses',
      'attempt-misses-more | attempt no-key | misses',
      'no-attempt | scenario | requirements[2]',
    ],
  ],
  ['contradiction', { scenario: { questions: [question, question] } }, ['contradiction | scenario | questions[1].id']],
  [
    'bad-policy',
    {
      scenario: {
        account: Account.parse({
          scps: [{ level: 'Root', policies: [{ name: 'half', document: '{"Version": "2012-10-17"}' }] }],
          rcps: [
            {
              level: 'Root',
              policies: [
                { name: 'open', document: everybody('Allow') },
                { name: 'closed', document: everybody('Deny') },
              ],
            },
          ],
        }),
      },
    },
    [
      'bad-policy | scenario | account.scps[0].policies[0].document',
      'bad-policy | scenario | account.rcps[0].policies[0].document',
    ],
  ],
  [
    'few-hints',
    { scenario: { requirements: [{ ...rotation, hints: hints.slice(1) }, ownKeys] } },
    ['few-hints | scenario | requirements[0].hints'],
  ],
  ['no-prediction', { scenario: { task: 'predict' } }, ['no-prediction | scenario | predictions']],
  [
    'no-true-option',
    {
      scenario: foretelling([
        { ...foresight, options: foresight.options.map((one) => ({ ...one, when: [{ check: 'keys-rotate' }] })) },
      ]),
    },
    ['no-true-option | scenario | predictions[0].options'],
  ],
  [
    'many-true-options',
    {
      scenario: foretelling([
        foresight,
        {
          ...foresight,
          id: 'again',
          options: foresight.options.map((one) => ({ ...one, when: [{ check: 'keys-rotate', holds: 'missed' }] })),
        },
      ]),
    },
    ['many-true-options | scenario | predictions[1].options'],
  ],
  ['empty-text', { scenario: { debrief: ' \n' } }, ['empty-text | scenario | debrief']],
  ['no-question', { scenario: { questions: [] } }, ['no-question | scenario | questions']],
  [
    'right-answers',
    { scenario: { questions: [{ ...question, options: question.options.map((one) => ({ ...one, correct: true })) }] } },
    ['right-answers | scenario | questions[0].options'],
  ],
  [
    'lopsided-points',
    {
      scenario: {
        requirements: [{ ...rotation, points: 90 }, ownKeys, { ...ownKeys, id: 'b' }, { ...ownKeys, id: 'c' }],
      },
      attempts: { ...wrong, 'no-key': { ...(wrong['no-key'] as Json), misses: ['rotation', 'own-keys', 'b', 'c'] } },
    },
    ['lopsided-points | scenario | requirements[0].points'],
  ],
  [
    'budget-below-par',
    { scenario: { budget: 0.5 } },
    [
      'budget-below-par | scenario | budget',
      'over-budget | solution bucket | diagram',
      'over-budget | solution topic | diagram',
    ],
  ],
  ['no-par', { scenario: { par: undefined } }, ['no-par | scenario | par']],
  ['par-differs', { scenario: { par: 2 } }, ['par-differs | scenario | par']],
  ['start-passes', { scenario: { start: drawing(key, bucket) } }, ['start-passes | scenario | start']],
  ['no-solution', { solutions: {} }, ['no-solution | scenario']],
  [
    'one-solution',
    { scenario: { par: bucketPar }, solutions: { bucket: good['bucket'] } },
    ['one-solution | scenario'],
  ],
  [
    'same-structure',
    {
      scenario: { par: bucketPar },
      solutions: {
        bucket: good['bucket'],
        again: {
          title: 'The same with other names',
          diagram: drawing(
            node('k-2', 'kms-key', { enableKeyRotation: true }),
            node('b-2', 's3-bucket', { encryption: 'sse-kms', kmsKey: 'k-2' }),
          ),
        },
      },
    },
    ['same-structure | solution again | diagram'],
  ],
  [
    'solution-misses',
    { solutions: { ...good, bad: { title: 'Bad', diagram: drawing(node('key', 'kms-key'), topic, bucket) } } },
    ['solution-misses | solution bad | diagram'],
  ],
  [
    'kind-not-allowed',
    { scenario: { allowedKinds: ['kms-key', 's3-bucket'] } },
    ['kind-not-allowed | solution topic | diagram.nodes.news'],
  ],
  [
    'locked-missing',
    {
      scenario: { start: given({ enableKeyRotation: true }) },
      attempts: { 'no-key': { ...(wrong['no-key'] as Json) } },
    },
    ['locked-missing | attempt no-key | diagram.nodes.key'],
  ],
  [
    'locked-changed',
    { scenario: { start: given({}) } },
    [
      'locked-changed | solution bucket | diagram.nodes.key',
      'locked-changed | solution topic | diagram.nodes.key',
      'locked-missing | attempt no-key | diagram.nodes.key',
    ],
  ],
  [
    'idle-part',
    {
      scenario: { par: bucketPar },
      solutions: {
        ...good,
        topic: {
          title: 'Too much',
          diagram: drawing(key, topic, node('idle', 's3-bucket', { encryption: 'sse-kms', kmsKey: 'key' })),
        },
      },
    },
    ['idle-part | solution topic | diagram.nodes.news', 'idle-part | solution topic | diagram.nodes.idle'],
  ],
  [
    'needed-decoration',
    {
      solutions: {
        ...good,
        bucket: { ...(good['bucket'] as Json), decoration: [{ node: 'key', reason: 'It only looks good.' }] },
      },
    },
    ['needed-decoration | solution bucket | decoration[0]'],
  ],
  [
    'unknown-decoration',
    {
      solutions: {
        ...good,
        bucket: { ...(good['bucket'] as Json), decoration: [{ node: 'kee', reason: 'It only looks good.' }] },
      },
    },
    ['unknown-decoration | solution bucket | decoration[0]'],
  ],
  [
    'attempt-passes',
    { attempts: { ...wrong, fine: { title: 'Fine', misses: ['rotation'], diagram: drawing(key, bucket) } } },
    ['attempt-passes | attempt fine | diagram'],
  ],
  [
    'attempt-misses-more',
    { attempts: { ...wrong, 'no-key': { ...(wrong['no-key'] as Json), misses: ['own-keys'] } } },
    ['attempt-misses-more | attempt no-key | misses'],
  ],
  [
    'attempt-meets',
    { attempts: { ...wrong, 'no-rotation': { ...(wrong['no-rotation'] as Json), misses: ['rotation', 'own-keys'] } } },
    ['attempt-meets | attempt no-rotation | misses[1]'],
  ],
  [
    'unknown-requirement',
    { attempts: { ...wrong, 'no-key': { ...(wrong['no-key'] as Json), misses: ['rotation', 'own-keys', 'tls'] } } },
    ['unknown-requirement | attempt no-key | misses[2]'],
  ],
  ['no-attempt', { attempts: { 'no-rotation': wrong['no-rotation'] } }, ['no-attempt | scenario | requirements[1]']],
];

describe('gaps', () => {
  test.each(broken)('%s', (code, changes, gaps) => {
    expect(found(changes)).toEqual(gaps);
    expect(gaps.some((gap) => gap.startsWith(code))).toBe(true);
    const proof = proofOf(changes);
    expect(proof.proven).toBe(false);
    for (const gap of gapsOf(proof)) {
      expect(gap.reason, gap.code).toMatch(/\S.*[.]/s);
      expect(gap.remedy, gap.code).toMatch(/\S.*[.]/s);
    }
  });
  test('bad-params says which parameter', () => {
    const proof = proofOf({ scenario: { requirements: [{ ...rotation, params: { withinDays: 'soon' } }, ownKeys] } });
    const gap = gapsOf(proof).find(({ code }) => code === 'bad-params');
    expect(gap).toMatchObject({ place: 'requirements[0].params.withinDays', claim: 'names' });
    expect(gap?.reason).not.toMatch(/invalid input/i);
  });
  test('every code is provoked', () => {
    const contract = readFileSync(join(import.meta.dirname, '../../src/game/proof/contract.ts'), 'utf8');
    const codes = [...contract.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code);
    const provoked = new Set(broken.flatMap(([, changes]) => gapsOf(proofOf(changes)).map(({ code }): string => code)));
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => code !== 'bad-params' && !provoked.has(code ?? ''))).toEqual([]);
  });
});

describe('what cannot be asked is not said to hold', () => {
  test('without designs', () => {
    const states = new Map(proofOf({ solutions: {}, attempts: {} }).claims.map(({ id, state }) => [id, state]));
    expect(states.get('solved')).toBe('unasked');
    expect(states.get('needed')).toBe('unasked');
    expect(states.get('exact')).toBe('unasked');
    expect(states.get('drawable')).toBe('unasked');
  });
});

describe('a scenario that begins with something', () => {
  const scenario = {
    task: 'fix',
    par: bucketPar,
    start: drawing(node('key', 'kms-key', { enableKeyRotation: false, pendingWindowInDays: 7 }), bucket),
    requirements: [rotation, { ...ownKeys, points: 1 }] as Json[],
  };
  const fixed = {
    title: 'Rotates',
    diagram: drawing(node('key', 'kms-key', { enableKeyRotation: true, pendingWindowInDays: 7 }), bucket),
  };
  test('asks of the solution only what the player changed, and nothing may be thrown away', () => {
    const proof = proofOf({ scenario, solutions: { fixed } });
    expect(gapsOf(proof)).toEqual([]);
    // Both elements can be removed; one property was changed.
    expect(proof.ablated).toEqual({ fixed: 3 });
  });
  test('sees a change that was not needed', () => {
    const more = {
      title: 'Changes too much',
      diagram: drawing(node('key', 'kms-key', { enableKeyRotation: true, pendingWindowInDays: 30 }), bucket),
    };
    expect(found({ scenario, solutions: { more } })).toEqual([
      'idle-part | solution more | diagram.nodes.key.props.pendingWindowInDays',
    ]);
  });
});
