import { useReactFlow, type OnNodeDrag } from '@xyflow/react';
import { useMemo } from 'react';
import { moveNodes } from '../game/commands/move';
import { subtreeOf } from '../game/tree';
import { useSessionStore } from '../store/use-session';
import { boxesOf, landingAt, placeIn, type Landing, type Point } from './geometry';
import type { MarkStore } from './marks';
import { pointerOf } from './pointer';
import type { FlowEdge, FlowNode } from './to-flow';

/** Dragging nodes: the container below lights up; the end of the gesture is one command. */
export function useMoves(marks: MarkStore, resync: () => void) {
  const session = useSessionStore();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  return useMemo(() => {
    const landing = (at: Point, dragged: readonly FlowNode[]): Landing => {
      const { diagram, catalog } = session.getState();
      const inside = subtreeOf(
        diagram,
        dragged.map((node) => node.id),
      );
      return landingAt(
        diagram,
        catalog,
        dragged.map((node) => node.data.node.kind),
        at,
        inside,
      );
    };
    const onNodeDrag: OnNodeDrag<FlowNode> = (event, lead, dragged) => {
      const at = flow.screenToFlowPosition(pointerOf(event), { snapToGrid: false });
      const { parent, legal } = landing(at, dragged);
      const stays = legal && parent === lead.data.node.parent;
      marks.replace(
        'drop',
        stays || parent === undefined ? new Map() : new Map([[parent, legal ? 'legal' : 'illegal']]),
      );
    };
    const onNodeDragStop: OnNodeDrag<FlowNode> = (event, lead, dragged) => {
      marks.replace('drop', new Map());
      const { diagram, catalog, actions } = session.getState();
      const at = flow.screenToFlowPosition(pointerOf(event), { snapToGrid: false });
      const { parent } = landing(at, dragged);
      const boxes = boxesOf(diagram, catalog);
      const moves = dragged.flatMap((node) => {
        const box = boxes.get(node.id);
        const place = flow.getInternalNode(node.id)?.internals.positionAbsolute;
        if (!box || !place) return [];
        const home = parent === lead.data.node.parent ? node.data.node.parent : parent;
        const position = placeIn(place, box, home === undefined ? undefined : boxes.get(home));
        return [{ id: node.id, position, ...(home === node.data.node.parent ? {} : { parent: home ?? null }) }];
      });
      const outcome = actions.run((now, kinds) => moveNodes(now, kinds, { moves }));
      // Also when nothing changed: what was clamped or snapped goes back to its place.
      if (!outcome.ok || outcome.patches.length === 0) resync();
    };
    return { onNodeDrag, onNodeDragStop };
  }, [session, flow, marks, resync]);
}
