import { useRef } from 'react';
import { setField } from '../../game/commands/fields';
import type { DiagramNode } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { FieldPath } from '../../model/path';
import { useSessionStore } from '../../store/use-session';

export interface FieldCommit {
  /** call when an editing begins, so that it becomes an undo step of its own. */
  readonly begin: () => void;
  /**
   * `undefined` takes the value out: the default holds again, a list loses the element. `quiet` while typing: what
   * changed is visible in the field itself.
   */
  readonly commit: (path: FieldPath, value: Json | undefined, quiet?: boolean) => void;
}

let edits = 0;

/** Writes properties of a node. The keystrokes of one editing join into one undo step. */
export function useFieldCommit(node: DiagramNode): FieldCommit {
  const store = useSessionStore();
  const { actions } = store.getState();
  const edit = useRef(0);
  const begin = (): void => {
    edit.current = ++edits;
  };
  return {
    begin,
    commit: (path, value, quiet = false) => {
      if (edit.current === 0) begin();
      const outcome = actions.run(
        (diagram, catalog) => setField(diagram, catalog, { node: node.id, field: path, value }),
        `${node.id}.${path}#${edit.current}`,
      );
      // Never what was won or refused: only the words that repeat what the field shows.
      if (quiet && outcome.ok && store.getState().notice?.tone === 'said') actions.dismissNotice();
    },
  };
}
