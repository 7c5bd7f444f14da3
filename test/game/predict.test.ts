import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { grade, passes } from '../../src/game/grade';
import { judge } from '../../src/game/judge';
import { isStart, playOf } from '../../src/game/predict-drill';
import { rightAnswers, truthsOf } from '../../src/game/predict';
import { isComplete, isFrozen, isPredicting, withheld, withLocks } from '../../src/game/predict-play';
import { Scenario } from '../../src/model/scenario';
import { drawing, scenario } from './key-to-foretell';

const rules = { catalog, checks };
const mended = drawing(true);
const scoreOf = (answers: Record<string, string[]>, diagram: Scenario['start'] = mended) =>
  judge(diagram, scenario, rules, answers).report.score;

describe('what is true of the start', () => {
  test('is what the simulator says: one option, whatever became of the design', () => {
    const options = truthsOf(scenario, rules).get('rotates') ?? [];
    expect(options.map(({ id, holds }) => [id, holds])).toEqual([
      ['yes', false],
      ['silent', false],
      ['both', false],
      ['no', true],
    ]);
    expect(rightAnswers(scenario, rules)).toEqual({ rotates: ['no'] });
    expect(scoreOf({ rotates: ['no'] }, mended).earned).toBe(10);
  });
});

describe('points', () => {
  test.each([
    ['nothing is said', {}, 5, 0],
    ['the first answer is right', { rotates: ['no'] }, 10, 3],
    ['the second is right', { rotates: ['yes', 'no'] }, 7, 2],
    ['a wrong one', { rotates: ['yes'] }, 5, 0],
    ['what comes after the right one', { rotates: ['no', 'yes'] }, 10, 3],
    ['the same one twice', { rotates: ['yes', 'yes', 'no'] }, 7, 2],
    ['an option that does not exist', { rotates: ['never', 'no'] }, 10, 3],
    ['a prediction that does not exist', { other: ['no'] }, 5, 0],
  ])('%s', (_case, answers, earned, stars) => {
    expect(scoreOf(answers)).toEqual({ earned, possible: 10, stars });
  });
  test('the third answer earns nothing', () => {
    const { report } = judge(mended, scenario, rules, { rotates: ['yes', 'both', 'no'] });
    expect(report.predictions?.[0]).toMatchObject({ state: 'right', earned: 0 });
  });
  test('the start earns none without an answer', () => {
    expect(scoreOf({}, scenario.start)).toEqual({ earned: 0, possible: 10, stars: 0 });
  });
});

describe('until everything is foretold', () => {
  const { report } = judge(mended, scenario, rules, { rotates: ['yes'] });
  test('the design is frozen, and nothing is judged', () => {
    expect([isPredicting(report), isFrozen(scenario, report), isComplete(report)]).toEqual([true, true, false]);
    expect(report.requirements[0]?.met).toBe(true);
    const shown = withheld(report);
    expect(shown.requirements).toEqual([
      { id: 'rotation', points: 5, met: false, earned: 0, meets: 0, judged: 0, findings: [] },
    ]);
    expect(shown.score).toEqual({ earned: 0, possible: 10, stars: 0 });
    expect(shown.predictions).toBe(report.predictions);
  });
  test('an open prediction says nothing about itself', () => {
    const open = judge(mended, scenario, rules).report.predictions;
    expect(open).toEqual([{ id: 'rotates', points: 5, earned: 0, committed: [], state: 'open', findings: [] }]);
  });
  test('then it is the player’s, and everything is judged', () => {
    const done = judge(mended, scenario, rules, { rotates: ['yes', 'no'] }).report;
    expect([isPredicting(done), isFrozen(scenario, done), isComplete(done)]).toEqual([false, false, true]);
    expect(done.predictions?.[0]?.findings.map(({ answer }) => answer)).toEqual(['misses']);
  });
  test('with nothing to mend it stays frozen', () => {
    const alone = { ...scenario, requirements: [] };
    const done = judge(alone.start, alone, rules, { rotates: ['no'] }).report;
    expect([isPredicting(done), isFrozen(alone, done), isComplete(done)]).toEqual([false, true, true]);
    expect(done.score).toEqual({ earned: 5, possible: 5, stars: 3 });
  });
});

describe('locks', () => {
  const locksOf = (diagram: Scenario['start']) => Object.values(diagram.nodes).map(({ locked }) => locked ?? false);
  test('hold everything while it is frozen, and what the start locks afterwards', () => {
    const frozen = withLocks(scenario.start, scenario.start, true);
    expect(locksOf(frozen)).toEqual([true, true]);
    expect(withLocks(frozen, scenario.start, true)).toBe(frozen);
    expect(withLocks(frozen, scenario.start, false)).toEqual(scenario.start);
  });
});

describe('the days that decide', () => {
  const about = (params: object) =>
    Scenario.parse({ ...scenario, predictions: [{ ...scenario.predictions[0], params }] }).predictions[0]!;
  const { facts } = judge(scenario.start, scenario, rules);
  test('are played where the prediction is about an incident', () => {
    const deletion = { kind: 'key-disabled', on: 'key', atHour: 30 };
    const play = playOf(about({ incident: deletion, seed: 7 }), facts);
    expect(play).toMatchObject({ incidents: [deletion], hours: 168, seed: 7 });
    expect(play?.timeline.outcomes.map(({ target }) => target)).toEqual(['key']);
    expect(playOf(about({ incident: { ...deletion, atHour: 2 } }), facts)?.hours).toBe(24);
  });
  test.each([[{}], [{ incident: 'rain' }], [{ incident: { kind: 'rain', on: 'key', atHour: 1 } }]])(
    'are not there for %j',
    (params) => expect(playOf(about(params), facts)).toBeUndefined(),
  );
  test('belong to the start, wherever its boxes stand', () => {
    const [moved, changed] = [structuredClone(scenario.start), structuredClone(scenario.start)];
    moved.nodes['key']!.position = { x: 9, y: 9 };
    changed.nodes['key']!.props['enableKeyRotation'] = true;
    const { key: _gone, ...fewer } = scenario.start.nodes;
    expect([moved, changed, { nodes: fewer }].map((one) => isStart(one, scenario.start))).toEqual([true, false, false]);
  });
});

describe('a hand-in', () => {
  test('says what was foretold', () => {
    const one = grade(mended, scenario, rules, { rotates: ['yes', 'no'] });
    expect(one.predictions).toEqual([
      { id: 'rotates', text: 'Does the key rotate?', points: 5, earned: 2, right: true, committed: ['yes', 'no'] },
    ]);
    expect([one.earned, one.possible, passes(one, 1), passes(one, 0.7)]).toEqual([7, 10, false, true]);
  });
});
