import { describe, expect, it } from 'vitest';
import { boxesOf, landingAt, nodeAt, placeIn, RESOURCE } from '../../src/canvas/geometry';
import { edgePath } from '../../src/canvas/edge-path';
import { layout, tidy } from '../../src/canvas/auto-layout';
import { done, drawn, fakes, node } from '../game/fake-kinds';

const yard = node('yard-1', 'yard', { position: { x: 100, y: 100 } });
const room = node('room-1', 'room', { parent: 'yard-1', position: { x: 40, y: 60 } });
const thing = node('thing-1', 'thing', { parent: 'room-1', position: { x: 8, y: 48 } });
const diagram = drawn(yard, room, thing);
const boxes = boxesOf(diagram, fakes);

describe('places', () => {
  it('add up through containers', () => {
    expect(boxes.get('thing-1')).toMatchObject({ x: 148, y: 208, ...RESOURCE, depth: 2, container: false });
  });

  it('find what lies on top', () => {
    expect(nodeAt(boxes, { x: 160, y: 220 })?.id).toBe('thing-1');
    expect(nodeAt(boxes, { x: 160, y: 170 })?.id).toBe('room-1');
    expect(nodeAt(boxes, { x: 600, y: 450 })?.id).toBe('yard-1');
    expect(nodeAt(boxes, { x: 0, y: 0 })).toBeUndefined();
  });

  it('land in the deepest container that admits the kind', () => {
    const inRoom = { x: 160, y: 170 };
    expect(landingAt(diagram, fakes, ['thing'], inRoom)).toEqual({ parent: 'room-1', legal: true });
    expect(landingAt(diagram, fakes, ['table'], inRoom)).toEqual({ parent: 'yard-1', legal: true });
    expect(landingAt(diagram, fakes, ['key'], inRoom)).toEqual({ parent: 'room-1', legal: false });
    expect(landingAt(diagram, fakes, ['key'], { x: 0, y: 0 })).toEqual({ legal: true });
    expect(landingAt(diagram, fakes, ['room'], { x: 0, y: 0 })).toEqual({ legal: false });
    expect(landingAt(diagram, fakes, ['room'], inRoom, new Set(['room-1']))).toEqual({ parent: 'yard-1', legal: true });
  });

  it('are clamped into the container and onto the grid', () => {
    const box = boxes.get('yard-1');
    expect(placeIn({ x: -500, y: 0 }, RESOURCE, box)).toEqual({ x: 8, y: 40 });
    expect(placeIn({ x: 5000, y: 5000 }, RESOURCE, box)).toEqual({ x: 416, y: 336 });
    expect(placeIn({ x: 13, y: 21 }, RESOURCE, undefined)).toEqual({ x: 16, y: 24 });
  });
});

describe('the path of an edge', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });
  it('leaves and enters at the sides that face each other', () => {
    expect(edgePath(box(0, 0), box(300, 0)).path).toMatch(/^M100,25 C.* 300,25$/);
    expect(edgePath(box(0, 200), box(0, 0)).path).toMatch(/^M50,200 C.* 50,50$/);
  });
  it('goes to the nearest border of its own container', () => {
    const outer = { x: 0, y: 0, width: 600, height: 400 };
    expect(edgePath(box(20, 100), outer).path).toMatch(/^M20,125 C.* 0,125$/);
  });
});

describe('tidying up', () => {
  const messy = drawn(
    yard,
    room,
    thing,
    node('thing-2', 'thing', { parent: 'room-1', position: { x: 10, y: 50 } }),
    node('room-2', 'room', { parent: 'yard-1', position: { x: 41, y: 61 } }),
    node('key-1', 'key', { position: { x: 120, y: 120 } }),
  );
  const outcome = done(tidy(messy, fakes));
  const after = [...boxesOf(outcome.diagram, fakes).values()];

  it('leaves no two neighbours on top of each other, and everything inside its container', () => {
    for (const a of after) {
      const parent = outcome.diagram.nodes[a.id]?.parent;
      for (const b of after) {
        if (a.id === b.id || outcome.diagram.nodes[b.id]?.parent !== parent) continue;
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
      const home = after.find((box) => box.id === parent);
      if (home) {
        expect(a.x >= home.x && a.x + a.width <= home.x + home.width, a.id).toBe(true);
        expect(a.y >= home.y && a.y + a.height <= home.y + home.height, a.id).toBe(true);
      }
    }
  });

  it('changes nothing but places and sizes, and never a locked node', () => {
    expect(Object.keys(outcome.diagram.nodes)).toEqual(Object.keys(messy.nodes));
    const locked = drawn(yard, { ...room, locked: true }, thing);
    expect(layout(locked, fakes).moves.map((move) => move.id)).not.toContain('room-1');
    expect(tidy(locked, fakes).ok).toBe(true);
  });
});
