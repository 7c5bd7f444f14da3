import { NodeResizeControl, type NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { KindIcon } from '../catalog/icons';
import { SMALLEST } from './geometry';
import { Handles, LockMark, ProblemBadge, ReasonBubble, useNodeMarks } from './NodeParts';
import css from './node.module.css';
import { ResizeContext } from './use-resize';
import type { FlowNode } from './to-flow';

/** A box that others stand in. Only its header and border take the pointer until it is selected. */
export const ContainerNode = memo(function ContainerNode({ id, data, selected }: NodeProps<FlowNode>) {
  const { attributes, bubble } = useNodeMarks(id);
  const resize = useContext(ResizeContext);
  const { node, kind, subtitle } = data;
  return (
    <div
      className={css.container}
      data-category={kind?.category}
      data-kind={node.kind}
      data-selected={selected || undefined}
      {...attributes}
    >
      {selected && !node.locked ? (
        <NodeResizeControl
          position="bottom-right"
          className={css.grip}
          minWidth={SMALLEST.width}
          minHeight={SMALLEST.height}
          shouldResize={(_, size) => resize.fits(id, size)}
          onResizeEnd={(_, size) => resize.end(id, size)}
        />
      ) : null}
      <div className={css.header}>
        <KindIcon kind={node.kind} size={15} />
        <span className={css.name} title={node.name}>
          {node.name}
        </span>
        <span className={css.kind}>{subtitle}</span>
        {node.locked ? <LockMark /> : null}
      </div>
      <span className={css.edges} aria-hidden="true" />
      <Handles />
      <ProblemBadge id={id} />
      <ReasonBubble text={bubble} />
    </div>
  );
});
