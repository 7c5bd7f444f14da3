import type { Point } from './geometry';

/** Where a mouse or a finger is, in the window. */
export function pointerOf(event: MouseEvent | TouchEvent): Point {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY };
  const touch = event.touches[0] ?? event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

export function reducedMotion(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Milliseconds of a movement of the view. */
export function glide(): number {
  return reducedMotion() ? 0 : 240;
}

/** Keys that are typed into a field are not for the canvas. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

/** How "everything" fits into the view: with room for the toolbar below. */
export const FIT = { padding: { top: '28px', right: '28px', bottom: '76px', left: '28px' }, maxZoom: 1 } as const;
