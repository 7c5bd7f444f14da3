import { Handle, Position } from '@xyflow/react';
import { Lock, TriangleAlert } from 'lucide-react';
import { tooltip } from '../kit/tooltip';
import { useMark } from './marks';
import css from './node.module.css';

const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const;

/** One place on each side from which an edge can be drawn; they show on hover and on selection. */
export function Handles() {
  return SIDES.map((side) => <Handle key={side} id={side} type="source" position={side} className={css.handle} />);
}

export function LockMark() {
  return (
    <span className={css.lock} title="Given by the scenario">
      <Lock aria-hidden="true" />
    </span>
  );
}

/** What is wrong here: a sign with the reasons in its tooltip; the inspector and the problem list say the same. */
export function ProblemBadge({ id }: { readonly id: string }) {
  const badge = useMark('badge', id);
  if (!badge) return null;
  const words = badge.reasons.slice(0, 3).join(' ');
  const more = badge.reasons.length > 3 ? ` And ${badge.reasons.length - 3} more.` : '';
  return (
    <span className={css.badge} data-tone={badge.tone} data-testid="problem-badge" {...tooltip(words + more, 'top')}>
      <TriangleAlert aria-hidden="true" />
      {badge.reasons.length > 1 ? badge.reasons.length : null}
    </span>
  );
}

/** The reason of a failed step, beside the node where it failed. */
export function ReasonBubble({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <span className={css.bubble}>{text}</span>;
}

/** The marks of a node as attributes, for the style sheet. */
export function useNodeMarks(id: string): {
  readonly attributes: Record<`data-${string}`, string | undefined>;
  readonly bubble?: string;
} {
  const playback = useMark('playback', id);
  return {
    attributes: {
      'data-connect': useMark('connect', id),
      'data-drop': useMark('drop', id),
      'data-evidence': useMark('evidence', id),
      'data-playback': playback?.state,
    },
    ...(playback?.bubble === undefined ? {} : { bubble: playback.bubble }),
  };
}
