import { START, type DesignKey } from '../../game/author/designs';
import type { Missing } from '../../game/author/checklist';
import type { Place } from '../../game/author/place';
import type { NodeId } from '../../model/diagram';
import { placeOf } from '../../model/json-limits';

export const VIEWS = [
  { id: 'draw', label: 'Draw' },
  { id: 'goals', label: 'Requirements' },
  { id: 'fields', label: 'Story and settings' },
  { id: 'json', label: 'JSON' },
  { id: 'prove', label: 'Prove' },
] as const;
export type View = (typeof VIEWS)[number]['id'];
export type DrawTab = 'inspector' | 'goals' | 'design' | 'missing';

/** Where a line of the list leads: a field of a form, or an element of a drawing. */
export type Target =
  | { readonly view: 'goals' | 'fields'; readonly place: string }
  | { readonly view: 'draw'; readonly design: DesignKey; readonly node?: NodeId; readonly field?: string }
  | { readonly view: 'json' };

export function targetOf({ part, path }: Pick<Missing, 'part' | 'path'>): Target {
  if (part.type !== 'scenario') return { view: 'draw', design: { type: part.type, name: part.name }, ...nodeAt(path) };
  const [head] = path;
  if (head === 'start') return { view: 'draw', design: START, ...nodeAt(['diagram', ...path.slice(1)]) };
  if (head === 'requirements') return { view: 'goals', place: placeOf(path) };
  if (head === undefined) return { view: 'draw', design: START };
  return { view: 'fields', place: placeOf(path) };
}

/** `diagram.nodes.<id>.props.<field>` */
function nodeAt([diagram, nodes, node, props, field]: Place): { node?: NodeId; field?: string } {
  if (diagram !== 'diagram' || nodes !== 'nodes' || typeof node !== 'string') return {};
  return props === 'props' && typeof field === 'string' ? { node, field } : { node };
}

/** A field may stand in rows that are folded, one inside another. */
const MOST_FOLDS = 5;

/**
 * Brings the field of a place into view, or the nearest field around it, and puts the focus into it. Rows that are
 * folded around it are opened first.
 */
export function focusPlace(root: HTMLElement, place: string, folds = MOST_FOLDS): void {
  const around = prefixesOf(place).flatMap(
    (one) => root.querySelector<HTMLElement>(`[data-place="${CSS.escape(one)}"]`) ?? [],
  );
  const closed = around.flatMap(
    (one) => one.querySelector<HTMLElement>(':scope > div > button[aria-expanded="false"]') ?? [],
  );
  const [element] = around;
  if (closed[0] && folds > 0) {
    closed.at(-1)?.click();
    requestAnimationFrame(() => focusPlace(root, place, folds - 1));
    return;
  }
  if (!element) return;
  for (let box = element.closest('details'); box; box = box.parentElement?.closest('details') ?? null) box.open = true;
  element.scrollIntoView({ block: 'center' });
  const control = element.querySelector<HTMLElement>('input, select, textarea, [contenteditable], button');
  control?.focus({ preventScroll: true });
  element.dataset['lit'] = '';
  element.addEventListener('animationend', () => delete element.dataset['lit'], { once: true });
}

/** `a[0].b`, `a[0]`, `a`: the place itself first. */
function prefixesOf(place: string): string[] {
  const prefixes: string[] = [];
  for (let one = place; one !== ''; one = one.replace(/(\.[^.[]*|\[\d+\]|^[^.[]+)$/, '')) prefixes.push(one);
  return prefixes;
}
