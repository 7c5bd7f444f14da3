import { CATEGORY_TITLES } from '../../catalog/category-titles';
import { CATEGORIES } from '../../catalog/kind';
import type { Category, Kind, KindCatalog } from '../../catalog/kind';
import { ACCOUNT } from '../../game/placement';

export interface PaletteItem {
  readonly kind: Kind;
  /** why it cannot be placed; `undefined` when it can. */
  readonly disabled?: string;
}
export interface PaletteGroup {
  readonly category: Category;
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/**
 * The kinds that the scenario allows, by category. A `query` looks in title, id, summary and traits of all kinds, so
 * that who looks for one that is not offered reads why.
 */
export function paletteOf(catalog: KindCatalog, allowed: readonly string[], query: string): readonly PaletteGroup[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const isAllowed = new Set(allowed);
  const items = [...catalog.values()]
    .filter((kind) => {
      if (words.length === 0) return isAllowed.has(kind.id);
      const text = `${kind.title} ${kind.id} ${kind.summary} ${kind.traits.join(' ')}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map((kind): PaletteItem => (isAllowed.has(kind.id) ? { kind } : { kind, disabled: 'Not part of this scenario.' }));
  return CATEGORIES.map((category) => ({
    category,
    title: CATEGORY_TITLES[category],
    items: items
      .filter((item) => item.kind.category === category)
      .sort((a, b) => rank(a) - rank(b) || a.kind.title.localeCompare(b.kind.title)),
  })).filter((group) => group.items.length > 0);
}

/** Containers first, because everything else needs one; what cannot be placed last. */
function rank({ kind, disabled }: PaletteItem): number {
  const place = !kind.container ? 2 : kind.livesIn.includes(ACCOUNT) ? 0 : 1;
  return (disabled === undefined ? 0 : 3) + place;
}
