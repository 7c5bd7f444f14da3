import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { KindIcon } from '../catalog/icons';
import { Handles, LockMark, ProblemBadge, ReasonBubble, useNodeMarks } from './NodeParts';
import css from './node.module.css';
import type { FlowNode } from './to-flow';

/** A resource: icon, name, kind. A kind that nobody knows is a grey box with its name. */
export const ResourceNode = memo(function ResourceNode({ id, data, selected }: NodeProps<FlowNode>) {
  const { attributes, bubble } = useNodeMarks(id);
  const { node, kind, subtitle } = data;
  return (
    <div
      className={css.resource}
      data-category={kind?.category}
      data-kind={node.kind}
      data-unknown={kind ? undefined : true}
      data-selected={selected || undefined}
      {...attributes}
    >
      <span className={css.tile}>
        <KindIcon kind={node.kind} size={20} />
      </span>
      <span className={css.words}>
        <span className={css.name} title={node.name}>
          {node.name}
        </span>
        <span className={css.kind}>{subtitle}</span>
      </span>
      {node.locked ? <LockMark /> : null}
      <Handles />
      <ProblemBadge id={id} />
      <ReasonBubble text={bubble} />
    </div>
  );
});
