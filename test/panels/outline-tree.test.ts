import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/panels/outline/outline-tree';
import { drawn, fakes, node } from '../game/fake-kinds';

const words = (rows: ReturnType<typeof outlineOf>) => rows.map((row) => `${row.level} ${row.node.id}`);

describe('outlineOf', () => {
  it('lists parents before children, with level and place', () => {
    const diagram = drawn(
      node('b', 'thing', { name: 'b' }),
      node('y', 'yard', { name: 'y' }),
      node('a', 'thing', { name: 'a', parent: 'y' }),
    );
    const rows = outlineOf(diagram, fakes, new Set());
    expect(words(rows)).toEqual(['1 y', '2 a', '1 b']);
    expect(rows[0]).toMatchObject({ hasChildren: true, position: 1, siblings: 2 });
  });
  it('hides what stands in a folded element', () => {
    const diagram = drawn(node('y', 'yard'), node('a', 'thing', { parent: 'y' }));
    expect(words(outlineOf(diagram, fakes, new Set(['y'])))).toEqual(['1 y']);
  });
  it('shows every element once, even when parents form a ring or are gone', () => {
    const diagram = drawn(
      node('a', 'yard', { parent: 'b' }),
      node('b', 'yard', { parent: 'a' }),
      node('c', 'thing', { parent: 'nowhere' }),
    );
    const rows = outlineOf(diagram, fakes, new Set());
    expect(rows.map((row) => row.node.id).sort()).toEqual(['a', 'b', 'c']);
  });
});
