import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { glide } from './pointer';

/** Pixels between what is brought into view and the border of the canvas; the toolbar and the notice stand at the bottom. */
const MARGIN = { top: 28, right: 28, bottom: 132, left: 28 } as const;

/** The least shift that brings a span into a window; of a span that is larger, its nearer end. */
export function shiftInto(low: number, high: number, min: number, max: number): number {
  if (high - low <= max - min) return low < min ? min - low : high > max ? max - high : 0;
  return low > min ? min - low : high < max ? max - high : 0;
}

/** How much of a part must be in view so that nothing moves: all of it, or its middle. */
type Enough = 'all' | 'middle';

/** Moves the view as little as is needed to show a part of the drawing, which it is told as a selector. */
export function useReveal(frame: RefObject<HTMLDivElement | null>): (selector: string, enough?: Enough) => void {
  const flow = useReactFlow();
  const due = useRef(0);
  useEffect(() => () => cancelAnimationFrame(due.current), []);
  return useCallback(
    (selector, enough = 'all') => {
      const show = () => {
        const board = frame.current?.querySelector('.react-flow');
        if (!frame.current || !board) return;
        const { x, y, zoom } = flow.getViewport();
        const layer = board.querySelector('.react-flow__viewport');
        const drawn = layer ? new DOMMatrixReadOnly(getComputedStyle(layer).transform) : undefined;
        // What is measured below must stand where the view that is moved says it does.
        if (drawn && Math.abs(drawn.e - x) + Math.abs(drawn.f - y) > 1) {
          due.current = requestAnimationFrame(show);
          return;
        }
        // The browser scrolls to what has the focus by itself.
        board.scrollTo(0, 0);
        const shown = frame.current.querySelector(selector)?.getBoundingClientRect();
        const window = frame.current.getBoundingClientRect();
        if (!shown) return;
        const middle = { x: (shown.left + shown.right) / 2, y: (shown.top + shown.bottom) / 2 };
        const floor = window.bottom - MARGIN.bottom;
        const seen = middle.x < window.right && middle.x > window.left && middle.y < floor && middle.y > window.top;
        if (enough === 'middle' && seen) return;
        const dx = shiftInto(shown.left, shown.right, window.left + MARGIN.left, window.right - MARGIN.right);
        const dy = shiftInto(shown.top, shown.bottom, window.top + MARGIN.top, window.bottom - MARGIN.bottom);
        if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: glide() });
      };
      // The newest wish counts.
      cancelAnimationFrame(due.current);
      due.current = requestAnimationFrame(show);
    },
    [flow, frame],
  );
}
