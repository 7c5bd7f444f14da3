import { BaseEdge, EdgeLabelRenderer, useInternalNode, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import css from './edge.module.css';
import { edgePath, type Rect } from './edge-path';
import { useMark } from './marks';
import type { FlowEdge, FlowNode } from './to-flow';

/** The id of the arrowhead that takes the colour of its edge. */
const ARROW = 'perimeter-arrow';

/** A reference, from its holder to its target. It says what it means when looked at. */
export const ReferenceEdge = memo(function ReferenceEdge({ id, source, target, data, selected }: EdgeProps<FlowEdge>) {
  const from = useRect(source);
  const to = useRect(target);
  const evidence = useMark('evidence', id);
  const playback = useMark('playback', id);
  const hover = useMark('hover', id);
  if (!from || !to || !data) return null;
  const { path, middle } = edgePath(from, to);
  const says = selected || hover || data.near || evidence === 'meets' || evidence === 'misses';
  return (
    <g
      className={css.edge}
      data-category={data.relation}
      data-selected={selected || undefined}
      data-near={data.near || hover || undefined}
      data-evidence={evidence}
      data-playback={playback?.state}
    >
      <BaseEdge id={id} path={path} markerEnd={`url(#${ARROW})`} interactionWidth={18} className={css.line} />
      {says && evidence !== 'aside' ? (
        <EdgeLabelRenderer>
          <span
            className={css.label}
            data-strong={selected || hover || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
          >
            {data.label}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </g>
  );
});

function useRect(id: string): Rect | undefined {
  const node = useInternalNode<FlowNode>(id);
  if (!node) return undefined;
  const { x, y } = node.internals.positionAbsolute;
  return { x, y, width: node.measured.width ?? node.width ?? 0, height: node.measured.height ?? node.height ?? 0 };
}

/** Defined once: its colour is the stroke of the edge that uses it. `size` is in pixels of the drawing. */
export function ArrowHead({ size = 9 }: { readonly size?: number }) {
  return (
    <svg className={css.definitions} aria-hidden="true">
      <defs>
        <marker
          id={ARROW}
          viewBox="0 0 10 10"
          refX="8.5"
          refY="5"
          markerWidth={size}
          markerHeight={size}
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M1 1.2 8.6 5 1 8.8Z" fill="context-stroke" />
        </marker>
      </defs>
    </svg>
  );
}
