import { describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../src/game/commands/connect';
import { legalContainers, legalTargets, linksBetween, refusal } from '../../src/game/legal';
import { edgesOf } from '../../src/game/references';
import type { Json } from '../../src/model/json';
import { done, drawn, fakes, node, refused } from './fake-kinds';

const start = drawn(
  node('thing-1', 'thing', { name: 'data' }),
  node('thing-2', 'thing', { name: 'mirror', locked: true }),
  node('key-1', 'key', { name: 'cmk-a' }),
  node('key-2', 'key', { name: 'cmk-b' }),
  node('yard-1', 'yard', { props: { mainTable: 'table-1' } }),
  node('table-1', 'table', { parent: 'yard-1', props: { main: true } }),
  node('room-1', 'room', { parent: 'yard-1' }),
  node('room-2', 'room', { parent: 'yard-1' }),
);
const link = (from: string, field: string, to: string, diagram = start) => connect(diagram, fakes, { from, field, to });

describe('connect', () => {
  it('sets a single reference, then says what it replaced', () => {
    const first = done(link('thing-1', 'key', 'key-1'));
    expect(first.said).toEqual({ text: 'data now encrypts with cmk-a.', open: { node: 'thing-1', field: 'key' } });
    const second = done(link('thing-1', 'key', 'key-2', first.diagram));
    expect(second.said.text).toBe('data now encrypts with cmk-b instead of cmk-a.');
    expect(second.diagram.nodes['thing-1']?.props).toEqual({ key: 'key-2' });
    expect(refused(link('thing-1', 'key', 'key-2', second.diagram)).why).toBe('data already encrypts with cmk-b.');
  });

  it('sets what the reference needs in order to count, in the same step, and says so', () => {
    const from = drawn(...Object.values(start.nodes), node('x', 'thing', { props: { mode: 'free' } }));
    const { diagram, said } = done(link('x', 'key', 'key-1', from));
    expect(diagram.nodes['x']?.props).toEqual({ mode: 'own', key: 'key-1' });
    expect(said.text).toBe('x now encrypts with cmk-a. Mode is now “own”.');
  });

  it('appends to a list, once', () => {
    const first = done(link('thing-1', 'rooms[]', 'room-1'));
    const second = done(link('thing-1', 'rooms[]', 'room-2', first.diagram));
    expect(second.diagram.nodes['thing-1']?.props).toEqual({ rooms: ['room-1', 'room-2'] });
    expect(second.said.open).toEqual({ node: 'thing-1', field: 'rooms[1]' });
    expect(refused(link('thing-1', 'rooms[]', 'room-1', second.diagram)).why).toBe('data already reaches into room-1.');
  });

  it('appends an element to a list of objects and keeps its defaults', () => {
    const { diagram, said } = done(link('table-1', 'rules[].target', 'thing-1'));
    expect(diagram.nodes['table-1']?.props['rules']).toEqual([{ to: 'local' }, { to: '0.0.0.0/0', target: 'thing-1' }]);
    expect(said).toEqual({ text: 'table-1 now sends to data.', open: { node: 'table-1', field: 'rules[1].target' } });
    refused(link('table-1', 'rules[].target', 'thing-1', diagram));
  });

  it('sets one concrete place', () => {
    const { diagram } = done(link('table-1', 'rules[0].target', 'thing-1'));
    expect(diagram.nodes['table-1']?.props['rules']).toEqual([{ to: 'local', target: 'thing-1' }]);
    refused(link('table-1', 'rules[9].target', 'thing-1'));
  });

  it.each([
    [
      'a target without the trait',
      'thing-1',
      'key',
      'room-1',
      '“data encrypts with room-1” is not something AWS can do.',
      'Connect it to a Key.',
    ],
    [
      'with the lesson',
      'thing-1',
      'key',
      'table-1',
      'A thing has no table of its own: its room has one.',
      'Connect it to a Key.',
    ],
    ['a field that is no link', 'thing-1', 'wait', 'key-1', 'data has no connection “wait”.', undefined],
    [
      'a locked source',
      'thing-2',
      'key',
      'key-1',
      'mirror is given by the scenario and stays as it is.',
      'Change the design around it.',
    ],
    [
      'a missing target',
      'thing-1',
      'key',
      'valueOf',
      'There is no element “valueOf” in this diagram.',
      'It may have been removed; select another.',
    ],
  ])('refuses %s', (_title, from, field, to, why, remedy) => {
    const outcome = refused(link(from, field, to));
    expect([outcome.why, outcome.remedy]).toEqual([why, remedy]);
  });
});

describe('disconnect', () => {
  it('clears a single reference', () => {
    const { diagram } = done(link('thing-1', 'key', 'key-1'));
    const outcome = done(disconnect(diagram, fakes, { from: 'thing-1', field: 'key' }));
    expect(outcome.diagram.nodes['thing-1']?.props).toEqual({});
    expect(outcome.said.text).toBe('data no longer encrypts with cmk-a.');
  });
  it('takes the element of a list out', () => {
    const from = drawn(...Object.values(start.nodes), node('x', 'thing', { props: { rooms: ['room-1', 'room-2'] } }));
    expect(done(disconnect(from, fakes, { from: 'x', field: 'rooms[0]' })).diagram.nodes['x']?.props).toEqual({
      rooms: ['room-2'],
    });
  });
  it('takes out the element that an edge made, and only empties one that is more than an edge', () => {
    const rules: Json = [{ to: 'local' }, { to: '0.0.0.0/0', target: 'thing-1' }];
    const from = drawn(
      ...Object.values(start.nodes),
      node('t', 'table', { props: { rules } }),
      node('x', 'thing', { props: { friends: [{ who: 'thing-1' }] } }),
    );
    expect(done(disconnect(from, fakes, { from: 't', field: 'rules[1].target' })).diagram.nodes['t']?.props).toEqual({
      rules: [{ to: 'local' }],
    });
    expect(done(disconnect(from, fakes, { from: 'x', field: 'friends[0].who' })).diagram.nodes['x']?.props).toEqual({
      friends: [{}],
    });
  });
  it('keeps what AWS always has', () => {
    expect(refused(disconnect(start, fakes, { from: 'yard-1', field: 'mainTable' })).why).toBe(
      'yard-1 always has its Table.',
    );
  });
  it('refuses when nothing is connected there', () => {
    refused(disconnect(start, fakes, { from: 'thing-1', field: 'key' }));
    refused(disconnect(start, fakes, { from: 'thing-1', field: 'rooms[3]' }));
  });
});

describe('what may be drawn', () => {
  it('knows the containers of a kind', () => {
    expect(legalContainers(start, fakes, 'room')).toEqual(['yard-1']);
    expect(legalContainers(start, fakes, 'thing')).toEqual(['account', 'room-1', 'room-2']);
    expect(legalContainers(start, fakes, 'ghost')).toEqual([]);
  });
  it('lists legal targets without those already connected', () => {
    const targets = legalTargets(done(link('thing-1', 'key', 'key-1')).diagram, fakes, 'thing-1').map(
      ({ link: { field }, target }) => `${field} ${target}`,
    );
    expect(targets).toContain('key key-2');
    expect(targets).not.toContain('key key-1');
    expect(targets).toContain('rooms[] room-1');
    expect(targets).toContain('friends[].who thing-2');
  });
  it('reads a pair in both directions', () => {
    expect(
      linksBetween(start, fakes, 'key-1', 'thing-1').map(({ from, link: { field }, to }) => [from, field, to]),
    ).toEqual([['thing-1', 'key', 'key-1']]);
  });
  it('says why not', () => {
    expect(refusal(start, fakes, 'thing-1', 'key-1')).toBeUndefined();
    expect(refusal(start, fakes, 'key-1', 'key-2')).toBe('AWS has no connection between a Key and a Key.');
    expect(refusal(start, fakes, 'thing-2', 'key-1')).toBe('mirror is given by the scenario and stays as it is.');
    expect(refusal(start, fakes, 'key-1', 'room-1')).toBe('AWS has no connection between a Key and a Room.');
    expect(refusal(done(link('thing-1', 'key', 'key-1')).diagram, fakes, 'thing-1', 'key-1')).toBe(
      'data already encrypts with cmk-a.',
    );
  });
  it('gives the lesson from either end', () => {
    const lesson = 'A front never opens a key: what stands behind it does.';
    const pair = drawn(node('f', 'front'), node('k', 'key'));
    expect(refusal(pair, fakes, 'f', 'k')).toBe(lesson);
    expect(refusal(pair, fakes, 'k', 'f')).toBe(lesson);
  });
});

describe('edgesOf', () => {
  it('reads every reference whose target exists', () => {
    const diagram = drawn(
      node('a', 'thing', { props: { key: 'k', rooms: ['gone', 'r'], friends: [{ who: 'a' }] } }),
      node('k', 'key'),
      node('r', 'room', { props: { table: 5 } }),
    );
    expect(edgesOf(diagram, fakes)).toEqual([
      { id: 'a/key', from: 'a', to: 'k', field: 'key', label: 'encrypts with' },
      { id: 'a/rooms[1]', from: 'a', to: 'r', field: 'rooms[1]', label: 'reaches into' },
      { id: 'a/friends[0].who', from: 'a', to: 'a', field: 'friends[0].who', label: 'knows' },
    ]);
  });
});
