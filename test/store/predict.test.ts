import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { setField } from '../../src/game/commands/fields';
import type { Answers } from '../../src/model/answers';
import type { Scenario } from '../../src/model/scenario';
import { createSession, type SessionOptions } from '../../src/store/session';
import { simulator } from '../../src/store/simulator';
import { scenario } from '../game/key-to-foretell';

function play(more: Partial<SessionOptions> = {}) {
  const session = createSession({ scenario, catalog, simulator: simulator({ scenario, catalog, checks }), ...more });
  const { actions } = session.getState();
  return { session, actions, now: () => session.getState() };
}
const locks = ({ diagram }: { diagram: Scenario['start'] }) =>
  Object.values(diagram.nodes).map((one) => one.locked === true);
const rotate = (diagram: Scenario['start']) =>
  setField(diagram, catalog, { node: 'key', field: 'enableKeyRotation', value: true });

describe('before it is foretold', () => {
  test('everything is locked, nothing is judged, and no command runs', () => {
    const { actions, now } = play();
    expect(now().frozen).toBe(true);
    expect(locks(now())).toEqual([true, true]);
    expect(now().report.requirements[0]?.findings).toEqual([]);
    const before = now().diagram;
    expect(actions.run(rotate)).toMatchObject({ ok: false, why: 'The design is frozen.' });
    expect(now().diagram).toBe(before);
    expect(now().notice).toMatchObject({ tone: 'refused' });
  });
  test('also until the simulator arrives', () => {
    const session = createSession({ scenario, catalog, answers: { rotates: ['no'] } });
    expect(session.getState().frozen).toBe(true);
    session.getState().actions.attach(simulator({ scenario, catalog, checks }));
    expect(session.getState().frozen).toBe(false);
    expect(locks(session.getState())).toEqual([false, true]);
  });
  test('hints open', () => {
    const { actions, now } = play();
    actions.openHint('rotates');
    actions.openHint('rotates');
    expect(now().hints).toEqual({ rotates: 1 });
  });
  test('but not for whoever makes the scenario', () => {
    const { actions, now } = play({ unfrozen: true });
    expect(now().frozen).toBe(false);
    expect(now().report.requirements[0]?.findings).toHaveLength(1);
    expect(actions.run(rotate).ok).toBe(true);
  });
});

describe('an answer', () => {
  test('that is wrong stays, and may be revised', () => {
    const { actions, now } = play();
    actions.commit('rotates', 'yes');
    expect(now().report.predictions?.[0]).toMatchObject({ state: 'wrong', committed: ['yes'], earned: 0 });
    expect(now().frozen).toBe(true);
    actions.commit('rotates', 'no');
    expect(now().report.predictions?.[0]).toMatchObject({ state: 'right', earned: 2 });
    expect(now().answers).toEqual({ rotates: ['yes', 'no'] });
  });
  test('that is right hands the design over and judges the goals', () => {
    const { actions, now } = play();
    actions.commit('rotates', 'no');
    expect(now().frozen).toBe(false);
    expect(locks(now())).toEqual([false, true]);
    expect(now().notice?.text).toMatch(/^Everything is foretold/);
    expect(now().canUndo).toBe(false);
    expect(now().report.requirements[0]?.findings).toHaveLength(1);
    actions.run(rotate);
    expect(now().notice).toMatchObject({ tone: 'won', text: 'Everything is foretold and proved: 10 of 10 points.' });
    expect(now().report.predictions?.[0]).toMatchObject({ state: 'right', earned: 5 });
  });
  test.each([
    ['nowhere', 'no'],
    ['rotates', 'maybe'],
    ['constructor', 'no'],
  ])('to %s, %s, is none', (prediction, option) => {
    const { actions, now } = play();
    actions.commit(prediction, option);
    expect(now().answers).toEqual({});
  });
  test('cannot be given twice, nor after the right one', () => {
    const { actions, now } = play();
    for (const option of ['yes', 'yes', 'no', 'yes']) actions.commit('rotates', option);
    expect(now().answers).toEqual({ rotates: ['yes', 'no'] });
  });
  test('is enough to win where nothing is to be mended', () => {
    const alone: Scenario = { ...scenario, requirements: [] };
    const { actions, now } = play({ scenario: alone, simulator: simulator({ scenario: alone, catalog, checks }) });
    actions.commit('rotates', 'no');
    expect(now().notice?.tone).toBe('won');
    expect(now().frozen).toBe(true);
    expect(actions.run(rotate).ok).toBe(false);
  });
});

describe('starting again', () => {
  const answers: Answers = { rotates: ['yes', 'no'] };
  test('forgets the answers, and undo brings them back with the work', () => {
    const { actions, now } = play({ answers });
    actions.run(rotate);
    const work = now().diagram;
    actions.load(scenario.start, 'Started again.', {});
    expect(now()).toMatchObject({ answers: {}, frozen: true });
    expect(locks(now())).toEqual([true, true]);
    actions.undo();
    expect(now()).toMatchObject({ answers, frozen: false, diagram: work });
    actions.redo();
    expect(now()).toMatchObject({ answers: {}, frozen: true });
  });
  test('what is loaded without answers leaves them alone', () => {
    const { actions, now } = play({ answers });
    actions.load(scenario.start, 'A template.');
    expect(now()).toMatchObject({ answers, frozen: false });
  });
});
