import type { KindCatalog } from '../../catalog/kind';
import type { Draft } from '../../model/bundle';
import { ownerOf } from '../references';
import { nodeOf, nodesOf } from '../tree';
import { startOf } from './designs';

/** Kinds that a player must place to draw the designs: neither what the start gives nor what AWS makes along. */
export function usedKinds(draft: Draft, catalog: KindCatalog): string[] {
  const start = startOf(draft);
  const kinds = [...draft.solutions, ...draft.attempts].flatMap(({ diagram }) =>
    nodesOf(diagram)
      .filter(({ id, kind }) => nodeOf(start, id)?.kind !== kind && !ownerOf(diagram, catalog, id))
      .map(({ kind }) => kind),
  );
  return [...new Set(kinds)].filter((kind) => catalog.has(kind));
}
