import { describe, expect, it } from 'vitest';
import { addNode } from '../../src/game/commands/add';
import { EMPTY_DIAGRAM } from '../../src/model/diagram';
import { done, drawn, fakes, node, refused } from './fake-kinds';

const at = { x: 10, y: 20 };

describe('addNode', () => {
  it('gives the smallest free id and a free name', () => {
    const first = done(addNode(EMPTY_DIAGRAM, fakes, { kind: 'key', position: at }));
    const second = done(addNode(first.diagram, fakes, { kind: 'key', position: at }));
    expect(second.created).toEqual(['key-2']);
    expect(second.diagram.nodes['key-2']).toMatchObject({ name: 'key-2', position: at, props: {} });
    expect(second.said).toEqual({ text: 'key-2 is added.', open: { node: 'key-2' } });
  });

  it('makes what AWS makes with it, inside, and refers to it', () => {
    const { diagram, created, said } = done(
      addNode(EMPTY_DIAGRAM, fakes, { kind: 'yard', position: at, name: 'north' }),
    );
    expect(created).toEqual(['yard-1', 'table-1']);
    expect(diagram.nodes['yard-1']).toMatchObject({
      size: { width: 600, height: 400 },
      props: { mainTable: 'table-1' },
    });
    expect(diagram.nodes['table-1']).toMatchObject({ name: 'north-main', parent: 'yard-1', props: { main: true } });
    expect(said.text).toBe('north is added, together with north-main.');
  });

  it('makes a companion beside it', () => {
    const { diagram } = done(addNode(EMPTY_DIAGRAM, fakes, { kind: 'front', position: at }));
    expect(diagram.nodes['back-1']?.parent).toBeUndefined();
    expect(diagram.nodes['back-1']?.name).toBe('front-config');
    expect(diagram.nodes['front-1']?.props).toEqual({ back: 'back-1' });
  });

  it.each([
    ['room', undefined, 'A Room cannot stand directly in the account.', 'Put it in a Yard.'],
    ['thing', 'yard-1', 'A Thing cannot stand in yard-1.', 'Put it in a Room or directly in the account.'],
    ['room', 'nowhere', 'There is no element “nowhere” to put it in.', 'Put it in a Yard.'],
    [
      'thing',
      'constructor',
      'There is no element “constructor” to put it in.',
      'Put it in a Room or directly in the account.',
    ],
    ['ghost', undefined, 'There is no kind of resource called “ghost”.', 'Choose one from the palette.'],
  ])('refuses %s in %s and names the legal places', (kind, parent, why, remedy) => {
    const start = drawn(node('yard-1', 'yard'));
    const outcome = refused(addNode(start, fakes, { kind, position: at, ...(parent ? { parent } : {}) }));
    expect(outcome).toMatchObject({ why, remedy });
  });

  it('refuses a place that is none', () => {
    refused(addNode(EMPTY_DIAGRAM, fakes, { kind: 'key', position: { x: Number.NaN, y: 0 } }));
  });
});
