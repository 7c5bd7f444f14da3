import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSession, useSessionStore } from '../store/use-session';
import { toEdges, toNodes, type FlowEdge, type FlowNode } from './to-flow';

const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

/** The diagram as React Flow wants it. Positions may run ahead during a drag; the diagram has the last word. */
export function useFlowNodes() {
  const session = useSessionStore();
  const diagram = useSession((state) => state.diagram);
  const catalog = useSession((state) => state.catalog);
  const selection = useSession((state) => state.selection);
  const [nodes, setNodes] = useState<FlowNode[]>(() => toNodes(diagram, catalog, selection));
  const [again, setAgain] = useState(0);

  useLayoutEffect(() => {
    setNodes((before) => toNodes(diagram, catalog, selection, byId(before)));
  }, [diagram, catalog, selection, again]);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const shapes = changes.filter((change) => change.type === 'position' || change.type === 'dimensions');
      if (shapes.length > 0) setNodes((before) => applyNodeChanges(shapes, before));
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length === 0) return;
      const { selection: old, actions } = session.getState();
      const next = new Set(old);
      for (const { id, selected } of picks) {
        if (selected) next.add(id);
        else next.delete(id);
      }
      if (next.size !== old.length || old.some((id) => !next.has(id))) actions.select([...next]);
    },
    [session],
  );

  /** Puts everything back where the diagram says it is: after a refused gesture. */
  const resync = useCallback(() => setAgain((count) => count + 1), []);
  return { nodes, onNodesChange, resync };
}

export function useFlowEdges() {
  const session = useSessionStore();
  const diagram = useSession((state) => state.diagram);
  const catalog = useSession((state) => state.catalog);
  const selection = useSession((state) => state.selection);
  const [picked, setPicked] = useState<string>();
  const before = useRef<readonly FlowEdge[]>([]);
  const edges = useMemo(() => {
    before.current = toEdges(diagram, catalog, selection, picked, byId(before.current));
    return before.current as FlowEdge[];
  }, [diagram, catalog, selection, picked]);

  const pickEdge = useCallback(
    (edge: FlowEdge | undefined) => {
      setPicked(edge?.id);
      if (edge) session.getState().actions.select([]);
    },
    [session],
  );
  // Selecting a node lets go of the edge.
  const selectedEdge = selection.length > 0 ? undefined : edges.find((edge) => edge.id === picked);
  return { edges, selectedEdge, pickEdge };
}
