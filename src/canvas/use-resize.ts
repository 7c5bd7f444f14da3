import { createContext, useMemo } from 'react';
import { resizeNode } from '../game/commands/move';
import { useSessionStore } from '../store/use-session';
import { boxesOf, PADDING, snap, type Box } from './geometry';

interface Size {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Resizing {
  /** a container never becomes smaller than what stands in it. */
  fits(id: string, size: Size): boolean;
  end(id: string, size: Size): void;
}

export const ResizeContext = createContext<Resizing>({ fits: () => true, end: () => undefined });

/** The corner that the children of a container need, relative to it. */
export function contentCorner(boxes: ReadonlyMap<string, Box>, children: readonly string[], container: Box) {
  let [width, height] = [0, 0];
  for (const id of children) {
    const box = boxes.get(id);
    if (!box) continue;
    width = Math.max(width, box.x + box.width - container.x + PADDING);
    height = Math.max(height, box.y + box.height - container.y + PADDING);
  }
  return { width, height };
}

export function useResize(resync: () => void): Resizing {
  const session = useSessionStore();
  return useMemo(
    () => ({
      fits(id, size) {
        const { diagram, catalog } = session.getState();
        const boxes = boxesOf(diagram, catalog);
        const box = boxes.get(id);
        if (!box) return false;
        const children = Object.values(diagram.nodes).filter((node) => node.parent === id);
        const corner = contentCorner(
          boxes,
          children.map((node) => node.id),
          box,
        );
        // Never refuse to grow: the content may stick out already.
        return (
          (size.width >= corner.width || size.width >= box.width) &&
          (size.height >= corner.height || size.height >= box.height)
        );
      },
      end(id, size) {
        const { diagram, actions } = session.getState();
        const node = diagram.nodes[id];
        if (!node) return;
        const outcome = actions.run((now, catalog) =>
          resizeNode(now, catalog, {
            id,
            position: node.position,
            size: { width: snap(size.width), height: snap(size.height) },
          }),
        );
        if (!outcome.ok) resync();
      },
    }),
    [session, resync],
  );
}
