import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { paletteOf } from '../../src/panels/palette/palette-groups';

const ids = (query: string, allowed: readonly string[]) =>
  paletteOf(catalog, allowed, query).flatMap(({ items }) => items.map(({ kind }) => kind.id));

describe('the palette', () => {
  it('shows what the scenario allows, containers first, and nothing else', () => {
    expect(ids('', ['subnet', 's3-bucket', 'vpc', 'internet-gateway'])).toEqual([
      'vpc',
      'subnet',
      'internet-gateway',
      's3-bucket',
    ]);
  });
  it('has only the drawers in which something is', () => {
    expect(paletteOf(catalog, ['kms-key'], '').map(({ category }) => category)).toEqual(['keys']);
  });
  it('finds what is not allowed, and says so', () => {
    const found = paletteOf(catalog, ['vpc'], 'bucket').flatMap(({ items }) => items);
    expect(found.find(({ kind }) => kind.id === 's3-bucket')?.disabled).toBe('Not part of this scenario.');
  });
});
