import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../src/app/ErrorBoundary';
import { guard } from '../../src/app/rescue';
import { catalog } from '../../src/catalog/index';
import { Scenario } from '../../src/model/scenario';
import { createSession } from '../../src/store/session';
import { simulator } from '../../src/store/simulator';

function Broken(): never {
  throw new Error('planted');
}
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the error boundary', () => {
  it('shows a way on instead of a white page', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    render(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Download my work' })).toBeNull();
  });
  it('offers the work when there is some', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const scenario = Scenario.parse({
      format: 'perimeter-scenario',
      version: 1,
      id: 's',
      title: 'S',
      summary: 'S',
      story: 'S',
      task: 'build',
      difficulty: 'foundation',
      minutes: 5,
      domain: 'D',
      start: { nodes: {} },
      allowedKinds: ['vpc'],
      requirements: [{ id: 'r', title: 'R', check: 'none', points: 1, debrief: 'D' }],
      debrief: 'D',
    });
    const stop = guard(
      createSession({ scenario, catalog, simulator: simulator({ scenario, catalog, checks: new Map() }) }),
    );
    render(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('button', { name: 'Download my work' })).toBeVisible();
    stop();
  });
});
