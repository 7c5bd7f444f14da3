import { describe, expect, it } from 'vitest';
import { moveNodes, resizeNode } from '../../src/game/commands/move';
import { done, drawn, fakes, node, refused } from './fake-kinds';

const at = { x: 1, y: 2 };
const start = drawn(
  node('yard-1', 'yard', { props: { mainTable: 'table-1' } }),
  node('yard-2', 'yard'),
  node('table-1', 'table', { parent: 'yard-1', props: { main: true } }),
  node('table-2', 'table', { parent: 'yard-1' }),
  node('room-1', 'room', { parent: 'yard-1' }),
  node('thing-1', 'thing', { parent: 'room-1' }),
  node('key-1', 'key', { locked: true }),
);

describe('moveNodes', () => {
  it('moves without a word', () => {
    const outcome = done(moveNodes(start, fakes, { moves: [{ id: 'thing-1', position: at }] }));
    expect(outcome.diagram.nodes['thing-1']).toMatchObject({ position: at, parent: 'room-1' });
    expect(outcome.said.text).toBe('');
    expect(outcome.patches).toHaveLength(1);
  });

  it('moves into another container and says so', () => {
    const { diagram, said } = done(
      moveNodes(start, fakes, { moves: [{ id: 'room-1', position: at, parent: 'yard-2' }] }),
    );
    expect(diagram.nodes['room-1']?.parent).toBe('yard-2');
    expect(said.text).toBe('room-1 now stands in yard-2.');
  });

  it('moves out to the account', () => {
    const { diagram } = done(moveNodes(start, fakes, { moves: [{ id: 'thing-1', position: at, parent: null }] }));
    expect(diagram.nodes['thing-1']).not.toHaveProperty('parent');
  });

  it.each([
    ['a container where the kind may not stand', 'thing-1', 'yard-2', 'A Thing cannot stand in yard-2.'],
    ['a node into itself', 'yard-1', 'yard-1', 'yard-1 cannot stand inside itself.'],
    ['a container into what stands in it', 'yard-1', 'room-1', 'yard-1 cannot stand inside itself.'],
    ['a locked node', 'key-1', null, 'key-1 is given by the scenario and stays as it is.'],
    ['a companion away from its owner', 'table-1', 'yard-2', 'table-1 belongs to yard-1 and stays in it.'],
    ['a node that is not there', 'toString', null, 'There is no element “toString” in this diagram.'],
  ])('refuses %s', (_title, id, parent, why) => {
    expect(refused(moveNodes(start, fakes, { moves: [{ id, position: at, parent }] })).why).toBe(why);
  });

  it('lets another node of the same kind go where its companion twin may not', () => {
    done(moveNodes(start, fakes, { moves: [{ id: 'table-2', position: at, parent: 'yard-2' }] }));
  });

  it('moves all or none', () => {
    refused(
      moveNodes(start, fakes, {
        moves: [
          { id: 'thing-1', position: at },
          { id: 'key-1', position: at },
        ],
      }),
    );
  });

  it('finds a circle that only two moves together would make', () => {
    const circle = drawn(node('a', 'ghost'), node('b', 'ghost'));
    const moves = [
      { id: 'a', position: at, parent: 'b' },
      { id: 'b', position: at, parent: 'a' },
    ];
    expect(refused(moveNodes(circle, fakes, { moves })).why).toBe('b cannot stand inside itself.');
  });
});

describe('resizeNode', () => {
  it('sets place and size', () => {
    const size = { width: 300, height: 200 };
    expect(done(resizeNode(start, fakes, { id: 'yard-1', position: at, size })).diagram.nodes['yard-1']).toMatchObject({
      position: at,
      size,
    });
  });
  it.each([
    [0, 100],
    [100, -1],
    [Number.NaN, 100],
    [1e9, 100],
  ])('refuses %d × %d', (width, height) => {
    refused(resizeNode(start, fakes, { id: 'yard-1', position: at, size: { width, height } }));
  });
});
