import type { Patch } from 'immer';
import type { Diagram, NodeId } from '../model/diagram';
import type { Evidence } from '../model/trace';

/** What a command tells the player: words for the toast and the screen reader, and the field to open. */
export interface Said {
  readonly text: string;
  readonly open?: { readonly node: NodeId; readonly field?: string };
}

/** The outcome of a command: the next diagram with its patches, or a refusal that teaches. */
export type Outcome =
  | {
      readonly ok: true;
      readonly diagram: Diagram;
      readonly patches: readonly Patch[];
      readonly inverse: readonly Patch[];
      readonly said: Said;
      readonly created?: readonly NodeId[];
    }
  | { readonly ok: false; readonly why: string; readonly remedy?: string; readonly evidence?: Evidence };
