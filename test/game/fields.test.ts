import { describe, expect, it } from 'vitest';
import { rename, setField } from '../../src/game/commands/fields';
import type { Json } from '../../src/model/json';
import { done, drawn, fakes, node, refused } from './fake-kinds';

const start = drawn(
  node('thing-1', 'thing', { name: 'payments-data' }),
  node('thing-2', 'thing', { name: 'other' }),
  node('key-1', 'key', { name: 'cmk-payments' }),
  node('table-1', 'table'),
  node('locked', 'thing', { locked: true }),
  node('ghost-1', 'ghost', { props: { any: 1 } }),
);
const set = (field: string, value: Json | undefined, from = start, id = 'thing-1') =>
  setField(from, fakes, { node: id, field, value });

describe('setField says in words what changed', () => {
  it.each<[string, Json | undefined, string]>([
    ['key', 'key-1', 'payments-data now encrypts with cmk-payments.'],
    ['rotates', true, 'Rotate automatically is now on.'],
    ['rotates', false, 'Rotate automatically is now off.'],
    ['wait', 9, 'Wait is now 9 s.'],
    ['policy', '{"Version":"2012-10-17"}', 'Policy of payments-data is changed.'],
    ['nested.list[0]', 'c', 'Nested is now “c”.'],
  ])('%s = %j', (field, value, text) => {
    const outcome = done(set(field, value));
    expect(outcome.said).toEqual({ text, open: { node: 'thing-1', field } });
  });

  it('names what a cleared reference no longer does', () => {
    const before = done(set('key', 'key-1')).diagram;
    const after = done(set('key', undefined, before));
    expect(after.said.text).toBe('payments-data no longer encrypts with cmk-payments.');
    expect(after.diagram.nodes['thing-1']?.props).toEqual({});
  });
});

describe('setField loses nothing', () => {
  it('keeps a value that the kind refuses', () => {
    expect(done(set('wait', 'soon')).diagram.nodes['thing-1']?.props).toEqual({ wait: 'soon' });
  });

  it('changes one element of a default list and keeps the others', () => {
    expect(done(set('nested.list[1]', 'z')).diagram.nodes['thing-1']?.props).toEqual({ nested: { list: ['a', 'z'] } });
    expect(done(set('rules[1]', { to: 'x' }, start, 'table-1')).diagram.nodes['table-1']?.props).toEqual({
      rules: [{ to: 'local' }, { to: 'x' }],
    });
  });

  it('takes an element out of a default list', () => {
    expect(done(set('nested.list[0]', undefined)).diagram.nodes['thing-1']?.props).toEqual({ nested: { list: ['b'] } });
  });

  it('does nothing when nothing changes', () => {
    const once = done(set('wait', 7)).diagram;
    const twice = done(set('wait', 7, once));
    expect(twice.patches).toEqual([]);
    expect(twice.diagram).toBe(once);
  });
});

describe('setField refuses', () => {
  const deep = Array.from({ length: 30 }).reduce<Json>((inner) => [inner], 1);
  it.each<[string, string, Json, string]>([
    ['an unknown property', 'colour', 1, 'Thing has no property “colour”.'],
    ['an unknown member', 'nested.colour', 1, 'Thing has no property “nested.colour”.'],
    ['what an object inherits', 'constructor', 1, 'Thing has no property “constructor”.'],
    ['a path that is none', '__proto__.x', 1, 'Thing has no property “__proto__.x”.'],
    ['a hole in a list', 'nested.list[7]', 'x', 'That list has no such place.'],
    ['a value that is too deep for a save', 'nested', deep, 'It is nested deeper than 19 levels.'],
    [
      'a key that reaches a prototype',
      'nested',
      JSON.parse('{"__proto__":{"x":1}}') as Json,
      'The key “__proto__” is not allowed.',
    ],
    ['a text without end', 'policy', 'x'.repeat(20_481), 'A text holds at most 20,480 characters.'],
  ])('%s', (_title, field, value, why) => {
    expect(refused(set(field, value)).why).toBe(why);
  });
  it('a locked node, an unknown kind, a missing node', () => {
    refused(set('wait', 1, start, 'locked'));
    refused(set('any', 1, start, 'ghost-1'));
    refused(set('any', 1, start, 'hasOwnProperty'));
  });
});

describe('rename', () => {
  it('trims and says so', () => {
    const outcome = done(rename(start, fakes, { node: 'thing-1', name: ' cards ' }));
    expect(outcome.diagram.nodes['thing-1']?.name).toBe('cards');
    expect(outcome.said.text).toBe('payments-data is now called cards.');
  });
  it.each([[''], ['   '], ['other'], ['x'.repeat(129)]])('refuses “%s”', (name) => {
    refused(rename(start, fakes, { node: 'thing-1', name }));
  });
  it('lets different kinds share a name', () => {
    done(rename(start, fakes, { node: 'thing-1', name: 'cmk-payments' }));
  });
});
