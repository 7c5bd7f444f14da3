/** A kind on its way from the palette to the canvas. Pointer events, so that it works with touch too. */
export interface PaletteDrag {
  readonly kind: string;
  /** in the window, pixels. */
  readonly x: number;
  readonly y: number;
}
interface PointerStart {
  readonly clientX: number;
  readonly clientY: number;
  readonly pointerId: number;
  readonly button: number;
}
type Drop = (drag: PaletteDrag) => void;

/** Less than this is a click. */
const THRESHOLD = 5;

let current: PaletteDrag | undefined;
let drop: Drop | undefined;
const listeners = new Set<() => void>();

function say(next: PaletteDrag | undefined) {
  current = next;
  for (const listener of listeners) listener();
}

/**
 * Call it from `onPointerDown` of a palette entry, which should have `touch-action: none` (or `pan-y`). Nothing
 * happens until the pointer has moved a little, so a click stays a click. Esc gives up.
 */
export function startPaletteDrag(kind: string, event: PointerStart): void {
  if (event.button !== 0) return;
  const start = { x: event.clientX, y: event.clientY };
  const follow = new AbortController();
  const { signal } = follow;
  const end = () => {
    follow.abort();
    say(undefined);
  };
  const mine = (pointer: PointerEvent) => pointer.pointerId === event.pointerId;
  window.addEventListener(
    'pointermove',
    (pointer) => {
      if (!mine(pointer)) return;
      const [x, y] = [pointer.clientX, pointer.clientY];
      if (!current && Math.hypot(x - start.x, y - start.y) < THRESHOLD) return;
      pointer.preventDefault();
      say({ kind, x, y });
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    (pointer) => {
      if (!mine(pointer)) return;
      const dragged = current;
      end();
      if (dragged) drop?.({ kind, x: pointer.clientX, y: pointer.clientY });
    },
    { signal },
  );
  window.addEventListener('pointercancel', (pointer) => mine(pointer) && end(), { signal });
  window.addEventListener('blur', end, { signal });
  window.addEventListener(
    'keydown',
    (key) => {
      if (key.key === 'Escape' && current) {
        key.stopPropagation();
        end();
      }
    },
    { signal, capture: true },
  );
}

export function paletteDrag(): PaletteDrag | undefined {
  return current;
}
export function subscribePaletteDrag(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
/** The canvas that takes what is dropped; gives back how to stop. */
export function onPaletteDrop(taker: Drop): () => void {
  drop = taker;
  return () => {
    if (drop === taker) drop = undefined;
  };
}
