import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { AnyCheck } from '../../src/engine/check';
import type { Trace } from '../../src/model/trace';
import { Requirements } from '../../src/panels/requirements/Requirements';
import { node, renderWith } from './session';

function Goals() {
  const [open, setOpen] = useState<string | undefined>(undefined);
  return <Requirements open={open} onOpen={setOpen} />;
}

const trace: Trace = {
  request: 'a/b/c',
  allowed: false,
  steps: [{ kind: 'start', verdict: 'info', nodes: [], reason: { code: 'x.y', values: {} } }],
};
const keyRotates: AnyCheck = {
  id: 'rotates',
  title: 'Keys rotate',
  help: 'Asks.',
  params: z.strictObject({}) as unknown as AnyCheck['params'],
  words: {},
  examples: { meets: [], misses: [], silent: [] },
  run: (facts) =>
    facts.nodes
      .filter((one) => one.kind === 'kms-key')
      .map((one) => ({
        answer: one.name.startsWith('good') ? ('meets' as const) : ('misses' as const),
        nodes: [one.id],
        reason: { code: 'rotates.said', values: { key: one.name } },
        trace,
      })),
};
const hints = [
  { level: 'nudge', text: 'Think of time.' },
  { level: 'step', text: 'Switch it on.' },
];
const show = (names: readonly string[]) =>
  renderWith(
    <Goals />,
    names.map((name) => node(name, 'kms-key')),
    {
      checks: new Map([['rotates', keyRotates]]),
      scenario: {
        requirements: [
          {
            id: 'keys',
            title: 'Keys rotate every year',
            check: 'rotates',
            points: 5,
            hints,
            controls: [{ standard: 'PCI DSS 4.0.1', number: '3.7.4', source: 'x' }],
            debrief: 'A stolen key **ages**.',
          },
        ],
      },
    },
  );
const goal = () => screen.getByRole('button', { name: /Keys rotate every year/ });

describe('the goals', () => {
  it('say in words that there is nothing to judge yet', () => {
    show([]);
    expect(goal()).toHaveAccessibleName(/Nothing to judge yet/);
  });
  it('carry their live value, and explain every miss with a way to see it', async () => {
    const scene = show(['good-key', 'bad-key']);
    expect(goal()).toHaveAccessibleName(/Not met · 1 of 2/);
    await userEvent.click(goal());
    const miss = screen.getByRole('button', { name: /^Misses: .*bad-key/ });
    await userEvent.hover(miss);
    expect(scene.state().highlight).toMatchObject({ nodes: ['bad-key'], tone: 'misses' });
    await userEvent.click(miss);
    expect(scene.state().selection).toEqual(['bad-key']);
    await userEvent.click(screen.getAllByRole('button', { name: 'Show me' })[0]!);
    expect(scene.state().playback?.trace).toBe(trace);
    expect(scene.state().dock).toBe('trace');
  });
  it('open hints one by one, from the gentlest on', async () => {
    show(['bad-key']);
    await userEvent.click(goal());
    expect(screen.queryByText('Think of time.')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Give me a hint' }));
    expect(screen.getByText('Think of time.')).toBeVisible();
    expect(screen.queryByText('Switch it on.')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Next hint/ }));
    expect(screen.getByText('Switch it on.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /hint/i })).toBeNull();
  });
  it('show the debrief only once they are met', async () => {
    const scene = show(['good-key']);
    await userEvent.click(goal());
    expect(goal()).toHaveAccessibleName(/Met · 1 of 1/);
    expect(screen.getByText(/A stolen key/)).toBeVisible();
    act(() => scene.state().actions.load({ nodes: { bad: node('bad', 'kms-key') } }, 'x'));
    expect(screen.queryByText(/A stolen key/)).toBeNull();
  });
});
