import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog';
import { FIELDS } from '../../../src/engine/network/fields';

/** The engine points at properties by these names, so the kinds with a network facet must have them. */
const properties = new Set(
  [...catalog.values()]
    .filter((kind) => kind.facets.network)
    .flatMap((kind) =>
      Object.keys(kind.complete({}).props).concat(kind.links.map(({ field }) => field.replace(/[[.].*/, ''))),
    ),
);

test.each(Object.values(FIELDS))('some kind with a network facet has %s', (field) => {
  expect([...properties]).toContain(field);
});
