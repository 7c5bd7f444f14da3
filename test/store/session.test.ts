import { describe, expect, it } from 'vitest';
import { addNode } from '../../src/game/commands/add';
import { connect, disconnect } from '../../src/game/commands/connect';
import { rename, setField } from '../../src/game/commands/fields';
import { moveNodes } from '../../src/game/commands/move';
import { remove } from '../../src/game/commands/remove';
import type { Trace } from '../../src/model/trace';
import { drawn, node } from '../game/fake-kinds';
import { scenario, sceneOf } from './scene';

const at = { x: 5, y: 5 };

describe('a session', () => {
  it('starts with the scenario, judged', () => {
    const { state } = sceneOf();
    expect(state().diagram).toBe(scenario.start);
    expect(state().report.requirements[0]).toMatchObject({ id: 'has-key', met: false });
    expect(state()).toMatchObject({ canUndo: false, canRedo: false, selection: [] });
  });

  it('judges after each change, tells of a victory once, and takes both back', () => {
    const { state, actions } = sceneOf();
    actions.run((d, c) => connect(d, c, { from: 'thing-1', field: 'key', to: 'key-1' }));
    expect(state().report.score).toMatchObject({ earned: 10, stars: 3 });
    expect(state().notice).toMatchObject({ tone: 'won', text: 'All 1 requirements are proved: 10 of 10 points.' });
    actions.run((d, c) => rename(d, c, { node: 'key-1', name: 'other' }));
    expect(state().notice).toMatchObject({ tone: 'said', text: 'cmk is now called other.' });
    actions.undo();
    actions.undo();
    expect(state().diagram).toEqual(scenario.start);
    expect(state().report.score.earned).toBe(0);
    expect(state()).toMatchObject({ canUndo: false, canRedo: true });
    actions.redo();
    expect(state().report.score.earned).toBe(10);
    expect(state().notice?.tone).toBe('won');
  });

  it('says why it refuses, and changes nothing', () => {
    const { state, actions } = sceneOf();
    const before = state().diagram;
    const outcome = actions.run((d, c) => addNode(d, c, { kind: 'room', position: at }));
    expect(outcome.ok).toBe(false);
    expect(state().diagram).toBe(before);
    expect(state().notice).toMatchObject({
      tone: 'refused',
      text: 'A Room cannot stand directly in the account.',
      remedy: 'Put it in a Yard.',
    });
    expect(state().canUndo).toBe(false);
  });

  it('admits only the kinds of the scenario, and what AWS makes along with them', () => {
    const { state, actions } = sceneOf();
    const add = (kind: string) => actions.run((d, c) => addNode(d, c, { kind, position: at }));
    expect(add('front').ok).toBe(false);
    expect(state().notice).toMatchObject({ tone: 'refused', text: 'This scenario does without a Front.' });
    expect(add('yard').ok).toBe(true);
    expect(state().diagram.nodes['table-1']).toBeDefined();
  });

  it('does not count a command that changes nothing as a step', () => {
    const { state, actions } = sceneOf();
    actions.run((d, c) => rename(d, c, { node: 'key-1', name: 'cmk' }));
    expect(state()).toMatchObject({ canUndo: false });
    expect(state().notice).toBeUndefined();
  });

  it('judges a bare move of a box as before, without doing it again', () => {
    const { state, actions } = sceneOf();
    const { report, facts } = state();
    actions.run((d, c) => moveNodes(d, c, { moves: [{ id: 'key-1', position: at }] }));
    expect(state().diagram.nodes['key-1']?.position).toEqual(at);
    expect(state().report).toBe(report);
    expect(state().facts).toBe(facts);
    actions.undo();
    expect(state().diagram).toEqual(scenario.start);
  });

  it('forgets a new future, and keeps at most 500 steps', () => {
    const { state, actions } = sceneOf();
    const move = (x: number) =>
      actions.run((d, c) => moveNodes(d, c, { moves: [{ id: 'key-1', position: { x, y: 0 } }] }));
    move(1);
    actions.undo();
    move(2);
    expect(state().canRedo).toBe(false);
    for (let x = 3; x < 600; x += 1) move(x);
    let steps = 0;
    while (state().canUndo) {
      actions.undo();
      steps += 1;
    }
    expect(steps).toBe(500);
  });

  it('survives a simulator that fails: the change is not applied', () => {
    const { state, actions } = sceneOf();
    const before = state().diagram;
    const outcome = actions.run((d) => ({
      ok: true,
      diagram: undefined as unknown as typeof d,
      patches: [{ op: 'replace', path: [], value: undefined }],
      inverse: [],
      said: { text: '' },
    }));
    expect(outcome.ok).toBe(false);
    expect(state().diagram).toBe(before);
    expect(state()).toMatchObject({ canUndo: false, notice: { tone: 'refused' } });
  });
});

describe('merged steps', () => {
  const type = (scene: ReturnType<typeof sceneOf>, value: string, key = 'thing-1/policy') =>
    scene.actions.run((d, c) => setField(d, c, { node: 'thing-1', field: 'policy', value }), key);

  it('are one undo step', () => {
    const scene = sceneOf();
    for (const text of ['a', 'ab', 'abc']) type(scene, text);
    scene.actions.undo();
    expect(scene.state().diagram).toEqual(scenario.start);
    scene.actions.redo();
    expect(scene.state().diagram.nodes['thing-1']?.props).toEqual({ policy: 'abc' });
  });

  it.each([
    ['after a pause', (scene: ReturnType<typeof sceneOf>) => void (scene.time.at += 3001), 'thing-1/policy'],
    ['with another key', () => undefined, 'other'],
    [
      'after undo and redo',
      (scene: ReturnType<typeof sceneOf>) => {
        scene.actions.undo();
        scene.actions.redo();
      },
      'thing-1/policy',
    ],
  ])('end %s', (_title, between, key) => {
    const scene = sceneOf();
    type(scene, 'a');
    between(scene);
    type(scene, 'ab', key);
    scene.actions.undo();
    expect(scene.state().diagram.nodes['thing-1']?.props).toEqual({ policy: 'a' });
  });
});

describe('what is selected, lit and played', () => {
  const trace: Trace = {
    request: 'r',
    allowed: true,
    steps: [1, 2, 3].map((n) => ({
      kind: 'start',
      verdict: 'pass',
      nodes: [],
      reason: { code: `x.${n}`, values: {} },
    })),
  };

  it('forgets what is no longer there', () => {
    const { state, actions } = sceneOf();
    actions.select(['thing-1', 'nothing', 'key-1'], 'key');
    expect(state()).toMatchObject({ selection: ['thing-1', 'key-1'], focusField: 'key' });
    actions.play(trace);
    actions.highlight({ tone: 'misses', nodes: ['thing-1'] });
    actions.run((d, c) => remove(d, c, { ids: ['thing-1'] }));
    expect(state().selection).toEqual(['key-1']);
    expect(state().playback).toBeUndefined();
    expect(state().highlight).toBeUndefined();
  });

  it('plays from the first step to the last', () => {
    const { state, actions } = sceneOf();
    actions.stepTo(1);
    expect(state().playback).toBeUndefined();
    actions.play(trace);
    expect(state().playback).toEqual({ trace, step: 0, running: true });
    actions.stepTo(99);
    expect(state().playback).toMatchObject({ step: 2, running: false });
    actions.setRunning(true);
    expect(state().playback).toMatchObject({ step: 0, running: true });
    actions.stepTo(-3);
    expect(state().playback?.step).toBe(0);
    actions.stopPlayback();
    expect(state().playback).toBeUndefined();
  });

  it('opens hints one by one, as many as there are', () => {
    const { state, actions } = sceneOf();
    for (let n = 0; n < 4; n += 1) actions.openHint('has-key');
    actions.openHint('constructor');
    expect(state().hints).toEqual({ 'has-key': 2 });
  });

  it('numbers its notices, so that the same words twice are two', () => {
    const { state, actions } = sceneOf();
    actions.notify({ tone: 'said', text: 'a' });
    const first = state().notice?.id;
    actions.notify({ tone: 'said', text: 'a' });
    expect(state().notice?.id).not.toBe(first);
    actions.dismissNotice();
    expect(state().notice).toBeUndefined();
  });
});

it('loads other work as one step that can be undone', () => {
  const { state, actions } = sceneOf();
  actions.run((d, c) => connect(d, c, { from: 'thing-1', field: 'key', to: 'key-1' }));
  const mine = state().diagram;
  actions.load(drawn(node('yard-7', 'yard')), 'Your work from yesterday is back.');
  expect(Object.keys(state().diagram.nodes)).toEqual(['yard-7']);
  expect(state().notice?.text).toBe('Your work from yesterday is back.');
  actions.undo();
  expect(state().diagram).toEqual(mine);
  actions.run((d, c) => disconnect(d, c, { from: 'thing-1', field: 'key' }));
  expect(state().notice?.text).toBe('data no longer encrypts with cmk.');
});
