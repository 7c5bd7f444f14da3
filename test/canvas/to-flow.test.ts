import { describe, expect, it } from 'vitest';
import { toEdges, toNodes } from '../../src/canvas/to-flow';
import { drawn, fakes, node } from '../game/fake-kinds';

const yard = node('yard-1', 'yard', { props: { mainTable: 'table-1' } });
const room = node('room-1', 'room', { parent: 'yard-1', position: { x: 16, y: 48 }, props: { table: 'table-1' } });
const thing = node('thing-1', 'thing', { parent: 'room-1', position: { x: 8, y: 48 }, props: { key: 'key-1' } });
const table = node('table-1', 'table', { parent: 'yard-1' });
const key = node('key-1', 'key', { locked: true });
// Children are written before their parents on purpose.
const diagram = drawn(thing, key, table, room, yard);
const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

describe('nodes of the canvas', () => {
  it('stand after their containers', () => {
    const order = toNodes(diagram, fakes, []).map((one) => one.id);
    expect(order.indexOf('yard-1')).toBeLessThan(order.indexOf('room-1'));
    expect(order.indexOf('room-1')).toBeLessThan(order.indexOf('thing-1'));
  });

  it('are the same objects when nothing about them changed', () => {
    const before = toNodes(diagram, fakes, []);
    const moved = { nodes: { ...diagram.nodes, 'thing-1': { ...thing, position: { x: 24, y: 64 } } } };
    const after = byId(toNodes(moved, fakes, [], byId(before)));
    for (const one of before) {
      if (one.id === 'thing-1') expect(after.get(one.id)).not.toBe(one);
      else expect(after.get(one.id)).toBe(one);
    }
    expect(after.get('thing-1')?.position).toEqual({ x: 24, y: 64 });
  });

  it('say who they are, and that a locked one stays', () => {
    const nodes = byId(toNodes(diagram, fakes, ['thing-1']));
    expect(nodes.get('thing-1')).toMatchObject({
      ariaLabel: 'thing-1, Thing, in room-1',
      selected: true,
      ariaRole: 'button',
    });
    expect(nodes.get('key-1')).toMatchObject({ ariaLabel: 'key-1, Key, locked by the scenario', draggable: false });
  });

  it('let the pointer through a container until it is selected', () => {
    expect(byId(toNodes(diagram, fakes, [])).get('room-1')?.style?.pointerEvents).toBe('none');
    expect(byId(toNodes(diagram, fakes, ['room-1'])).get('room-1')?.style).toBeUndefined();
  });

  it('survive unknown kinds, lost parents and circles', () => {
    const odd = drawn(
      node('a-1', 'yard', { parent: 'b-1' }),
      node('b-1', 'yard', { parent: 'a-1' }),
      node('lost-1', 'thing', { parent: 'nowhere' }),
      node('alien-1', 'from-the-future'),
    );
    const nodes = byId(toNodes(odd, fakes, []));
    expect([...nodes.values()].map((one) => one.parentId)).toEqual([undefined, undefined, undefined, undefined]);
    expect(nodes.get('alien-1')).toMatchObject({
      type: 'resource',
      data: { subtitle: 'Unknown kind: from-the-future' },
    });
  });
});

describe('edges of the canvas', () => {
  it('are the references of the diagram, read as sentences', () => {
    expect(
      toEdges(diagram, fakes, [], undefined)
        .map((edge) => edge.ariaLabel)
        .sort(),
    ).toEqual(['room-1 uses table-1', 'thing-1 encrypts with key-1', 'yard-1 uses by default table-1']);
  });

  it('are quiet inside their own container, and near when an end is selected', () => {
    const edges = byId(toEdges(diagram, fakes, ['thing-1'], 'room-1/table'));
    expect(edges.get('yard-1/mainTable')?.data).toMatchObject({ relation: 'inside', near: false });
    expect(edges.get('room-1/table')).toMatchObject({ selected: true, data: { relation: 'structure', near: false } });
    expect(edges.get('thing-1/key')?.data?.near).toBe(true);
  });

  it('are the same objects when nothing about them changed', () => {
    const before = byId(toEdges(diagram, fakes, [], undefined));
    const after = byId(toEdges(diagram, fakes, ['thing-1'], undefined, before));
    expect(after.get('room-1/table')).toBe(before.get('room-1/table'));
    expect(after.get('thing-1/key')).not.toBe(before.get('thing-1/key'));
  });
});
