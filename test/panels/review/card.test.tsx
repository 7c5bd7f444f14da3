import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { ReviewCard } from '../../../src/game/review';
import { Card } from '../../../src/panels/review/Card';

const question: ReviewCard = {
  from: 'Your first VPC',
  lead: 'Check yourself',
  ask: 'What makes a subnet public?',
  options: [
    { text: 'Its name', right: false, why: 'Names are for people.' },
    { text: 'A route', right: true, why: 'Routes decide.' },
  ],
};
const goal: ReviewCard = {
  from: 'Your first VPC',
  lead: 'How do you reach this goal?',
  ask: 'Keep it in',
  options: [],
  answer: 'Close the route.',
  why: 'Because.',
};
const days = { again: 1, hard: 2, good: 5, easy: 16 };

afterEach(cleanup);

function show(card: ReviewCard) {
  const onGrade = vi.fn();
  render(<Card card={card} href="#/play/first-vpc" days={days} onGrade={onGrade} />);
  return onGrade;
}

it('asks, answers with the reason of every option, and takes a grade, by keyboard alone', async () => {
  const onGrade = show(question);
  expect(screen.queryByText('Routes decide.')).toBeNull();
  expect(screen.queryByRole('group', { name: 'How well did you know it?' })).toBeNull();
  await userEvent.keyboard('1');
  expect(screen.getByRole('radio', { name: /Its name/ })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('heading', { name: 'Not quite. The right one is marked.' })).toHaveFocus();
  expect(screen.getByText('Routes decide.')).toBeVisible();
  expect(screen.getByText('Names are for people.')).toBeVisible();
  expect(screen.getByRole('button', { name: /^Good.*Back in 5 days/ })).toBeVisible();
  expect(onGrade).not.toHaveBeenCalled();
  await userEvent.keyboard('3');
  expect(onGrade.mock.calls).toEqual([['good']]);
});

it('shows answer and reason of a goal, and takes a grade by mouse', async () => {
  const onGrade = show(goal);
  expect(screen.queryByText('Close the route.')).toBeNull();
  await userEvent.keyboard('2');
  await userEvent.click(screen.getByRole('button', { name: /Show the answer/ }));
  expect(await screen.findByText('Close the route.')).toBeVisible();
  expect(await screen.findByText('Because.')).toBeVisible();
  expect(onGrade).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: /^Again.*Back in 1 day/ }));
  expect(onGrade.mock.calls).toEqual([['again']]);
});
