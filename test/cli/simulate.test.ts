import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { perimeter } from './command';

const solution = new URL('../../scenarios/card-fraud-realtime/solutions/endpoints-only.json', import.meta.url);
const scenario = new URL('../../scenarios/card-fraud-realtime/scenario.json', import.meta.url);
const silentAlarm = JSON.parse(
  readFileSync(new URL('../../scenarios/silent-alarm/scenario.json', import.meta.url), 'utf8'),
) as { start: object };
const folder = mkdtempSync(join(tmpdir(), 'perimeter-'));
const { diagram } = JSON.parse(readFileSync(solution, 'utf8')) as { diagram: object };
writeFileSync(join(folder, 'design.json'), JSON.stringify(diagram));
// Without incidents and traffic of its own: what is asked for is all that happens.
const { incidents: _, traffic: __, ...quiet } = JSON.parse(readFileSync(scenario, 'utf8')) as Record<string, unknown>;
writeFileSync(join(folder, 'quiet.json'), JSON.stringify(quiet));

const simulate = (...more: string[]) => perimeter(['simulate', 'quiet.json', 'design.json', ...more], folder);

interface Answer {
  readonly outcomes: readonly {
    readonly kind: string;
    readonly at: number;
    readonly detected: { readonly holds: boolean; readonly at?: number };
    readonly notified: { readonly holds: boolean; readonly at?: number };
  }[];
  readonly events: readonly { readonly text: string }[];
}

// The first call of all builds the command line.
beforeAll(() => void perimeter(['--help']), 60_000);

describe('perimeter simulate', () => {
  test('a drift is detected, and somebody is told', () => {
    const { code, out } = simulate('--incident', 'input-drift@fraud-endpoint:30', '--hours', '48', '--format', 'json');
    const { outcomes, events } = JSON.parse(out) as Answer;
    expect(code).toBe(0);
    expect(outcomes).toMatchObject([{ kind: 'input-drift', at: 30 * 3600, detected: { holds: true } }]);
    const [first] = outcomes;
    expect(first?.notified.holds).toBe(true);
    expect(first?.notified.at).toBeGreaterThanOrEqual(first?.detected.at ?? Infinity);
    expect(events.some(({ text }) => /by email/.test(text))).toBe(true);
  });
  test('every --incident counts, each alone or with a comma', () => {
    const two = ['--incident', 'errors@fraud-endpoint:30', '--incident', 'latency@fraud-endpoint:40'];
    const kinds = (more: string[]) =>
      (JSON.parse(simulate(...more, '--format', 'json').out) as Answer).outcomes.map(({ kind }) => kind);
    expect(kinds(two)).toEqual(['errors', 'latency']);
    expect(kinds(['--incident', 'errors@fraud-endpoint:30,latency@fraud-endpoint:40'])).toEqual(['errors', 'latency']);
  });
  test('what nothing happens to is told so', () => {
    expect(simulate('--hours', '2').out).toContain('No incident happens in this time.');
  });
  test('a post-incident report is written of each incident', () => {
    const { code, out } = simulate(
      '--incident',
      'input-drift@fraud-endpoint:30,concept-drift@fraud-endpoint:30',
      '--format',
      'markdown',
    );
    expect(code).toBe(0);
    expect(out.match(/^# .*/gm)).toEqual([
      '# Post-incident report: Input drift at fraud-endpoint',
      '# Post-incident report: Concept drift at fraud-endpoint',
    ]);
    expect(out).toMatch(/^- fraud-drift, amount-drifts, after 1 h \d+ min\.$/m);
    expect(out).toContain('- Nobody.');
  });
  test('an incident of the scenario after the end is named, not judged', () => {
    writeFileSync(join(folder, 'silent.json'), JSON.stringify(silentAlarm.start));
    const run = (...more: string[]) => perimeter(['simulate', 'silent-alarm', 'silent.json', ...more], folder);
    const day = run('--hours', '2');
    expect(day.out).toMatch(/Later, and not simulated: errors at hour \d+/);
    expect(day.out).toContain('incidents: 0');
    expect(run().out).toContain('incidents: 2');
  });
  test('the same seed gives the same week, another seed another', () => {
    const week = (seed: string) =>
      simulate('--seed', seed, '--incident', 'errors@fraud-endpoint', '--format', 'json').out.replace(
        /"seed": \d+/,
        '',
      );
    expect(week('7')).toBe(week('7'));
    expect(week('7')).not.toBe(week('8'));
  });
  test.each([
    [['--incident', 'flood@fraud-endpoint'], /no incident.*input-drift/],
    [['--incident', 'key-disabled@nothing'], /cannot happen to “nothing”.*cmk-fraud/],
    [['--incident', 'errors@fraud-endpoint:99999'], /no hour/],
    [['--incident', 'errors@fraud-endpoint:30', '--hours', '24'], /after the end.*before 24/],
    [['--incident', 'resource-deleted@fraud-model'], /name of several.*sagemaker-model-1/],
    [['--hours', '0'], /--hours cannot be “0”/],
    [['--seed', 'x'], /--seed cannot be “x”/],
  ])('%j is refused with a way out', (more, words) => {
    const { code, out, err } = simulate(...more);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(words);
  });
});
