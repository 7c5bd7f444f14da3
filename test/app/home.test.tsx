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
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

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

const result = (stars: number, monthly: number) => ({
  earned: 60,
  possible: 100,
  stars,
  monthly,
  at: '2026-01-01T00:00:00Z',
});
const progressFile = (best: object) =>
  JSON.stringify({ format: 'perimeter-progress', version: 3, best, questions: {}, review: {} });

/** The player chooses this file when the browser asks for one. */
function willChoose(text: string): void {
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    // jsdom reads no files.
    const file = Object.assign(new File([text], 'mine.json'), { text: () => Promise.resolve(text) });
    Object.defineProperty(this, 'files', { value: [file] });
    this.dispatchEvent(new Event('change'));
  });
}
async function addProgress(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Menu' }));
  // What draws the menu is fetched when it is first opened.
  const add = await screen.findByRole('menuitem', { name: /Add progress from a file/ }, { timeout: 10_000 });
  await userEvent.click(add);
}

it('adds progress from a file: the better result of each scenario stays', async () => {
  const content = new Map([['progress', progressFile({ 'first-vpc': result(3, 37), 'who-did-it': result(1, 80) })]]);
  willChoose(progressFile({ 'first-vpc': result(2, 30), 'who-did-it': result(2, 90) }));
  render(<Home storage={memoryStorage(content)} />);
  await addProgress();
  expect(await screen.findByText('mine.json is added to your progress. It brings 1 better result.')).toBeVisible();
  const link = (name: RegExp) => screen.getByRole('link', { name });
  expect(link(/Your first VPC/)).toHaveTextContent('$37.00 a month');
  expect(link(/Who did it/)).toHaveTextContent('$90.00 a month');
  expect(JSON.parse(content.get('progress') ?? '')).toMatchObject({
    best: { 'first-vpc': { stars: 3 }, 'who-did-it': { stars: 2 } },
  });
});

it('says what is wrong with a progress file, and changes nothing', async () => {
  const before = progressFile({ 'first-vpc': result(3, 37) });
  const content = new Map([['progress', before]]);
  willChoose(progressFile({ 'first-vpc': result(9, 30) }));
  render(<Home storage={memoryStorage(content)} />);
  await addProgress();
  const dialog = await screen.findByRole('dialog', { name: 'mine.json cannot be opened' });
  expect(dialog).toHaveTextContent('best.first-vpc.stars');
  expect(content.get('progress')).toBe(before);
});

it('keeps progress that cannot be read, and offers it', async () => {
  const content = new Map([['progress', '{"format":"perimeter-progress"']]);
  willChoose(progressFile({ 'first-vpc': result(2, 30) }));
  render(<Home storage={memoryStorage(content)} />);
  expect(await screen.findByRole('button', { name: 'Download it' })).toBeVisible();
  await addProgress();
  await screen.findByText(/is added to your progress/);
  const aside = [...content].filter(([key]) => key.startsWith('quarantine/progress/'));
  expect(aside.map(([, text]) => text)).toEqual(['{"format":"perimeter-progress"']);
});

it('proposes the easiest first, then what is not solved yet, and shows one type of task alone', async () => {
  const { unmount } = render(<Home storage={memoryStorage()} />);
  const next = () => screen.getByRole('region', { name: 'What comes next' });
  expect(next()).toHaveTextContent(/^Start here.*Your first VPC/);
  unmount();
  render(<Home storage={memoryStorage(new Map([['progress', progressFile({ 'first-vpc': result(2, 30) })]]))} />);
  await screen.findByText('Solved');
  expect(next()).not.toHaveTextContent('Your first VPC');
  expect(next()).toHaveTextContent(/^Next/);
  await userEvent.click(screen.getByRole('button', { name: /^Defend/ }));
  const shown = screen.getAllByRole('link').map((link) => link.textContent);
  expect(shown).toContainEqual(expect.stringContaining('Who did it?'));
  expect(shown.filter((words) => !words.includes('Defend'))).toEqual([]);
});

it('keeps the built-in scenarios in the list', async () => {
  render(<Home storage={memoryStorage()} />);
  expect(await screen.findByRole('link', { name: /Card fraud, real time/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: /out of the list/ })).toBeNull();
});
