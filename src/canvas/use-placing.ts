import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useMemo } from 'react';
import { addNode } from '../game/commands/add';
import { useSessionStore } from '../store/use-session';
import { boxesOf, landingAt, placeIn, RESOURCE, type Landing, type Point } from './geometry';
import type { MarkStore } from './marks';
import { FIT, glide } from './pointer';

/** how far left and up of the pointer the new box begins: a container hangs from its header. */
const GRAB = { x: 32, y: 16 };

export interface Placing {
  /** lights up the container under the pointer; gives back where it would land. */
  over(kind: string, screen: Point | undefined): Landing | undefined;
  place(kind: string, screen: Point): void;
}

/** New nodes by pointer: from the palette by drag, or by click after a pick. */
export function usePlacing(marks: MarkStore): Placing {
  const session = useSessionStore();
  const flow = useReactFlow();
  return useMemo(
    () => ({
      over(kind, screen) {
        if (!screen) {
          marks.replace('drop', new Map());
          return undefined;
        }
        const { diagram, catalog } = session.getState();
        const landing = landingAt(diagram, catalog, [kind], flow.screenToFlowPosition(screen, { snapToGrid: false }));
        const { parent, legal } = landing;
        marks.replace('drop', parent === undefined ? new Map() : new Map([[parent, legal ? 'legal' : 'illegal']]));
        return landing;
      },
      place(kind, screen) {
        marks.replace('drop', new Map());
        const { diagram, catalog, actions } = session.getState();
        const at = flow.screenToFlowPosition(screen, { snapToGrid: false });
        const { parent } = landingAt(diagram, catalog, [kind], at);
        const box = parent === undefined ? undefined : boxesOf(diagram, catalog).get(parent);
        const container = catalog.get(kind)?.container;
        const size = container ?? RESOURCE;
        const grab = container ? GRAB : { x: size.width / 2, y: size.height / 2 };
        const position = placeIn({ x: at.x - grab.x, y: at.y - grab.y }, size, box);
        const outcome = actions.run((now, kinds) =>
          addNode(now, kinds, { kind, position, ...(parent === undefined ? {} : { parent }) }),
        );
        const created = outcome.ok ? outcome.created?.[0] : undefined;
        if (created === undefined) return;
        actions.select([created]);
        if (container) setTimeout(() => showWhole(flow, created), 60);
      },
    }),
    [session, flow, marks],
  );
}

/** A new container that does not fit the view is worth stepping back for. */
function showWhole(flow: ReactFlowInstance, id: string): void {
  const node = flow.getInternalNode(id);
  const view = document.querySelector('[data-canvas] .react-flow');
  if (!node || !view) return;
  const frame = view.getBoundingClientRect();
  const { x, y } = node.internals.positionAbsolute;
  const start = flow.flowToScreenPosition({ x, y });
  const end = flow.flowToScreenPosition({ x: x + (node.width ?? 0), y: y + (node.height ?? 0) });
  const fits = start.x >= frame.left && start.y >= frame.top && end.x <= frame.right && end.y <= frame.bottom;
  if (!fits) void flow.fitView({ ...FIT, duration: glide() });
}
