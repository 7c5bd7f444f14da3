import { describe, expect, it } from 'vitest';
import { NO_PROGRESS, readProgress, recordMiss } from '../../src/game/progress';
import { cardOf, daysAfter, GRADES, recordReview } from '../../src/game/review';
import { dueAt, planOf } from '../../src/game/review-due';
import { Scenario } from '../../src/model/scenario';

const at = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString();
const place = { scenario: 's', idea: 'question:q' };
const ideaOf = (progress: typeof NO_PROGRESS) => progress.review['s']?.['question:q'] ?? { missed: '' };
const missed = recordMiss(NO_PROGRESS, 's', 'question:q', at(1));

describe('the plan', () => {
  it('brings an idea back a day after it was missed', () => {
    expect(dueAt(ideaOf(missed))).toBe(Date.parse(at(2)));
    expect(planOf(missed, () => true)).toEqual([{ ...place, at: Date.parse(at(2)) }]);
    expect(planOf(missed, () => false)).toEqual([]);
  });
  it('puts the most overdue first', () => {
    const two = recordMiss(missed, 't', 'goal:g', at(0));
    expect(planOf(two, () => true).map(({ idea }) => idea)).toEqual(['goal:g', 'question:q']);
  });
  it('brings an idea back soon when it is missed again after its review', () => {
    const reviewed = recordReview(missed, place, 'easy', at(2));
    expect(dueAt(ideaOf(reviewed))).toBeGreaterThan(Date.parse(at(5)));
    const again = recordMiss(reviewed, 's', 'question:q', at(3));
    expect(dueAt(ideaOf(again))).toBe(Date.parse(at(4)));
    expect(ideaOf(again).memory).toEqual(ideaOf(reviewed).memory);
  });
});

describe('a review', () => {
  it('waits longer the better the idea was known, and longer each time', () => {
    const first = daysAfter(ideaOf(missed), at(2));
    const days = GRADES.map((grade) => first[grade]);
    expect(days[0]).toBeGreaterThanOrEqual(1);
    expect(days).toEqual([...days].sort((one, other) => one - other));
    expect(new Set(days).size).toBeGreaterThan(2);
    const once = recordReview(missed, place, 'good', at(2));
    expect(daysAfter(ideaOf(once), at(2 + first.good)).good).toBeGreaterThan(first.good);
    expect(daysAfter(ideaOf(once), at(2 + first.good)).again).toBeLessThan(first.good);
  });
  it('says days that are true, and is read back as it was written', () => {
    const once = recordReview(missed, place, 'good', at(2));
    const { memory } = ideaOf(once);
    expect(Date.parse(memory?.due ?? '')).toBe(Date.parse(at(2 + daysAfter(ideaOf(missed), at(2)).good)));
    expect(readProgress(JSON.stringify(once))).toEqual({ ok: true, value: once });
    const failed = recordReview(once, place, 'again', at(9));
    expect(ideaOf(failed).memory).toMatchObject({ reviews: 2, lapses: 1, last: at(9) });
  });
  it('changes nothing for an idea that is not there', () => {
    expect(recordReview(missed, { scenario: 's', idea: 'question:constructor' }, 'good', at(2))).toBe(missed);
    expect(recordReview(missed, { scenario: 'constructor', idea: 'goal:g' }, 'good', at(2))).toBe(missed);
  });
});

describe('a card', () => {
  const check = { check: 'x' };
  const scenario = Scenario.parse({
    format: 'perimeter-scenario',
    version: 1,
    id: 's',
    title: 'Title',
    summary: 'S',
    story: 'S',
    task: 'build',
    difficulty: 'foundation',
    minutes: 5,
    domain: 'D',
    start: { nodes: {} },
    allowedKinds: ['k'],
    debrief: 'D',
    requirements: [
      {
        id: 'g',
        title: 'Keep it in',
        detail: 'All of it.',
        ...check,
        points: 1,
        debrief: 'Because.',
        hints: [
          { level: 'step', text: 'Do this.' },
          { level: 'nudge', text: 'Look.' },
          { level: 'principle', text: 'Routes decide.' },
        ],
      },
    ],
    predictions: [
      {
        id: 'p',
        text: 'What happens?',
        points: 1,
        debrief: 'Well.',
        options: ['a', 'b'].map((id) => ({ id, text: id, why: `why ${id}`, when: [check] })),
      },
    ],
    questions: [
      {
        id: 'q',
        text: 'Which?',
        options: [
          { text: 'This', correct: true, why: 'It is.' },
          { text: 'That', correct: false, why: 'It is not.' },
        ],
      },
    ],
  });
  const truths = new Map([['p', 'b']]);
  it('asks the question, the prediction or the goal, and answers it', () => {
    expect(cardOf(scenario, 'question:q', truths)).toMatchObject({
      from: 'Title',
      ask: 'Which?',
      options: [{ right: true }, { right: false, why: 'It is not.' }],
    });
    expect(cardOf(scenario, 'prediction:p', truths)).toMatchObject({
      options: [{ right: false }, { right: true, why: 'why b' }],
      why: 'Well.',
    });
    expect(cardOf(scenario, 'goal:g', truths)).toEqual({
      from: 'Title',
      lead: 'How do you reach this goal?',
      ask: 'Keep it in',
      options: [],
      answer: 'Routes decide.\n\nDo this.',
      why: 'Because.',
    });
  });
  it('is absent when the scenario has changed', () => {
    for (const idea of ['question:no', 'goal:no', 'prediction:no', '']) {
      expect(cardOf(scenario, idea, truths)).toBeUndefined();
    }
    expect(cardOf(scenario, 'prediction:p', new Map())).toBeUndefined();
  });
});
