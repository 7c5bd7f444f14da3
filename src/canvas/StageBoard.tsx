import '@xyflow/react/dist/base.css';
import {
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  useNodesInitialized,
  useReactFlow,
  useStore,
  ViewportPortal,
} from '@xyflow/react';
import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { Spot } from '../model/classroom';
import { useSession } from '../store/use-session';
import type { Rect } from './edge-path';
import { createMarks, MarkProvider } from './marks';
import { glide } from './pointer';
import { ArrowHead, ReferenceEdge } from './ReferenceEdge';
import css from './stage.module.css';
import { StageNode } from './StageNode';
import type { FlowEdge, FlowNode } from './to-flow';
import { useCanvasMarks } from './use-canvas-marks';
import { useFlowEdges, useFlowNodes } from './use-flow-nodes';

/** The sign of a resource sticks out at its upper left corner. */
const PADDING = { top: '44px', right: '20px', bottom: '20px', left: '44px' } as const;
const NODE_TYPES = { container: StageNode, resource: StageNode };
const EDGE_TYPES = { reference: ReferenceEdge };
/** A small drawing fills the wall, but not with four boxes. */
const LARGEST = 2.2;

export interface StageBoardProps {
  /** the part of the drawing to show; all of it when absent. */
  readonly view: Rect | undefined;
  readonly pointer: Spot | undefined;
}

/** The drawing on the projector: to be looked at from the last row, and not to be touched. */
export function StageBoard(props: StageBoardProps) {
  return (
    <ReactFlowProvider>
      <Board {...props} />
    </ReactFlowProvider>
  );
}

function Board({ view, pointer }: StageBoardProps) {
  const frame = useRef<HTMLDivElement>(null);
  const marks = useMemo(createMarks, []);
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const zoom = useStore((state) => state.transform[2]);
  const title = useSession((state) => state.scenario.title);
  const { nodes, onNodesChange } = useFlowNodes();
  const { edges } = useFlowEdges();
  const measured = useNodesInitialized();
  useCanvasMarks(marks, edges, false);

  const pictures = useMemo(
    () =>
      nodes.map((node) => ({
        ...node,
        ariaRole: 'img' as const,
        domAttributes: { 'aria-pressed': undefined, 'aria-roledescription': undefined },
      })),
    [nodes],
  );
  const { x, y, width, height } = view ?? {};
  useEffect(() => {
    if (!measured || !frame.current) return undefined;
    const look = () => {
      const fit = { padding: PADDING, maxZoom: LARGEST, duration: glide() };
      if (x === undefined || y === undefined || width === undefined || height === undefined) void flow.fitView(fit);
      else void flow.fitBounds({ x, y, width, height }, { padding: 0, duration: glide() });
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(frame.current);
    return () => sizes.disconnect();
  }, [flow, measured, nodes, x, y, width, height]);

  const style: CSSProperties & Record<'--zoom', number> = { '--zoom': zoom };
  return (
    <MarkProvider value={marks}>
      <div ref={frame} className={css.board} style={style} role="region" aria-label={`Drawing: ${title}`}>
        <ReactFlow<FlowNode, FlowEdge>
          nodes={pictures}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          connectionMode={ConnectionMode.Loose}
          minZoom={0.05}
          maxZoom={4}
          zIndexMode="manual"
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          panOnDrag={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          deleteKeyCode={null}
          disableKeyboardA11y
          proOptions={{ hideAttribution: true }}
        >
          {pointer ? (
            <ViewportPortal>
              <span
                key={`${pointer.x}/${pointer.y}`}
                className={css.pointer}
                data-testid="pointer"
                style={{ translate: `${pointer.x}px ${pointer.y}px` }}
              />
            </ViewportPortal>
          ) : null}
        </ReactFlow>
        <ArrowHead size={18 / zoom} />
      </div>
    </MarkProvider>
  );
}
