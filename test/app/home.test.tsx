import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Home } from '../../src/app/Home';
import { memoryStorage } from '../../src/app/ports/storage';

const scenario = {
  format: 'perimeter-scenario',
  version: 1,
  id: 'from-a-file',
  title: 'Somebody else’s scenario',
  summary: 'For tests.',
  story: 'A story.',
  task: 'build',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'Security',
  start: { nodes: {} },
  allowedKinds: ['vpc'],
  requirements: [{ id: 'one', title: 'One', check: 'deployable', points: 100, debrief: 'Because.' }],
  debrief: 'Well.',
};

beforeEach(() => {
  // jsdom asks no media.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(cleanup);

it('takes an imported scenario out of the list, and puts it back', async () => {
  const content = new Map([['scenario/from-a-file', JSON.stringify(scenario)]]);
  render(<Home storage={memoryStorage(content)} />);
  const title = () => screen.queryByRole('link', { name: /Somebody else’s scenario/ });
  await userEvent.click(await screen.findByRole('button', { name: 'Take “Somebody else’s scenario” out of the list' }));
  expect(title()).toBeNull();
  expect(content.size).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: 'Put it back' }));
  expect(title()).not.toBeNull();
  expect(content.has('scenario/from-a-file')).toBe(true);
});

it('keeps the built-in scenarios in the list', async () => {
  render(<Home storage={memoryStorage()} />);
  expect(await screen.findByRole('link', { name: /Card fraud, real time/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: /out of the list/ })).toBeNull();
});
