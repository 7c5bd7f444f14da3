import type { Point } from './geometry';

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}
export interface EdgePath {
  readonly path: string;
  readonly middle: Point;
}

type Side = 'left' | 'right' | 'top' | 'bottom';
const OUT: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The sides that face each other: whichever axis has the wider gap. */
function sidesOf(from: Rect, to: Rect): readonly [Side, Side] {
  const gapX = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width));
  const gapY = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height));
  const [a, b] = [centre(from), centre(to)];
  if (gapX >= gapY) return a.x <= b.x ? ['right', 'left'] : ['left', 'right'];
  return a.y <= b.y ? ['bottom', 'top'] : ['top', 'bottom'];
}

/** A point on a side, moved along it towards the other end so that edges of one node fan out. */
function anchor(rect: Rect, side: Side, towards: Point): Point {
  const { x, y } = centre(rect);
  const along = (size: number, pull: number) => Math.max(-size / 2 + 14, Math.min(size / 2 - 14, pull * 0.18));
  const at = OUT[side];
  return at.x === 0
    ? { x: x + along(rect.width, towards.x - x), y: y + (at.y * rect.height) / 2 }
    : { x: x + (at.x * rect.width) / 2, y: y + along(rect.height, towards.y - y) };
}

/** A calm curve between the facing sides of two boxes; from a node to its own container, to the nearest border. */
export function edgePath(from: Rect, to: Rect): EdgePath {
  const inside = contains(to, from) || contains(from, to);
  const [outer, inner] = contains(to, from) ? [to, from] : [from, to];
  const [start, end] = inside
    ? bordersOf(outer, inner, outer === to)
    : (() => {
        const [a, b] = sidesOf(from, to);
        return [
          { at: anchor(from, a, centre(to)), out: OUT[a] },
          { at: anchor(to, b, centre(from)), out: OUT[b] },
        ] as const;
      })();
  const reach = Math.max(24, Math.min(140, Math.hypot(end.at.x - start.at.x, end.at.y - start.at.y) * 0.4));
  const c1 = { x: start.at.x + start.out.x * reach, y: start.at.y + start.out.y * reach };
  const c2 = { x: end.at.x + end.out.x * reach, y: end.at.y + end.out.y * reach };
  const write = (point: Point) => `${round(point.x)},${round(point.y)}`;
  return {
    path: `M${write(start.at)} C${write(c1)} ${write(c2)} ${write(end.at)}`,
    middle: {
      x: (start.at.x + 3 * c1.x + 3 * c2.x + end.at.x) / 8,
      y: (start.at.y + 3 * c1.y + 3 * c2.y + end.at.y) / 8,
    },
  };
}

interface End {
  readonly at: Point;
  readonly out: Point;
}

function bordersOf(outer: Rect, inner: Rect, fromInner: boolean): readonly [End, End] {
  const gaps: readonly (readonly [Side, number])[] = [
    ['left', inner.x - outer.x],
    ['right', outer.x + outer.width - inner.x - inner.width],
    ['top', inner.y - outer.y],
    ['bottom', outer.y + outer.height - inner.y - inner.height],
  ];
  const [side] = gaps.reduce((best, next) => (next[1] < best[1] ? next : best));
  const out = OUT[side];
  const { x, y } = centre(inner);
  const near: End = { at: anchor(inner, side, { x, y }), out };
  const far: End = {
    at:
      out.x === 0
        ? { x, y: side === 'top' ? outer.y : outer.y + outer.height }
        : { x: side === 'left' ? outer.x : outer.x + outer.width, y },
    out: { x: -out.x, y: -out.y },
  };
  return fromInner ? [near, far] : [far, near];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
