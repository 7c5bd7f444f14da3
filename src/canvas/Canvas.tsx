import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { MousePointerClick } from 'lucide-react';
import {
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { EmptyState } from '../kit/EmptyState';
import { ContextMenu } from '../kit/Menu';
import { useSession, useSessionStore } from '../store/use-session';
import css from './canvas.module.css';
import { ConnectLayer } from './ConnectLayer';
import { ContainerNode } from './ContainerNode';
import { boxesOf, GRID, nodeAt } from './geometry';
import { createMarks, MarkProvider } from './marks';
import { PlacingLayer } from './PlacingLayer';
import { FIT, pointerOf } from './pointer';
import { ArrowHead, ReferenceEdge } from './ReferenceEdge';
import { ResourceNode } from './ResourceNode';
import type { FlowEdge, FlowNode } from './to-flow';
import { DEFAULT_VIEW, Toolbar, type CanvasView } from './Toolbar';
import { useCanvasMarks } from './use-canvas-marks';
import { useConnect } from './use-connect';
import { useFlowEdges, useFlowNodes } from './use-flow-nodes';
import { useKeys } from './use-keys';
import { useMoves } from './use-moves';
import { usePlacing } from './use-placing';
import { ResizeContext, useResize } from './use-resize';
import { useReveal } from './use-reveal';

/** Loads with the first trace that is played. */
const PlaybackBar = lazy(async () => ({ default: (await import('./PlaybackBar')).PlaybackBar }));
const NODE_TYPES = { container: ContainerNode, resource: ResourceNode };
const EDGE_TYPES = { reference: ReferenceEdge };
const SNAP: [number, number] = [GRID, GRID];
/** from here on only what is in view is drawn. */
const MANY = 150;

export interface CanvasProps {
  /** what is shown beside the drawing; without it the canvas keeps it for itself. */
  readonly view?: CanvasView;
  readonly onView?: (view: CanvasView) => void;
  /** what stands on it as long as nothing is drawn. */
  readonly empty?: ReactNode;
}

/** The drawing. Everything that it changes is a command of the game; nothing else knows React Flow. */
export default function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Board {...props} />
    </ReactFlowProvider>
  );
}

function Board({ view: given, onView, empty }: CanvasProps) {
  const [own, setOwn] = useState(DEFAULT_VIEW);
  const view = given ?? own;
  const marks = useMemo(createMarks, []);
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const session = useSessionStore();
  const playback = useSession((state) => state.playback);
  const say = useSession((state) => state.say);
  const { nodes, onNodesChange, resync } = useFlowNodes();
  const { edges, selectedEdge, pickEdge } = useFlowEdges();
  // Not for an empty drawing: the view would jump with its first node.
  const [fitsAtStart] = useState(nodes.length > 0);
  const connecting = useConnect(marks);
  const placing = usePlacing(marks);
  const resizing = useResize(resync);
  const moves = useMoves(marks, resync);
  const reveal = useReveal(frame);
  const onKeyDown = useKeys({ frame, connecting, edges, selectedEdge, pickEdge, reveal });
  useCanvasMarks(marks, edges, view.badges);

  const under = (screen: { x: number; y: number }) => {
    const { diagram, catalog } = session.getState();
    return nodeAt(boxesOf(diagram, catalog), flow.screenToFlowPosition(screen, { snapToGrid: false }))?.id;
  };
  const target = connecting.drawing?.how === 'mode' ? connecting.drawing.target : undefined;
  useEffect(() => {
    if (target !== undefined) reveal(`.react-flow__node[data-id="${CSS.escape(target)}"]`);
  }, [target, reveal]);
  const [selected] = useSession((state) => state.selection);
  useEffect(() => {
    // Chosen in a panel, or placed from one.
    if (selected === undefined || frame.current?.contains(document.activeElement)) return;
    reveal(`.react-flow__node[data-id="${CSS.escape(selected)}"]`, 'middle');
  }, [selected, reveal]);
  const followed = useSession((state) => (state.highlight?.reveal === true ? state.highlight.nodes[0] : undefined));
  useEffect(() => {
    if (followed !== undefined) reveal(`.react-flow__node[data-id="${CSS.escape(followed)}"]`, 'middle');
  }, [followed, reveal]);
  /** The keyboard may lead to what is out of view. */
  const onFocus = ({ target: focused }: FocusEvent) => {
    if (focused.matches(':is(.react-flow__node, .react-flow__edge):focus-visible')) reveal(':focus');
  };
  /** A click while connect mode is on chooses the target. */
  const onClickCapture = (event: MouseEvent) => {
    const handle = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__handle');
    const at = { x: event.clientX, y: event.clientY };
    if (connecting.drawing?.how === 'mode') {
      if (!(event.target as HTMLElement).closest('.react-flow__pane, .react-flow__node')) return;
      event.stopPropagation();
      connecting.finish(under(at), at);
    } else if (handle?.dataset['nodeid']) {
      event.stopPropagation();
      connecting.begin(handle.dataset['nodeid'], 'mode');
    }
  };

  return (
    <MarkProvider value={marks}>
      <ResizeContext.Provider value={resizing}>
        <ContextMenu
          items={async () =>
            (await import('./context-items')).contextItems(session.getState, { connecting, flow, selectedEdge })
          }
        >
          <div
            ref={frame}
            className={css.canvas}
            data-canvas
            tabIndex={-1}
            role="region"
            aria-label="Canvas"
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onClickCapture={onClickCapture}
            onContextMenuCapture={(event) => {
              const id = under({ x: event.clientX, y: event.clientY });
              const { selection, actions } = session.getState();
              if (id !== undefined && !selection.includes(id)) actions.select([id]);
            }}
          >
            <ReactFlow<FlowNode, FlowEdge>
              nodes={nodes}
              edges={edges}
              nodeTypes={NODE_TYPES}
              edgeTypes={EDGE_TYPES}
              onNodesChange={onNodesChange}
              onNodeDrag={moves.onNodeDrag}
              onNodeDragStop={moves.onNodeDragStop}
              onNodeClick={(_, { id }) => {
                pickEdge(undefined);
                const { selection, actions } = session.getState();
                // A click on what is selected already asks for its properties again.
                if (selection.length === 1 && selection[0] === id) actions.select([id]);
              }}
              onEdgeClick={(_, edge) => pickEdge(edge)}
              onEdgeMouseEnter={(_, edge) => marks.replace('hover', new Map([[edge.id, true]]))}
              onEdgeMouseLeave={() => marks.replace('hover', new Map())}
              onPaneClick={(event) => {
                pickEdge(undefined);
                const id = under({ x: event.clientX, y: event.clientY });
                session.getState().actions.select(id === undefined ? [] : [id]);
                frame.current?.focus();
              }}
              onConnectStart={(_, { nodeId }) => {
                if (nodeId !== null) connecting.begin(nodeId, 'drag');
              }}
              onConnectEnd={(event) => {
                const at = pointerOf(event);
                connecting.finish(under(at), at);
              }}
              connectionMode={ConnectionMode.Loose}
              connectOnClick={false}
              connectionDragThreshold={4}
              nodeDragThreshold={2}
              snapToGrid
              snapGrid={SNAP}
              fitView={fitsAtStart}
              fitViewOptions={FIT}
              minZoom={0.15}
              maxZoom={2}
              zIndexMode="manual"
              elevateNodesOnSelect={false}
              selectionMode={SelectionMode.Partial}
              multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
              deleteKeyCode={null}
              attributionPosition="top-right"
              disableKeyboardA11y
              edgesFocusable={false}
              zoomOnDoubleClick={false}
              onlyRenderVisibleElements={nodes.length > MANY}
            >
              <Background variant={BackgroundVariant.Dots} gap={16} size={1.2} color="var(--dots)" />
              {view.minimap && nodes.length > 0 ? (
                <MiniMap<FlowNode>
                  pannable
                  zoomable
                  ariaLabel="Minimap"
                  style={{ width: 168, height: 112 }}
                  nodeColor={(node) => colourOf(node, node.type === 'container' ? 14 : 75)}
                  nodeStrokeColor={(node) => colourOf(node, 60)}
                  nodeBorderRadius={8}
                />
              ) : null}
              <ConnectLayer connecting={connecting} />
            </ReactFlow>
            <ArrowHead />
            {nodes.length === 0 ? (
              <div className={css.empty}>
                {empty ?? (
                  <EmptyState icon={<MousePointerClick />} title="Nothing is drawn yet">
                    Drag a resource from the palette, or click it and then a place here.
                  </EmptyState>
                )}
              </div>
            ) : null}
            <PlacingLayer frame={frame} placing={placing} />
            <Suspense fallback={null}>{playback ? <PlaybackBar playback={playback} say={say} /> : null}</Suspense>
            <Toolbar
              view={view}
              onView={(next) => {
                setOwn(next);
                onView?.(next);
              }}
            />
          </div>
        </ContextMenu>
      </ResizeContext.Provider>
    </MarkProvider>
  );
}

function colourOf(node: FlowNode, share: number): string {
  return `color-mix(in oklab, var(--hue-${node.data.kind?.category ?? 'actors'}) ${share}%, transparent)`;
}
