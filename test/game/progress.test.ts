import { describe, expect, it } from 'vitest';
import { hintsFor, hintsLeft } from '../../src/game/hints';
import {
  bestOf,
  mergeProgress,
  NO_PROGRESS,
  readProgress,
  recordAnswer,
  recordMiss,
  recordResult,
} from '../../src/game/progress';
import { solvedBy } from '../../src/game/solved';
import { capitalise, count, dollars, listWords, withArticle } from '../../src/game/words';
import type { Report } from '../../src/model/report';
import { Scenario } from '../../src/model/scenario';

function report(earned: number, stars: 0 | 1 | 2 | 3, monthly = 50): Report {
  const requirements = ['a', 'b'].map((id, index) => {
    const met = earned > index * 10;
    return { id, met, points: 10, earned: met ? 10 : 0, meets: 0, judged: 1, findings: [] };
  });
  return {
    requirements,
    problems: [],
    traces: [],
    cost: { monthly, lines: [] },
    score: { earned, possible: 20, stars },
  };
}
const requirement = (id: string) => ({ id, title: `Do ${id}`, check: 'x', points: 10, debrief: 'Because.' });
const scenario = Scenario.parse({
  format: 'perimeter-scenario',
  version: 1,
  id: 's',
  title: 'S',
  summary: 'S',
  story: 'S',
  task: 'build',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'D',
  start: { nodes: {} },
  allowedKinds: ['k'],
  debrief: 'D',
  budget: 40,
  requirements: [requirement('a'), requirement('b')],
});

describe('solvedBy', () => {
  it.each([
    [report(0, 0), 'The first star wants 60 % of the points: 12 points more. Still open: “Do a” and “Do b”.'],
    [report(10, 1), 'The second star wants every requirement. Still open: “Do b”.'],
    [report(20, 2), 'The third star wants at most $40.00 a month; this design costs $50.00.'],
    [report(20, 3), undefined],
  ])('says what the next star wants', (given, next) => {
    expect(solvedBy(scenario, given).next).toBe(next);
  });
  it('names what is proved and what is open', () => {
    const solved = solvedBy(scenario, report(10, 1));
    expect([solved.proved.map(({ id }) => id), solved.open.map(({ id }) => id), solved.complete]).toEqual([
      ['a'],
      ['b'],
      false,
    ]);
  });
});

describe('questions', () => {
  it('are remembered with how often they were missed, and do not touch results', () => {
    const first = recordAnswer(NO_PROGRESS, 's', 'q', false, '2026-01-01T00:00:00Z');
    const again = recordAnswer(first, 's', 'q', true, '2026-01-02T00:00:00Z');
    const other = recordAnswer(again, 's', 'constructor', true, '2026-01-03T00:00:00Z');
    expect(first.questions).toEqual({ s: { q: { right: false, asked: 1, missed: 1, at: '2026-01-01T00:00:00Z' } } });
    expect(other.questions['s']?.['q']).toEqual({ right: true, asked: 2, missed: 1, at: '2026-01-02T00:00:00Z' });
    expect(other.questions['s']?.['constructor']?.asked).toBe(1);
    expect(other.best).toBe(NO_PROGRESS.best);
    expect(readProgress(JSON.stringify(again))).toEqual({ ok: true, value: again });
  });
  it('are not in an old file, which keeps its results', () => {
    const best = { s: { earned: 10, possible: 20, stars: 1, monthly: 50, at: '2026-01-01T00:00:00Z' } };
    const old = JSON.stringify({ format: 'perimeter-progress', version: 1, best });
    expect(readProgress(old)).toEqual({ ok: true, value: { ...NO_PROGRESS, best } });
  });
});

describe('progress', () => {
  const at = '2026-01-01T00:00:00Z';
  it('keeps the best: stars, then points, then cost', () => {
    const first = recordResult(NO_PROGRESS, 's', report(20, 2, 50), at);
    expect(bestOf(first, 's')).toEqual({ earned: 20, possible: 20, stars: 2, monthly: 50, at });
    expect(recordResult(first, 's', report(10, 1, 1), at)).toBe(first);
    expect(recordResult(first, 's', report(20, 2, 50), at)).toBe(first);
    expect(bestOf(recordResult(first, 's', report(20, 2, 49), at), 's')?.monthly).toBe(49);
    expect(bestOf(recordResult(first, 's', report(20, 3, 90), at), 's')?.stars).toBe(3);
    expect(recordResult(NO_PROGRESS, 's', report(0, 0), at)).toBe(NO_PROGRESS);
  });
  it('is read back, or not at all', () => {
    const some = recordResult(NO_PROGRESS, 's', report(20, 3), at);
    expect(readProgress(JSON.stringify(some))).toEqual({ ok: true, value: some });
    for (const text of ['', '{', '{}', '[]', JSON.stringify({ ...some, version: 4 })])
      expect(readProgress(text).ok).toBe(false);
    expect(bestOf(some, 'constructor')).toBeUndefined();
  });
});

describe('a review', () => {
  const at = '2026-01-01T00:00:00Z';
  it('begins with what was missed, also in an older file', () => {
    const asked = { right: true, asked: 2, missed: 1, at };
    const questions = { s: { q: asked, known: { ...asked, missed: 0 } } };
    const old = { format: 'perimeter-progress', version: 2, best: {}, questions };
    const read = readProgress(JSON.stringify(old));
    expect(read).toEqual({
      ok: true,
      value: { ...NO_PROGRESS, questions, review: { s: { 'question:q': { missed: at } } } },
    });
  });
  it('says where a file is broken, and how to mend it', () => {
    const broken = JSON.stringify(recordMiss(NO_PROGRESS, 's', 'goal:a', 'yesterday'), null, 2);
    const read = readProgress(broken);
    expect(read.ok ? [] : read.problems).toEqual([
      {
        place: 'review.s.goal:a.missed',
        line: 9,
        reason: 'This is no time. Write it like 2026-01-31T12:00:00Z.',
        remedy: 'Correct this value.',
      },
    ]);
  });
});

describe('two records of one player', () => {
  const early = '2026-01-01T00:00:00Z';
  const late = '2026-02-01T00:00:00Z';
  const memory = {
    due: late,
    last: early,
    stability: 3,
    difficulty: 5,
    days: 31,
    reviews: 1,
    lapses: 0,
    state: 2,
  } as const;
  const one = recordMiss(
    recordAnswer(recordResult(NO_PROGRESS, 's', report(20, 2, 50), late), 's', 'q', true, late),
    's',
    'goal:a',
    early,
  );
  const again = recordAnswer(recordAnswer(NO_PROGRESS, 's', 'q', false, early), 's', 'q', false, early);
  const better = recordResult(recordResult(again, 's', report(20, 3, 30), early), 't', report(10, 1), early);
  const other = { ...better, review: { s: { ...better.review['s'], 'goal:a': { missed: late, memory } } } };

  it('become one: the better result, the later answer, and everything that only one of them has', () => {
    const merged = mergeProgress(one, other);
    expect([merged.best['s']?.stars, merged.best['t']?.stars]).toEqual([3, 1]);
    expect(merged.questions['s']?.['q']).toEqual({ right: true, asked: 2, missed: 2, at: late });
    expect(merged.review).toEqual({ s: { 'goal:a': { missed: late, memory }, 'question:q': { missed: early } } });
    expect(mergeProgress(other, one)).toEqual(merged);
    expect(mergeProgress(merged, other)).toEqual(merged);
    expect(readProgress(JSON.stringify(merged))).toEqual({ ok: true, value: merged });
  });
});

describe('hints', () => {
  const hints = (['step', 'nudge', 'where'] as const).map((level) => ({ level, text: level }));
  const one = { ...scenario.requirements[0]!, hints };
  it('open from the gentlest on', () => {
    expect(hintsFor(one, 2).map(({ text }) => text)).toEqual(['nudge', 'where']);
    expect([hintsFor(one, -1), hintsFor(one, 9).length, hintsLeft(one, 2), hintsLeft(one, 9)]).toEqual([[], 3, 1, 0]);
  });
});

it('writes articles, lists and amounts', () => {
  const titles = [
    'S3 bucket',
    'VPC',
    'IAM role',
    'NAT gateway',
    'KMS key',
    'Subnet',
    'Internet gateway',
    'SNS topic',
    'EC2 instance',
    'Lambda function',
    'SageMaker model',
  ];
  expect(titles.map((title) => withArticle(title).split(' ')[0])).toEqual([
    'an',
    'a',
    'an',
    'a',
    'a',
    'a',
    'an',
    'an',
    'an',
    'a',
    'a',
  ]);
  expect([
    listWords([], 'or'),
    listWords(['a'], 'or'),
    listWords(['a', 'b'], 'or'),
    listWords(['a', 'b', 'c', 'd', 'e'], 'and'),
  ]).toEqual(['', 'a', 'a or b', 'a, b, c and 2 more']);
  expect([count(1, 'point'), count(2, 'point'), dollars(7.3), dollars(12345.6), capitalise('ab')]).toEqual([
    '1 point',
    '2 points',
    '$7.30',
    '$12,346',
    'Ab',
  ]);
});
