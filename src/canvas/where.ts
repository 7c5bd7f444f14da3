import type { Spot } from '../model/classroom';
import type { Rect } from './edge-path';

/** The canvas below an element: its window, and how the drawing is moved and enlarged in it. */
function canvasIn(frame: HTMLElement): { readonly box: DOMRect; readonly moved: DOMMatrixReadOnly } | undefined {
  const board = frame.querySelector('.react-flow');
  const layer = board?.querySelector('.react-flow__viewport');
  if (!board || !layer) return undefined;
  return { box: board.getBoundingClientRect(), moved: new DOMMatrixReadOnly(getComputedStyle(layer).transform) };
}

/** The place on the drawing below a place in the window; `undefined` outside of the canvas. */
export function spotAt(frame: HTMLElement, at: { readonly x: number; readonly y: number }): Spot | undefined {
  const canvas = canvasIn(frame);
  if (!canvas) return undefined;
  const { box, moved } = canvas;
  if (at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom) return undefined;
  return { x: (at.x - box.left - moved.e) / moved.a, y: (at.y - box.top - moved.f) / moved.a };
}

/** The part of the drawing that can be seen. */
export function seenIn(frame: HTMLElement): Rect | undefined {
  const canvas = canvasIn(frame);
  if (!canvas) return undefined;
  const { box, moved } = canvas;
  return { x: -moved.e / moved.a, y: -moved.f / moved.a, width: box.width / moved.a, height: box.height / moved.a };
}

/** Runs `tell` whenever another part of the drawing comes into view; the answer ends that. */
export function watchView(frame: HTMLElement, tell: () => void): () => void {
  const layer = frame.querySelector('.react-flow__viewport');
  if (!layer) return () => undefined;
  const moves = new MutationObserver(tell);
  moves.observe(layer, { attributeFilter: ['style'] });
  const sizes = new ResizeObserver(tell);
  sizes.observe(frame);
  return () => {
    moves.disconnect();
    sizes.disconnect();
  };
}
