import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { blankOf, formOf } from '../../src/catalog/form-model';
import type { FormField } from '../../src/catalog/form-model';
import { catalog } from '../../src/catalog/index';
import { field, policyText, ref, refs } from '../../src/model/field';
import { choice, flag, int, list, text } from '../../src/model/schema';

const schema = z.strictObject({
  name: field(z._default(text(20), 'x'), { title: 'Label', help: 'What it is called.', aws: 'Name' }),
  size: field(z._default(int(1, 5), 2), { title: 'Size', unit: 'GB', immutable: true }),
  fast: flag(false),
  mode: choice(['a', 'b'], 'a'),
  key: ref('kms-key-like', { title: 'Key' }),
  groups: refs('security-group', { title: 'Groups' }),
  policy: policyText({ title: 'Policy' }),
  zones: z._default(z.array(z.enum(['a', 'b'])), []),
  rules: list(
    z.strictObject({
      port: z._default(z.number(), 443),
      protocol: z.enum(['tcp', 'udp']),
      from: ref('group', { title: 'From' }),
    }),
    3,
  ),
  needed: z.string(),
});

describe('formOf', () => {
  const form = new Map(formOf(schema).map((one) => [one.key, one]));
  it('reads type, range, default, unit and words of each property', () => {
    expect(form.get('name')).toMatchObject({
      type: 'text',
      control: 'line',
      title: 'Label',
      aws: 'Name',
      initial: 'x',
      maxLength: 20,
    });
    expect(form.get('size')).toMatchObject({
      type: 'number',
      integer: true,
      min: 1,
      max: 5,
      unit: 'GB',
      initial: 2,
      immutable: true,
    });
    expect(form.get('fast')).toMatchObject({ type: 'switch', initial: false, title: 'Fast' });
    expect(form.get('mode')).toMatchObject({ type: 'select', options: ['a', 'b'] });
    expect(form.get('key')).toMatchObject({ type: 'reference', trait: 'kms-key-like', required: false });
    expect(form.get('groups')).toMatchObject({ type: 'references', trait: 'security-group', max: 50 });
    expect(form.get('policy')).toMatchObject({ type: 'text', control: 'policy' });
    expect(form.get('zones')).toMatchObject({ type: 'list', item: { type: 'select', options: ['a', 'b'] } });
    expect(form.get('needed')).toMatchObject({ required: true });
  });
  it('reads the members of a list of objects, and what a new element holds', () => {
    const rules = form.get('rules');
    if (rules?.type !== 'rows') throw new Error('rules is not a list of rows');
    expect(rules.fields.map((one) => one.type)).toEqual(['number', 'select', 'reference']);
    expect(blankOf(rules.fields)).toEqual({ port: 443, protocol: 'tcp' });
  });
  it('answers a schema a second time with the same form', () => {
    expect(formOf(schema)).toBe(formOf(schema));
  });
});

const flat = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((one) => [one, ...(one.type === 'rows' || one.type === 'group' ? flat(one.fields) : [])]);

describe.each([...catalog.values()].map((kind) => ({ id: kind.id, kind })))('the form of $id', ({ kind }) => {
  const fields = flat(formOf(kind.schema));
  it('has a control for every property', () => {
    expect(fields.filter((one) => one.type === 'json').map((one) => one.key)).toEqual([]);
  });
  it('offers references that something in the catalogue can be the target of', () => {
    const traits = new Set([...catalog.values()].flatMap((one) => one.traits));
    const asked = fields.flatMap((one) => (one.type === 'reference' || one.type === 'references' ? [one.trait] : []));
    expect(asked.filter((trait) => !traits.has(trait))).toEqual([]);
  });
});

it('walked at least twenty kinds', () => {
  expect(catalog.size).toBeGreaterThanOrEqual(20);
});
