import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index';
import { INCIDENT_EXAMPLES } from '../../src/checks/incident-examples';
import { setField } from '../../src/game/commands/fields';
import type { DiagramNode } from '../../src/model/diagram';
import { Questions } from '../../src/modes/play/Questions';
import { FrozenBar } from '../../src/panels/predict/Frozen';
import { Predictions } from '../../src/panels/predict/Predictions';
import { DecidingDays, DecidingTrace } from '../../src/panels/predict/Withheld';
import { renderWith } from './session';

const DRIFT = { kind: 'input-drift', on: 'scores', atHour: 10 };
const expects = (params: object, holds = 'met') => ({ check: 'incident-noticed', params, holds });
const predictions = [
  {
    id: 'drift',
    text: 'The inputs drift. Who knows?',
    params: { incident: DRIFT },
    options: [
      { id: 'nobody', text: 'Nobody.', why: 'There is an alarm.', when: [expects({ expect: 'notified' }, 'missed')] },
      { id: 'team', text: 'The team.', why: 'The alarm tells them.', when: [expects({ expect: 'notified' })] },
    ],
    points: 9,
    hints: [{ level: 'nudge', text: 'Follow the alarm.' }],
    debrief: 'Alarms tell.',
  },
  {
    id: 'again',
    text: 'Is it ended by itself?',
    params: { incident: DRIFT },
    options: [
      { id: 'yes', text: 'Yes.', why: 'Nothing ends it.', when: [expects({ expect: 'contained' })] },
      { id: 'no', text: 'No.', why: 'Nobody acts.', when: [expects({ expect: 'contained' }, 'missed')] },
    ],
    points: 1,
    debrief: 'Somebody must act.',
  },
];
const requirements = [
  {
    id: 'told',
    title: 'Somebody is told',
    check: 'incident-noticed',
    params: { incident: DRIFT, expect: 'notified' },
    points: 5,
    debrief: 'Well.',
  },
];

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

function Opened() {
  const [open, setOpen] = useState<string | undefined>('drift');
  return (
    <>
      <FrozenBar />
      <Predictions open={open} onOpen={setOpen} />
    </>
  );
}

function show(scenario: object = {}) {
  const nodes: DiagramNode[] = Object.values(INCIDENT_EXAMPLES.told.diagram.nodes);
  const view = renderWith(<Opened />, nodes, {
    checks,
    scenario: { task: 'predict', predictions, requirements, ...scenario },
  });
  const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
  const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
  return { ...view, press, choose };
}

describe('predictions', () => {
  it('ask first and say nothing', () => {
    show();
    expect(screen.getByText(/The design is frozen/)).toBeTruthy();
    expect(screen.getByRole('radiogroup', { name: /The inputs drift. Who knows/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Commit' })).toHaveProperty('disabled', true);
    expect(screen.queryByText('The alarm tells them.')).toBeNull();
    expect(screen.queryByText('Somebody is told')).toBeNull();
    expect(screen.getByText(/1 goal for 5 points/)).toBeTruthy();
  });

  it('choosing is no answer yet', async () => {
    const { choose, state } = show();
    await choose('Nobody.');
    expect(state().answers).toEqual({});
    expect(screen.queryByText('There is an alarm.')).toBeNull();
  });

  it('a wrong answer says why, takes the focus, and leaves the right one open', async () => {
    const { choose, press } = show();
    await choose('Nobody.');
    await press('Commit');
    expect(document.activeElement?.textContent).toContain('Not so. There is an alarm.');
    expect(screen.getByRole('radio', { name: /^Nobody/ })).toHaveProperty('disabled', true);
    expect(screen.queryByText('The alarm tells them.')).toBeNull();
    expect(screen.getByText('Half of the points for the second answer.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Give me a hint' })).toBeTruthy();
  });

  it('the right one explains every option and earns what is left', async () => {
    const { choose, press } = show();
    await choose('Nobody.');
    await press('Commit');
    await choose('The team.');
    await press('Commit');
    expect(screen.getByText('Right: 4 of 9 points.')).toBeTruthy();
    expect(screen.getByText('There is an alarm.')).toBeTruthy();
    expect(screen.getByText('Alarms tell.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '1 of 2 foretold' })).toBeTruthy();
    await press('Next prediction');
    expect(screen.getByRole('radiogroup', { name: /Is it ended by itself/ })).toBeTruthy();
  });

  it('shows what decides it, on the canvas and hour by hour', async () => {
    const { choose, press, state } = show();
    await choose('The team.');
    await press('Commit');
    await press('Show me');
    expect(state().dock).toBe('trace');
    expect(state().playback?.trace.steps.length).toBeGreaterThan(1);
    await press('Watch the hours pass');
    expect(state().dock).toBe('timeline');
    expect(state().playback).toBeUndefined();
    const { run, incidents } = state().drill!;
    expect(incidents).toMatchObject([DRIFT]);
    expect(run?.timeline.outcomes[0]?.notified.holds).toBe(true);
    expect(run?.facts).toBe(state().facts);
  });

  it('hands the design over with its goals, and plays nothing of a design that is gone', async () => {
    const { choose, press, state } = show();
    await choose('The team.');
    await press('Commit');
    await press('Next prediction');
    await choose('No.');
    await press('Commit');
    expect(screen.getByRole('heading', { name: /^Somebody is told/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show me' })).toBeTruthy();
    const topic = Object.values(state().diagram.nodes).find(({ kind }) => kind === 'sns-topic')!;
    act(() => {
      state().actions.run((diagram, catalog) =>
        setField(diagram, catalog, { node: topic.id, field: 'subscriptions', value: [] }),
      );
    });
    expect(screen.queryByRole('button', { name: 'Show me' })).toBeNull();
    expect(screen.getByText(/The design is another one now/)).toBeTruthy();
    expect(state().report.predictions?.map(({ state: one }) => one)).toEqual(['right', 'right']);
  });
});

describe('what is withheld', () => {
  it('shows the trace and the days of a committed answer only', async () => {
    const nodes: DiagramNode[] = Object.values(INCIDENT_EXAMPLES.told.diagram.nodes);
    const { state } = renderWith(
      <>
        <section aria-label="one">
          <DecidingTrace />
        </section>
        <section aria-label="two">
          <DecidingDays />
        </section>
        <Opened />
      </>,
      nodes,
      { checks, scenario: { task: 'predict', predictions, requirements } },
    );
    const place = (name: string) => within(screen.getByRole('region', { name }));
    expect(place('one').getByText('Not yet')).toBeTruthy();
    expect(place('two').getByText('Not yet')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'The team.' }));
    await userEvent.click(screen.getByRole('button', { name: 'Commit' }));
    const { trace } = state().report.predictions![0]!.findings[0]!;
    act(() => state().actions.play(trace!));
    expect(place('one').getByRole('region', { name: /What decides the prediction/ })).toBeTruthy();
  });
});

describe('questions', () => {
  const question = {
    id: 'who',
    text: 'Who tells?',
    options: [
      { text: 'A monitor', correct: false, why: 'It reports.' },
      { text: 'An alarm', correct: true, why: 'It notifies.' },
    ],
  };
  it('count the answer that is given, not the one that is looked at, and then explain every option', async () => {
    const { state } = renderWith(<Questions questions={[question]} />, []);
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowDown}{ArrowUp}');
    expect(state().asked).toEqual({});
    expect(screen.queryByText('It reports.')).toBeNull();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(state().asked).toEqual({ who: false });
    expect(screen.getByText('It reports.')).toBeTruthy();
    expect(screen.getByText('It notifies.')).toBeTruthy();
    expect(document.activeElement?.textContent).toMatch(/Not quite/);
    expect(screen.getByRole('radio', { name: /A monitor/ })).toHaveProperty('disabled', true);
  });
  it('say so when it is right', async () => {
    const { state } = renderWith(<Questions questions={[question]} />, []);
    await userEvent.click(screen.getByRole('radio', { name: 'An alarm' }));
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    expect(state().asked).toEqual({ who: true });
    expect(screen.getByText('Right.', { selector: 'p' })).toBeTruthy();
  });
});
