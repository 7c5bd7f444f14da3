import { useStore } from '@xyflow/react';
import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { KindIcon } from '../catalog/icons';
import { nodeOf } from '../game/tree';
import { useSession } from '../store/use-session';
import { RESOURCE, type Landing, type Point } from './geometry';
import { onPaletteDrop, paletteDrag, subscribePaletteDrag } from './palette-drag';
import css from './placing.module.css';
import type { Placing } from './use-placing';

interface LayerProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly placing: Placing;
}

/** What follows the pointer while a kind is dragged from the palette, or was picked there. */
export function PlacingLayer({ frame, placing }: LayerProps) {
  const dragged = useSyncExternalStore(subscribePaletteDrag, paletteDrag);
  const picked = useSession((state) => state.placing);
  const { setPlacing } = useSession((state) => state.actions);
  const [hover, setHover] = useState<Point>();
  const cover = useRef<HTMLDivElement>(null);
  const inside = (at: Point) => {
    const below = document.elementFromPoint(at.x, at.y);
    return below !== null && frame.current?.contains(below) === true;
  };

  useEffect(() =>
    onPaletteDrop(({ kind, x, y }) =>
      inside({ x, y }) ? placing.place(kind, { x, y }) : placing.over(kind, undefined),
    ),
  );
  useEffect(() => {
    if (picked === undefined) return setHover(undefined);
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setPlacing(undefined);
    };
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('keydown', leave);
      placing.over(picked, undefined);
    };
  }, [picked, placing, setPlacing]);

  const at = dragged ?? hover;
  const kind = dragged?.kind ?? picked;
  const over = at !== undefined && (dragged === undefined || inside(at));
  const landing = useLanding(placing, kind, over ? at : undefined);
  return (
    <>
      {picked !== undefined ? (
        <div
          ref={cover}
          className={css.cover}
          data-testid="placing"
          onPointerMove={(event) => setHover({ x: event.clientX, y: event.clientY })}
          onPointerLeave={() => setHover(undefined)}
          onClick={(event) => {
            placing.place(picked, { x: event.clientX, y: event.clientY });
            if (!event.shiftKey) setPlacing(undefined);
          }}
          onContextMenu={(event) => {
            event.preventDefault();
            setPlacing(undefined);
          }}
        />
      ) : null}
      {kind !== undefined && at !== undefined ? (
        <Ghost kind={kind} at={at} landing={over ? landing : undefined} over={over} />
      ) : null}
    </>
  );
}

function useLanding(placing: Placing, kind: string | undefined, at: Point | undefined): Landing | undefined {
  const [landing, setLanding] = useState<Landing>();
  useEffect(() => {
    setLanding(kind === undefined ? undefined : placing.over(kind, at));
  }, [placing, kind, at]);
  return landing;
}

interface GhostProps {
  readonly kind: string;
  readonly at: Point;
  readonly landing: Landing | undefined;
  readonly over: boolean;
}

function Ghost({ kind: id, at, landing, over }: GhostProps) {
  const zoom = useStore((state) => state.transform[2]);
  const kind = useSession((state) => state.catalog.get(id));
  const parent = useSession((state) => nodeOf(state.diagram, landing?.parent)?.name);
  const title = kind?.title ?? id;
  const container = kind?.container;
  const size = container ?? RESOURCE;
  const scale = over ? zoom : 1;
  const place = container
    ? { left: at.x - 32 * scale, top: at.y - 16 * scale }
    : { left: at.x - (size.width * scale) / 2, top: at.y - (size.height * scale) / 2 };
  const caption = !landing
    ? undefined
    : landing.legal
      ? parent
        ? `In ${parent}`
        : 'In the account'
      : `Not ${parent ? `in ${parent}` : 'directly in the account'}`;
  return createPortal(
    <div className={css.ghost} style={place} data-category={kind?.category} data-legal={landing?.legal ?? true}>
      <div
        className={container && over ? css.box : css.card}
        style={container && over ? { width: size.width * scale, height: size.height * scale } : { zoom: scale }}
      >
        <KindIcon kind={id} size={container && over ? 15 : 20} />
        <span>{title}</span>
      </div>
      {caption ? (
        <div className={css.caption} style={container ? { left: 32 * scale + 14, top: 16 * scale + 18 } : undefined}>
          {caption}
        </div>
      ) : null}
    </div>,
    document.body,
  );
}
