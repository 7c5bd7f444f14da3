import { describe, expect, it } from 'vitest';
import { addNode } from '../../src/game/commands/add';
import { copyOf, paste } from '../../src/game/commands/paste';
import { remove } from '../../src/game/commands/remove';
import { EMPTY_DIAGRAM } from '../../src/model/diagram';
import { done, drawn, fakes, node, refused } from './fake-kinds';

const start = drawn(
  node('yard-1', 'yard', { props: { mainTable: 'table-1' } }),
  node('table-1', 'table', {
    parent: 'yard-1',
    props: {
      main: true,
      rules: [
        { to: 'x', target: 'thing-1' },
        { to: 'y', target: 'thing-2' },
      ],
    },
  }),
  node('room-1', 'room', { parent: 'yard-1', props: { table: 'table-1' } }),
  node('thing-1', 'thing', { parent: 'room-1', props: { key: 'key-1' } }),
  node('thing-2', 'thing', { props: { rooms: ['room-1'], friends: [{ who: 'thing-1' }], key: 'key-1' } }),
  node('key-1', 'key'),
);

describe('remove', () => {
  it('removes what stands inside and clears every reference, in one step', () => {
    const { diagram, said } = done(remove(start, fakes, { ids: ['yard-1'] }));
    expect(Object.keys(diagram.nodes)).toEqual(['thing-2', 'key-1']);
    expect(diagram.nodes['thing-2']?.props).toEqual({ rooms: [], friends: [{}], key: 'key-1' });
    expect(said.text).toBe('yard-1 is removed with 3 elements that belonged to it. thing-2 no longer refers to it.');
  });
  it('takes neighbours out of one list', () => {
    const from = drawn(
      ...Object.values(start.nodes),
      node('room-2', 'room', { parent: 'yard-1' }),
      node('x', 'thing', { props: { rooms: ['room-1', 'room-2', 'room-9'] } }),
      node('t', 'table', { props: { rules: [{ target: 'thing-1' }, { to: 'kept' }, { target: 'thing-1' }] } }),
    );
    const { diagram } = done(remove(from, fakes, { ids: ['yard-1'] }));
    expect(diagram.nodes['x']?.props).toEqual({ rooms: ['room-9'] });
    expect(diagram.nodes['t']?.props).toEqual({ rules: [{ to: 'kept' }] });
  });
  it('takes an edge out of a list of objects', () => {
    const { diagram } = done(remove(start, fakes, { ids: ['thing-1'] }));
    expect(diagram.nodes['table-1']?.props['rules']).toEqual([{ to: 'y', target: 'thing-2' }]);
  });
  it('keeps what AWS removes only with its owner', () => {
    const outcome = refused(remove(start, fakes, { ids: ['table-1'] }));
    expect(outcome.why).toBe('table-1 belongs to yard-1: AWS removes it only together with its owner.');
    expect(outcome.evidence?.nodes).toEqual(['table-1', 'yard-1']);
    done(remove(start, fakes, { ids: ['table-1', 'yard-1'] }));
  });
  it('removes a companion that stands beside', () => {
    const { diagram } = done(addNode(EMPTY_DIAGRAM, fakes, { kind: 'front', position: { x: 0, y: 0 } }));
    refused(remove(diagram, fakes, { ids: ['back-1'] }));
    expect(done(remove(diagram, fakes, { ids: ['front-1'] })).diagram.nodes).toEqual({});
  });
  it('keeps locked nodes, also inside of others', () => {
    const locked = drawn(...Object.values(start.nodes), node('given', 'room', { parent: 'yard-1', locked: true }));
    expect(refused(remove(locked, fakes, { ids: ['yard-1'] })).why).toBe(
      'given is given by the scenario and cannot be removed.',
    );
  });
  it('keeps what a locked node uses', () => {
    const locked = drawn(
      ...Object.values(start.nodes),
      node('given', 'thing', { locked: true, props: { key: 'key-1' } }),
    );
    expect(refused(remove(locked, fakes, { ids: ['key-1'] })).why).toBe('given, which the scenario gives, uses key-1.');
  });
  it('removes unknown kinds, and refuses what is not there', () => {
    done(remove(drawn(node('g', 'ghost')), fakes, { ids: ['g', 'nothing'] }));
    refused(remove(start, fakes, { ids: [] }));
    refused(remove(start, fakes, { ids: ['constructor'] }));
  });
});

describe('copy and paste', () => {
  it('gives fresh ids and leads references among the copies to the copies', () => {
    const clip = copyOf(start, fakes, ['yard-1']);
    expect(Object.keys(clip.nodes)).toEqual(['yard-1', 'table-1', 'room-1', 'thing-1']);
    const { diagram, created } = done(paste(start, fakes, { diagram: clip, offset: { x: 40, y: 40 } }));
    expect(created).toEqual(['yard-2', 'table-2', 'room-2', 'thing-3']);
    expect(diagram.nodes['yard-2']).toMatchObject({
      name: 'yard-2',
      position: { x: 40, y: 40 },
      props: { mainTable: 'table-2' },
    });
    expect(diagram.nodes['room-2']).toMatchObject({
      parent: 'yard-2',
      position: { x: 0, y: 0 },
      props: { table: 'table-2' },
    });
    expect(diagram.nodes['table-2']?.props['rules']).toEqual([
      { to: 'x', target: 'thing-3' },
      { to: 'y', target: 'thing-2' },
    ]);
    expect(diagram.nodes['thing-3']?.props).toEqual({ key: 'key-1' });
  });
  it('clears references that would mean something else here', () => {
    const clip = copyOf(start, fakes, ['thing-2']);
    const other = drawn(node('key-1', 'room'), node('thing-1', 'thing'), node('room-1', 'ghost'));
    const { diagram, created } = done(paste(other, fakes, { diagram: clip, offset: { x: 0, y: 0 } }));
    expect(created).toEqual(['thing-2']);
    expect(diagram.nodes['thing-2']?.props).toEqual({ rooms: [], friends: [{ who: 'thing-1' }] });
  });
  it('does not mix up a new id with an old one of the same spelling', () => {
    const clip = drawn(
      node('key-2', 'key'),
      node('key-1', 'key'),
      node('thing-1', 'thing', { props: { key: 'key-2' } }),
    );
    const { diagram } = done(paste(EMPTY_DIAGRAM, fakes, { diagram: clip, offset: { x: 0, y: 0 } }));
    expect(diagram.nodes['key-1']?.name).toBe('key-2');
    expect(diagram.nodes['thing-1']?.props).toEqual({ key: 'key-1' });
  });
  it('lands in the chosen container when it may, and loses the lock', () => {
    const clip = drawn(node('thing-9', 'thing', { locked: true }));
    const { diagram } = done(paste(start, fakes, { diagram: clip, parent: 'room-1', offset: { x: 0, y: 0 } }));
    expect(diagram.nodes['thing-3']).toMatchObject({ parent: 'room-1' });
    expect(diagram.nodes['thing-3']).not.toHaveProperty('locked');
  });
  it('refuses where it may not stand, and companions without their owner', () => {
    expect(
      refused(paste(EMPTY_DIAGRAM, fakes, { diagram: drawn(node('r', 'room')), offset: { x: 0, y: 0 } })).remedy,
    ).toContain('Put it in a Yard.');
    expect(
      refused(paste(start, fakes, { diagram: copyOf(start, fakes, ['table-1']), offset: { x: 0, y: 0 } })).why,
    ).toBe('AWS makes this only together with its owner.');
  });
});
