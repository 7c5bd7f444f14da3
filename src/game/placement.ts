import type { Kind, KindCatalog } from '../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import { nodeOf } from './tree';
import { capitalise, listWords, withArticle } from './words';

/** The canvas itself, as a place to stand in. */
export const ACCOUNT = 'account';

/** Why a kind may not stand in this parent (`undefined` = the account), and where it may. */
export function misplaced(
  diagram: Diagram,
  catalog: KindCatalog,
  kind: Kind,
  parent: NodeId | undefined,
): { readonly why: string; readonly remedy: string } | undefined {
  const container = nodeOf(diagram, parent);
  if (parent !== undefined && !container) {
    return { why: `There is no element “${parent.slice(0, 80)}” to put it in.`, remedy: wherever(catalog, kind) };
  }
  if (container && catalog.get(container.kind) === undefined) {
    return { why: `${container.name} is of a kind that this version does not know.`, remedy: wherever(catalog, kind) };
  }
  if (admits(catalog, kind, container)) return undefined;
  const place = container ? `in ${container.name}` : 'directly in the account';
  return { why: `${capitalise(withArticle(kind.title))} cannot stand ${place}.`, remedy: wherever(catalog, kind) };
}

/** May this kind stand in that container (`undefined` = the account)? */
export function admits(catalog: KindCatalog, kind: Kind, container: DiagramNode | undefined): boolean {
  if (!container) return kind.livesIn.includes(ACCOUNT);
  const traits = catalog.get(container.kind)?.traits ?? [];
  return kind.livesIn.some((place) => traits.includes(place));
}

function wherever(catalog: KindCatalog, kind: Kind): string {
  const places = kind.livesIn.map((place) => {
    if (place === ACCOUNT) return 'directly in the account';
    return `in ${withArticle(catalog.get(place)?.title ?? place)}`;
  });
  return places.length > 0 ? `Put it ${listWords(places, 'or')}.` : 'This version has no place for it.';
}

export function isPoint(point: { readonly x: number; readonly y: number } | undefined): boolean {
  return point !== undefined && point !== null && isCoordinate(point.x) && isCoordinate(point.y);
}

function isCoordinate(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1_000_000;
}
