import { diagramOf, keysOf, withDiagram } from '../game/author/designs';
import type { Draft } from '../model/bundle';

/** One step of an author outside of the canvas. */
export interface Edit {
  readonly before: Draft;
  readonly after: Draft;
  readonly merge: string | undefined;
  /** milliseconds since 1970. */
  readonly at: number;
}

export const MOST_EDITS = 200;

/**
 * One side of a step, with what has been drawn since: a drawing that the step did not touch stays as it is now. The
 * canvas has an undo of its own.
 */
export function carried(target: Draft, other: Draft, now: Draft): Draft {
  return keysOf(target).reduce((draft, key) => {
    const wanted = diagramOf(target, key);
    const current = diagramOf(now, key);
    return current === undefined || wanted !== diagramOf(other, key) || current === wanted
      ? draft
      : withDiagram(draft, key, current);
  }, target);
}
