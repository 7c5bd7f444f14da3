import { describe, expect, it, vi } from 'vitest';
import { badgeMarks, evidenceMarks, MOST_BADGES, playbackMarks } from '../../src/canvas/evidence-marks';
import { createMarks } from '../../src/canvas/marks';
import { toEdges } from '../../src/canvas/to-flow';
import type { Report } from '../../src/model/report';
import type { Reason, Trace, TraceStep } from '../../src/model/trace';
import { drawn, fakes, node } from '../game/fake-kinds';

const diagram = drawn(
  node('yard-1', 'yard'),
  node('room-1', 'room', { parent: 'yard-1', props: { table: 'table-1' } }),
  node('table-1', 'table', { parent: 'yard-1' }),
  node('thing-1', 'thing', { parent: 'room-1', props: { key: 'key-1' } }),
  node('key-1', 'key'),
);
const edges = toEdges(diagram, fakes, [], undefined);
const say = (reason: Reason) => reason.code;
const because = (code: string): Reason => ({ code, values: {} });

describe('the mark store', () => {
  it('tells only those whose mark changed', () => {
    const marks = createMarks();
    const [a, b] = [vi.fn(), vi.fn()];
    marks.subscribe('a', a);
    const stop = marks.subscribe('b', b);
    marks.replace('connect', new Map([['a', 'legal']]));
    marks.replace(
      'connect',
      new Map([
        ['a', 'legal'],
        ['b', 'illegal'],
      ]),
    );
    expect(a).toHaveBeenCalledTimes(1);
    expect(b).toHaveBeenCalledTimes(1);
    stop();
    marks.replace('connect', new Map());
    expect(a).toHaveBeenCalledTimes(2);
    expect(b).toHaveBeenCalledTimes(1);
    expect(marks.read('connect', 'a')).toBeUndefined();
  });
});

describe('evidence', () => {
  it('lights what it names, dims the rest, and leaves the containers of what is lit', () => {
    const marks = evidenceMarks({ nodes: ['thing-1', 'key-1'], tone: 'misses' }, diagram, edges);
    expect(marks.get('thing-1')).toBe('misses');
    expect(marks.get('thing-1/key')).toBe('misses');
    expect(marks.get('table-1')).toBe('aside');
    expect(marks.get('room-1/table')).toBe('aside');
    expect(marks.has('room-1')).toBe(false);
    expect(evidenceMarks(undefined, diagram, edges).size).toBe(0);
  });
});

describe('playback', () => {
  const step = (nodes: string[], verdict: TraceStep['verdict'] = 'pass'): TraceStep => ({
    kind: 'route',
    verdict,
    nodes,
    reason: because('test.step'),
  });
  const trace: Trace = {
    request: 'r',
    allowed: false,
    steps: [step(['room-1']), step(['thing-1']), step(['key-1'], 'fail')],
  };

  it('shows the way up to the step', () => {
    const marks = playbackMarks(trace, 1, edges, say);
    expect(marks.get('room-1')).toEqual({ state: 'passed' });
    expect(marks.get('thing-1')).toEqual({ state: 'current' });
    expect(marks.has('key-1')).toBe(false);
    expect(marks.get('room-1/table')).toEqual({ state: 'aside' });
  });

  it('marks the failed step with its reason, and the edge that led there', () => {
    const marks = playbackMarks(trace, 2, edges, say);
    expect(marks.get('key-1')).toEqual({ state: 'failed', bubble: 'test.step' });
    expect(marks.get('thing-1/key')).toEqual({ state: 'failed' });
    expect(playbackMarks(trace, 9, edges, say).size).toBe(0);
  });
});

describe('badges', () => {
  const report = (problems: Report['problems'], requirements: Report['requirements'] = []): Report => ({
    requirements,
    problems,
    traces: [],
    cost: { monthly: 0, lines: [] },
    score: { earned: 0, possible: 0, stars: 0 },
  });

  it('are one per node, with each reason once', () => {
    const finding = { answer: 'misses' as const, reason: because('b'), nodes: ['key-1', 'thing-1'] };
    const marks = badgeMarks(
      report(
        [
          { severity: 'warning', reason: because('a'), nodes: ['key-1'] },
          { severity: 'warning', reason: because('a'), nodes: ['key-1'] },
          { severity: 'warning', reason: because('c'), nodes: ['room-1'] },
        ],
        [
          {
            id: 'r',
            met: false,
            points: 1,
            earned: 0,
            meets: 0,
            judged: 2,
            findings: [finding, { ...finding, answer: 'meets', nodes: ['yard-1'] }],
          },
        ],
      ),
      say,
    );
    expect(marks.get('key-1')).toEqual({ tone: 'bad', reasons: ['a', 'b'] });
    expect(marks.get('room-1')).toEqual({ tone: 'warn', reasons: ['c'] });
    expect(marks.size).toBe(2);
  });

  it('are not too many, errors first', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      severity: index === 29 ? ('error' as const) : ('warning' as const),
      reason: because('a'),
      nodes: [`n-${index}`],
    }));
    const marks = badgeMarks(report(many), say);
    expect(marks.size).toBe(MOST_BADGES);
    expect(marks.has('n-29')).toBe(true);
  });
});
