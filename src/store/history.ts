import { applyPatches, enablePatches, type Patch } from 'immer';
import type { Answers } from '../model/answers';
import type { Diagram } from '../model/diagram';

enablePatches();

/** One undo step. */
export interface Step {
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  readonly mergeKey?: string;
  /** when its last change happened, milliseconds since 1970. */
  readonly at: number;
  /** what was foretold, where the step changes it. */
  readonly answers?: { readonly before: Answers; readonly after: Answers };
}

export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };
export const MOST_STEPS = 500;
/** A pause longer than this ends a merged step, so that undo takes back one thought and not an afternoon. */
export const MERGE_MILLISECONDS = 3000;

/** Adds a change. It joins the previous step when both have the same merge key and follow each other closely. */
export function remember(history: History, step: Step): History {
  const last = history.past.at(-1);
  const joins =
    last !== undefined &&
    step.mergeKey !== undefined &&
    last.mergeKey === step.mergeKey &&
    history.future.length === 0 &&
    Math.abs(step.at - last.at) <= MERGE_MILLISECONDS;
  if (!joins) return { past: [...history.past, step].slice(-MOST_STEPS), future: [] };
  const joined: Step = {
    ...step,
    patches: [...last.patches, ...step.patches],
    inverse: [...step.inverse, ...last.inverse],
  };
  return { past: [...history.past.slice(0, -1), joined], future: [] };
}

export function stepBack(
  history: History,
  diagram: Diagram,
): { history: History; diagram: Diagram; step: Step } | undefined {
  const step = history.past.at(-1);
  if (!step) return undefined;
  return {
    history: { past: history.past.slice(0, -1), future: [sealed(step), ...history.future] },
    diagram: applyPatches(diagram, [...step.inverse]),
    step,
  };
}

export function stepForward(
  history: History,
  diagram: Diagram,
): { history: History; diagram: Diagram; step: Step } | undefined {
  const [step, ...future] = history.future;
  if (!step) return undefined;
  return {
    history: { past: [...history.past, sealed(step)], future },
    diagram: applyPatches(diagram, [...step.patches]),
    step,
  };
}

/** After undo or redo, nothing joins a step any more. */
function sealed({ mergeKey: _key, ...step }: Step): Step {
  return step;
}

/** Do these patches only move boxes about? Then the design means what it meant before. */
export function isLayoutOnly(patches: readonly Patch[]): boolean {
  return patches.every(({ path }) => path[0] === 'nodes' && (path[2] === 'position' || path[2] === 'size'));
}
