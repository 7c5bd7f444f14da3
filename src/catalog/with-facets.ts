import type { AnyKind } from '../engine/facets';
import type { KindCatalog, WholeCatalog } from './kind';

/** Joins cards and facets by id. Throws when a card has no facets: the two lists are generated from the same folders. */
export function withFacets(
  cards: KindCatalog,
  facets: readonly (readonly [id: string, facets: AnyKind['facets']])[],
): WholeCatalog {
  const known = new Map(facets);
  return new Map(
    [...cards].map(([id, card]) => {
      const answers = known.get(id);
      if (!answers) throw new Error(`${id} has no facets: run \`npm run generate\`.`);
      return [id, { ...card, facets: answers }];
    }),
  );
}
