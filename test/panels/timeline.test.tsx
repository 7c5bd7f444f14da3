import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { INCIDENT_EXAMPLES } from '../../src/checks/incident-examples';
import { TimelinePanel } from '../../src/panels/timeline/TimelinePanel';
import type { DiagramNode } from '../../src/model/diagram';
import { renderWith } from './session';

const DRIFT = { kind: 'input-drift', on: 'scores', atHour: 10 };

/** A function asks an endpoint; a monitor, an alarm and a topic watch it. */
function show(
  edits: Readonly<Record<string, DiagramNode['props']>> = {},
  scenario: object = {},
  more: readonly DiagramNode[] = [],
) {
  const drawn = Object.values(INCIDENT_EXAMPLES.told.diagram.nodes).map((node) => ({
    ...node,
    props: { ...node.props, ...edits[node.id] },
  }));
  const nodes = [...drawn, ...more];
  const view = renderWith(<TimelinePanel />, nodes, { scenario });
  const panel = () => screen.getByRole('region', { name: 'Timeline' });
  const press = (name: string | RegExp) => userEvent.click(within(panel()).getByRole('button', { name }));
  const turnTo = (name: string) => userEvent.click(within(panel()).getByRole('tab', { name }));
  const current = () =>
    within(panel())
      .getAllByRole('listitem')
      .find((one) => one.getAttribute('aria-current') === 'step');
  return { ...view, panel, press, turnTo, current };
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('incidents', () => {
  it('offers what can happen to this design, with its numbers', async () => {
    const { panel, press, state } = show();
    const fresh = within(panel()).getByRole('region', { name: 'New incident' });
    await userEvent.selectOptions(within(fresh).getByLabelText('What happens'), 'Trail stopped');
    expect(within(fresh).getByText('Nothing in this design can meet it.')).toBeVisible();
    await userEvent.selectOptions(within(fresh).getByLabelText('What happens'), 'Resource deleted');
    const targets = within(within(fresh).getByLabelText('To what')).getAllByRole('option');
    expect(targets.map((one) => one.textContent)).toContain('scores, SageMaker endpoint');
    await userEvent.selectOptions(within(fresh).getByLabelText('What happens'), 'Slow answers');
    const slow = within(fresh).getByLabelText('Times as slow');
    await userEvent.clear(slow);
    await userEvent.type(slow, '4{Enter}');
    await press('Add the incident');
    expect(state().drill?.incidents).toEqual([{ kind: 'latency', on: 'scores', atHour: 10, factor: 4 }]);
    await press('Remove Slow answers');
    expect(state().drill?.incidents).toEqual([]);
  });
  it('lets a certificate have whole days left', async () => {
    const cert = {
      id: 'cert',
      kind: 'acm-certificate',
      name: 'cert',
      position: { x: 0, y: 0 },
      props: { imported: true },
    };
    const { panel, press, state } = show({}, {}, [cert]);
    const fresh = within(panel()).getByRole('region', { name: 'New incident' });
    await userEvent.selectOptions(within(fresh).getByLabelText('What happens'), 'Certificate expiring');
    const days = within(fresh).getByLabelText('Days left');
    expect(days).toHaveValue(2);
    await userEvent.clear(days);
    await userEvent.type(days, '13.4{Enter}');
    await press('Add the incident');
    expect(state().drill?.incidents).toEqual([{ kind: 'certificate-expiring', on: 'cert', atHour: 10, daysLeft: 13 }]);
  });
  it('says who does it, and which feature changes how', async () => {
    const { panel, press, state } = show();
    const fresh = within(panel()).getByRole('region', { name: 'New incident' });
    await userEvent.selectOptions(within(fresh).getByLabelText('What happens'), 'Resource deleted');
    await userEvent.selectOptions(within(fresh).getByLabelText('To what'), 'scores, SageMaker endpoint');
    await userEvent.selectOptions(within(fresh).getByLabelText('Who does it'), 'operator, IAM user');
    await press('Add the incident');
    await userEvent.selectOptions(within(fresh).getByLabelText('What happens'), 'Feature schema change');
    expect(within(fresh).queryByLabelText('Who does it')).toBeNull();
    await userEvent.selectOptions(within(fresh).getByLabelText('Feature'), 'amount');
    await userEvent.selectOptions(within(fresh).getByLabelText('What changes'), 'A new column appears');
    await press('Add the incident');
    expect(state().drill?.incidents).toEqual([
      { kind: 'resource-deleted', on: 'scores', atHour: 10, by: 'operator' },
      {
        kind: 'feature-schema-change',
        on: 'scores',
        atHour: 10,
        feature: 'amount',
        change: 'new',
        accuracyDrop: 0.1,
      },
    ]);
    expect(within(panel()).getByText('Who does it: operator')).toBeVisible();
    expect(within(panel()).getByText('What changes: A new column appears')).toBeVisible();
  });
  it('begins with those of the scenario, and runs as long as they need', async () => {
    const { panel, press, turnTo, state } = show({}, { incidents: [{ ...DRIFT, atHour: 30 }] });
    const own = () => within(panel()).getByRole('checkbox', { name: /^Input drift at scores, Tue 06:00/ });
    expect(own()).toBeChecked();
    expect(within(panel()).getByLabelText('How long')).toHaveValue('168');
    await userEvent.selectOptions(within(panel()).getByLabelText('How long'), 'One day');
    expect(within(panel()).getByText('Not in this run: it would begin after the end.')).toBeVisible();
    await press('Run');
    expect(state().drill?.run?.incidents).toEqual([]);
    await turnTo('Incidents');
    await userEvent.click(own());
    expect(state().drill?.incidents).toEqual([]);
  });
});

describe('a run', () => {
  it('says of every incident who noticed and when, and plays the proof', async () => {
    const { panel, press, state } = show({}, { incidents: [DRIFT] });
    await press('Run');
    const outcome = within(panel()).getByRole('article', { name: /^Input drift at scores/ });
    expect(within(outcome).getByRole('button', { name: /^Prevented No/ })).toBeVisible();
    expect(within(outcome).getByRole('button', { name: /^Detected Yes after 1 h.* by drift, alarm/ })).toBeVisible();
    const told = within(outcome).getByRole('button', { name: /^Notified Yes after 1 h.*: security@example.com/ });
    expect(within(outcome).getByRole('button', { name: /^Contained No/ })).toBeVisible();
    expect(within(outcome).getByText(/Answers that turned wrong: 0\. Records seen by strangers: 0\./)).toBeVisible();
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContainEqual(
      expect.stringMatching(/^The run is over. Incidents: 1, prevented: 0, detected: 1, told to somebody: 1. Events: /),
    );
    expect(within(panel()).getByRole('button', { name: 'Run' })).toHaveFocus();
    await userEvent.click(told);
    const steps = within(outcome).getAllByText(/tells security@example.com by email/);
    expect(steps.length).toBe(2);
    await press('Play on the canvas');
    expect(state().playback?.trace).toBe(state().drill?.run?.timeline.outcomes[0]?.notified.trace);
  });
  it('answers questions about the records by the time that it is, or says why not', async () => {
    const deletion = { kind: 'resource-deleted', on: 'scores', atHour: 10 };
    const all = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
    const { panel, press, turnTo } = show(
      { operator: { policies: [{ name: 'all', document: all }] } },
      { incidents: [deletion] },
    );
    await press('Run');
    await turnTo('Records');
    const records = within(panel()).getByRole('region', { name: 'Ask the records' });
    const answer = () => within(records).getByRole('status');
    expect(within(records).getByLabelText('Where')).toHaveValue('history');
    expect(answer()).toHaveTextContent(/No rows\. The Event history keeps no data events, and InvokeEndpoint is one/);
    await userEvent.selectOptions(within(records).getByLabelText('Question'), 'Who deleted something?');
    expect(within(records).getByLabelText('Call')).toHaveValue('Delete*');
    expect(answer()).toHaveTextContent(/^Mon 00:00 No rows\./);
    const line = within(panel()).getByRole('slider', { name: 'Time' });
    fireEvent.change(line, { target: { value: String(10.5 * 3600) } });
    expect(answer()).toHaveTextContent('One row from what has arrived by now.');
    expect(within(records).getByRole('rowheader', { name: 'operator' })).toBeVisible();
    expect(within(records).getByRole('cell', { name: 'DeleteEndpoint' })).toBeVisible();
    await userEvent.selectOptions(within(records).getByLabelText('Result'), 'Refused');
    expect(within(records).getByLabelText('Question')).toHaveDisplayValue('Your own, as below');
    expect(within(records).queryByRole('table')).toBeNull();
  });
  it('does not ask who noticed what came to nothing', async () => {
    const deletion = { kind: 'resource-deleted', on: 'scores', by: 'operator', atHour: 10 };
    const { panel, press } = show({}, { incidents: [deletion] });
    await press('Run');
    expect(within(panel()).getByRole('button', { name: /^Prevented Yes/ })).toBeVisible();
    expect(within(panel()).getByRole('button', { name: /^Notified Not needed/ })).toBeVisible();
  });
  it('is kept when the panel goes away, and is out of date once the drawing changes', async () => {
    const { panel, press, session, unmount } = show({}, { incidents: [DRIFT] });
    await press('Run');
    expect(within(panel()).queryByText('The drawing has changed since this run.')).toBeNull();
    const { topic: _, ...left } = session.getState().diagram.nodes;
    act(() => session.getState().actions.load({ nodes: left }, 'another'));
    expect(within(panel()).getByText('The drawing has changed since this run.')).toBeVisible();
    await press('Run');
    expect(within(panel()).queryByText('The drawing has changed since this run.')).toBeNull();
    expect(within(panel()).getByRole('button', { name: /^Notified No/ })).toBeVisible();
    unmount();
    expect(session.getState().drill?.run?.id).toBe(2);
  });
  it('steps from event to event: the log, the line and the canvas go along', async () => {
    const { panel, press, turnTo, current, state, unmount } = show({}, { incidents: [DRIFT] });
    await press('Run');
    await turnTo('Events');
    await press('Next event');
    expect(current()).toHaveTextContent('Mon 10:00IncidentThe inputs of scores drift');
    expect(state().highlight).toEqual({ nodes: ['scores'], tone: 'misses', reveal: true });
    await press('Next event');
    expect(current()).toHaveTextContent('drift finds that amount has drifted');
    const line = within(panel()).getByRole('slider', { name: 'Time' });
    expect(line).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Mon 11:\d\d, event 2 of /));
    await press('Previous event');
    expect(current()).toHaveTextContent('The inputs of scores drift');
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContainEqual(
      expect.stringMatching(/^Mon 10:00. The inputs of scores drift/),
    );
    await userEvent.click(within(panel()).getAllByRole('button', { name: /tells security@example.com/ })[0] ?? line);
    expect(state().highlight).toEqual({ nodes: ['topic'], tone: 'meets', reveal: true });
    unmount();
    expect(state().highlight).toBeUndefined();
  });
  it('goes from event to event by itself where motion is not wanted', async () => {
    const { press, turnTo, current } = show({}, { incidents: [DRIFT] });
    await press('Run');
    await turnTo('Events');
    vi.useFakeTimers();
    const play = screen.getByRole('button', { name: 'Play' });
    act(() => play.click());
    act(() => void vi.advanceTimersByTime(2000));
    expect(current()).toHaveTextContent('The inputs of scores drift');
    act(() => void vi.advanceTimersByTime(2000));
    expect(current()).toHaveTextContent('drift finds that amount has drifted');
    act(() => screen.getByRole('button', { name: 'Pause' }).click());
    act(() => void vi.advanceTimersByTime(20_000));
    expect(current()).toHaveTextContent('drift finds that amount has drifted');
  });
  it('says why a message did not arrive', async () => {
    const { panel, press, turnTo } = show({ topic: { encryption: 'aws-managed' } }, { incidents: [DRIFT] });
    await press('Run');
    await turnTo('Events');
    const [failed] = within(panel()).getAllByRole('button', { name: /alarm cannot deliver to topic/ });
    expect(failed).toHaveTextContent(/Because: .*key/);
  });
  it('draws a week page by page', async () => {
    const { panel, press, turnTo } = show({ alarm: { period: 300 } }, { incidents: [DRIFT] });
    await userEvent.selectOptions(within(panel()).getByLabelText('How long'), 'One week');
    await press('Run');
    await turnTo('Events');
    await userEvent.selectOptions(within(panel()).getByLabelText('Which events'), 'Everything');
    expect(within(panel()).getAllByRole('listitem').length).toBeLessThan(130);
    expect(within(panel()).getByRole('button', { name: 'Earlier' })).toBeDisabled();
    await press('Later');
    expect(within(panel()).getByText(/^61–120 of \d{3}/)).toBeVisible();
  });
});

describe('metrics', () => {
  it('show the alarm at work, as a picture with words and as a table', async () => {
    const { panel, press, turnTo } = show({}, { incidents: [DRIFT] });
    await press('Run');
    await turnTo('Metrics');
    const picture = within(panel()).getByRole('img', { name: /^Average of feature_baseline_drift_amount of drift/ });
    expect(picture).toHaveAccessibleName(expect.stringContaining('alarm waits for > 0.1.'));
    await press('Show as a table');
    const table = within(panel()).getByRole('table', { name: /^Average of feature_baseline_drift_amount/ });
    const rows = within(table).getAllByRole('row');
    const first = rows.find((row) => row.textContent?.includes('In alarm'));
    expect(first).toHaveTextContent(/^Mon 1[12]:\d\d0\.38/);
    await userEvent.selectOptions(within(panel()).getByLabelText('Metric'), 'scores: Invocations');
    expect(within(panel()).getByRole('img', { name: /^Sum of Invocations of scores, for each 300 s/ })).toBeVisible();
  });
  it.each([
    [{ threshold: 2 }, 'Can never fire', /can never fire: Average of .* stays between 0 and 1/],
    [{ threshold: -1 }, 'Always fires', /fires always/],
    [{ metricName: 'drift' }, 'Can never fire', /publishes no|does not publish|no such|nearest/i],
  ])('explain the alarm with %o', async (props, words, why) => {
    const { panel, press, turnTo } = show({ alarm: props });
    await press('Run');
    await turnTo('Metrics');
    const alarms = within(panel()).getByRole('region', { name: 'Alarms' });
    expect(within(alarms).getByText(words)).toBeVisible();
    expect(within(alarms).getByText(why)).toBeVisible();
    expect(within(alarms).getByText(/^In this run it (never went off|went off)/)).toBeVisible();
  });
});
