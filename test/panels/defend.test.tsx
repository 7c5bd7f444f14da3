import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checks } from '../../src/checks/index';
import { INCIDENT_EXAMPLES } from '../../src/checks/incident-examples';
import type { DiagramNode } from '../../src/model/diagram';
import { DefendPanel } from '../../src/panels/defend/DefendPanel';
import { renderWith } from './session';

const DRIFT = { kind: 'input-drift', on: 'scores', atHour: 10, shift: 1 };
const DELETION = { kind: 'resource-deleted', on: 'scores', by: 'operator', atHour: 12 };

/** The watched endpoint of the examples, and a scenario that deals two cards. */
function show(
  edits: Readonly<Record<string, DiagramNode['props']>> = {},
  incidents: readonly object[] = [DRIFT, DELETION],
) {
  const desk = { now: () => '2026-11-24T08:00:00.000Z', download: vi.fn(), print: vi.fn() };
  const nodes = Object.values(INCIDENT_EXAMPLES.told.diagram.nodes).map((node) => ({
    ...node,
    props: { ...node.props, ...edits[node.id] },
  }));
  const view = renderWith(<DefendPanel desk={desk} />, nodes, { checks, scenario: { incidents } });
  const defend = screen.getByRole('region', { name: 'Defend' });
  const press = (name: string | RegExp) => userEvent.click(within(defend).getByRole('button', { name }));
  const pick = (label: string | RegExp) => {
    const list = within(defend).getByLabelText('Or pick one');
    return userEvent.selectOptions(list, within(list).getByRole('option', { name: label }));
  };
  const play = async (label: string | RegExp) => {
    await pick(label);
    await press('Play it');
    await press('Turn the card over');
  };
  const standing = () => within(within(defend).getAllByRole('article')[0] ?? defend);
  return { ...view, desk, defend, press, pick, play, card: standing };
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the pile', () => {
  it('deals every card once, in the order of the seed, and shuffles them all again', async () => {
    const { defend, press, state } = show();
    expect(within(defend).getByText('2 of 2 cards are left.')).toBeVisible();
    await press('Deal a card');
    const first = state().defence?.card;
    await press('Deal a card');
    expect(new Set([first?.kind, state().defence?.card?.kind])).toEqual(new Set(['input-drift', 'resource-deleted']));
    expect(within(defend).getByText('Every card has been dealt.')).toBeVisible();
    expect(within(defend).getByRole('button', { name: 'Deal a card' })).toBeDisabled();
    await press('Shuffle them all again');
    await press('Deal a card');
    expect(state().defence?.card).toBe(first);
  });
  it('offers what can happen to the design where the scenario has no cards', async () => {
    const { defend, pick, state } = show({}, []);
    expect(within(within(defend).getByLabelText('Cards')).getAllByRole('option')).toHaveLength(1);
    await pick(/^Slow answers at scores/);
    expect(state().defence?.card).toMatchObject({ kind: 'latency', on: 'scores' });
  });
  it('says on the face of a card what, when and who', async () => {
    const { card, pick } = show();
    await pick(/^Resource deleted/);
    expect(card().getByRole('heading')).toHaveTextContent('Resource deleted at scores');
    expect(card().getByText('Mon 12:00 UTC')).toBeVisible();
    expect(card().getByText('operator')).toBeVisible();
  });
});

describe('a round', () => {
  it('goes from event to event and turns the card over by itself', async () => {
    const { defend, pick, card, state } = show();
    await pick(/^Input drift/);
    vi.useFakeTimers();
    act(() => within(defend).getByRole('button', { name: 'Play it' }).click());
    act(() => void vi.advanceTimersByTime(2000));
    const story = () => within(defend).getByRole('list', { name: 'What happens' });
    expect(story()).toHaveTextContent('Mon 10:00 The inputs of scores drift');
    expect(state().highlight).toEqual({ nodes: ['scores'], tone: 'misses', reveal: true });
    act(() => void vi.advanceTimersByTime(2000));
    expect(story()).toHaveTextContent('drift finds that amount has drifted');
    for (let stop = 0; stop < 4; stop += 1) act(() => void vi.advanceTimersByTime(2000));
    expect(card().getByText('Somebody was told')).toBeVisible();
    expect(card().getByRole('heading', { name: 'Input drift at scores' })).toHaveFocus();
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain(
      'The card is turned over. Somebody was told.',
    );
    expect(state().highlight).toBeUndefined();
  });
  it('shows each answer with its proof', async () => {
    const { card, play, state } = show();
    await play(/^Input drift/);
    await userEvent.click(card().getByRole('button', { name: /^Notified Yes after 1 h.*: security@example.com/ }));
    await userEvent.click(card().getByRole('button', { name: 'Play on the canvas' }));
    expect(state().playback?.trace).toBe(state().defence?.rounds[0]?.card.timeline.outcomes[0]?.notified.trace);
  });
  it('says what was missing, and is played again on the mended design', async () => {
    const { card, play, press, session, state, defend } = show({ topic: { encryption: 'aws-managed' } });
    await play(/^Input drift/);
    expect(card().getByText('Noticed, nobody told')).toBeVisible();
    const missing = card().getByRole('region', { name: 'What would have noticed it, or named who did it' });
    expect(missing).toHaveTextContent('alarm cannot deliver to topic.');
    expect(card().getByRole('button', { name: 'Play it again' })).toBeVisible();

    const { nodes } = session.getState().diagram;
    const topic = nodes['topic'];
    if (!topic) throw new Error('The example has a topic.');
    act(() =>
      session
        .getState()
        .actions.load({ nodes: { ...nodes, topic: { ...topic, props: { ...topic.props, encryption: 'none' } } } }, ''),
    );
    await press('Your design has changed: play it again');
    await press('Turn the card over');
    expect(card().getByText('Somebody was told')).toBeVisible();

    const rounds = within(within(defend).getByRole('region', { name: 'Rounds' })).getAllByRole('button');
    expect(rounds.map((one) => one.textContent)).toEqual([
      '2. Input drift at scores, Mon 10:00Somebody was told',
      '1. Input drift at scores, Mon 10:00Noticed, nobody told',
    ]);
    await userEvent.click(rounds[1] ?? defend);
    expect(card().getByText('Noticed, nobody told')).toBeVisible();
    expect(state().defence?.rounds).toHaveLength(2);
  });
  it('stays when the panel goes away', async () => {
    const { play, unmount, session } = show();
    await play(/^Resource deleted/);
    unmount();
    expect(session.getState().defence?.rounds.map((one) => one.id)).toEqual([1]);
  });
  it('opens on the timeline, with its metrics', async () => {
    const { play, press, state } = show();
    await play(/^Input drift/);
    await press('Metrics and events');
    expect(state().dock).toBe('timeline');
    const { run, seed } = state().drill ?? {};
    expect(run?.incidents.map(({ kind }) => kind)).toEqual(['input-drift']);
    expect(run?.timeline.series.length).toBeGreaterThan(0);
    const [shown, card] = [run?.timeline.outcomes[0], state().defence?.rounds[0]?.card.timeline.outcomes[0]];
    expect(shown?.notified.at).toBe(card?.notified.at);
    expect(seed).toBe(1);
  });
});

describe('the post-incident report', () => {
  it('is kept as Markdown, and drawn on paper before it prints', async () => {
    const { play, press, desk } = show();
    await play(/^Resource deleted/);
    await press('Report');
    expect(desk.download).toHaveBeenCalledWith(
      'panels-resource-deleted-1.md',
      expect.stringContaining('# Post-incident report: Resource deleted at scores\n\nPanels, 2026-11-24.'),
    );
    desk.print.mockImplementation(() =>
      expect([...document.querySelectorAll('h1')].map((one) => one.textContent)).toContain(
        'Post-incident report: Resource deleted at scores',
      ),
    );
    await press('Print');
    expect(desk.print).toHaveBeenCalledOnce();
  });
});
