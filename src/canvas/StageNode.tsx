import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { KindIcon } from '../catalog/icons';
import { ReasonBubble, useNodeMarks } from './NodeParts';
import css from './stage.module.css';
import type { FlowNode } from './to-flow';

/** A resource or a container on the projector: its name, as large as its box allows, and a sign for what it is. */
export const StageNode = memo(function StageNode({ id, data, type }: NodeProps<FlowNode>) {
  const { attributes, bubble } = useNodeMarks(id);
  const { node, kind } = data;
  return (
    <div className={type === 'container' ? css.container : css.resource} data-category={kind?.category} {...attributes}>
      <span className={css.sign}>
        <KindIcon kind={node.kind} size={20} />
      </span>
      <span className={css.name}>{node.name}</span>
      {/* Lines are drawn only between nodes that have one. */}
      <Handle type="source" position={Position.Right} className={css.handle} isConnectable={false} />
      <ReasonBubble text={bubble} />
    </div>
  );
});
