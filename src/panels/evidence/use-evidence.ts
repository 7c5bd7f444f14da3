import { useMemo } from 'react';
import { useSession } from '../../store/use-session';
import type { Highlight } from '../../store/state';
import type { Evidence } from '../../model/trace';

export interface EvidenceHandlers {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onClick: () => void;
}

/** Hover or focus lights up what a sentence rests on; a click selects it and opens the field. */
export function useEvidence(evidence: Evidence, tone: Highlight['tone']): EvidenceHandlers {
  const actions = useSession((state) => state.actions);
  return useMemo(() => {
    const show = (): void =>
      actions.highlight({
        nodes: evidence.nodes,
        ...(evidence.fields ? { fields: evidence.fields } : {}),
        ...(evidence.statements ? { statements: evidence.statements } : {}),
        tone,
      });
    const hide = (): void => actions.highlight(undefined);
    return {
      onPointerEnter: show,
      onPointerLeave: hide,
      onFocus: show,
      onBlur: hide,
      onClick: () => {
        const place = evidence.fields?.[0] ?? fieldOfStatement(evidence);
        if (place) actions.select([place.node], place.field);
        else if (evidence.nodes.length > 0) actions.select(evidence.nodes);
      },
    };
  }, [actions, evidence, tone]);
}

function fieldOfStatement(evidence: Evidence): { node: string; field: string } | undefined {
  const statement = evidence.statements?.find((one) => one.node !== undefined && one.field !== undefined);
  return statement?.node !== undefined && statement.field !== undefined
    ? { node: statement.node, field: statement.field }
    : undefined;
}
