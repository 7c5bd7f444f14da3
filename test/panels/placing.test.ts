import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/canvas/geometry';
import { catalog } from '../../src/catalog/index';
import { EMPTY_DIAGRAM } from '../../src/model/diagram';
import { Scenario } from '../../src/model/scenario';
import { containerFor, freeSpot, placeKind } from '../../src/panels/placing/place-kind';
import { createSession } from '../../src/store/session';
import { simulator } from '../../src/store/simulator';

const scenario = Scenario.parse({
  format: 'perimeter-scenario',
  version: 1,
  id: 'placing',
  title: 'Placing',
  summary: 'For tests.',
  story: 'A story.',
  task: 'build',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'Security',
  start: EMPTY_DIAGRAM,
  allowedKinds: [...catalog.keys()],
  requirements: [{ id: 'one', title: 'One', check: 'none', points: 1, debrief: 'Because.' }],
  debrief: 'Well.',
});
const start = () =>
  createSession({ scenario, catalog, simulator: simulator({ scenario, catalog, checks: new Map() }) });

describe('placing without a pointer', () => {
  it('asks for a container where several, or none, would do', () => {
    expect(containerFor(EMPTY_DIAGRAM, catalog, 'subnet', [])).toBe('ask');
    const session = start();
    placeKind(session.getState(), 'subnet');
    expect(Object.keys(session.getState().diagram.nodes)).toEqual([]);
    expect(session.getState().notice).toMatchObject({ tone: 'refused' });
  });
  it('puts a kind into the selection, selects it and is one undo step', () => {
    const session = start();
    placeKind(session.getState(), 'vpc');
    const [vpc] = session.getState().selection;
    const before = session.getState().diagram;
    placeKind(session.getState(), 'subnet');
    const [subnet] = session.getState().selection;
    expect(session.getState().diagram.nodes[subnet ?? '']).toMatchObject({ kind: 'subnet', parent: vpc });
    session.getState().actions.undo();
    expect(session.getState().diagram).toEqual(before);
  });
  it('finds the container around a selected element', () => {
    const session = start();
    placeKind(session.getState(), 'vpc');
    const [vpc] = session.getState().selection;
    placeKind(session.getState(), 'security-group');
    expect(containerFor(session.getState().diagram, catalog, 'subnet', session.getState().selection)).toBe(vpc);
  });
  it('never puts two elements over each other, and keeps them inside', () => {
    const session = start();
    placeKind(session.getState(), 'vpc');
    const [vpc = ''] = session.getState().selection;
    for (let index = 0; index < 7; index += 1) {
      session.getState().actions.select([vpc]);
      placeKind(session.getState(), 'subnet');
    }
    const { diagram } = session.getState();
    const frame = sizeOf(diagram.nodes[vpc]!, catalog.get('vpc'));
    const boxes = Object.values(diagram.nodes)
      .filter((one) => one.parent === vpc && one.kind === 'subnet')
      .map((one) => ({ ...one.position, ...sizeOf(one, catalog.get(one.kind)) }));
    expect(boxes).toHaveLength(7);
    for (const [index, a] of boxes.entries()) {
      expect(a.x + a.width).toBeLessThanOrEqual(frame.width);
      expect(a.y + a.height).toBeLessThanOrEqual(frame.height);
      for (const b of boxes.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });
  it('starts at the corner of an empty account', () => {
    expect(freeSpot(EMPTY_DIAGRAM, catalog, 'kms-key', undefined)).toEqual({ x: 32, y: 32 });
  });
});
