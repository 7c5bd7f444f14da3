import type { NodeId } from '../model/diagram';
import type { FieldPath } from '../model/path';

/** One policy document as the player wrote it and where it stands. */
export interface PolicyText {
  readonly name: string;
  readonly node: NodeId;
  readonly field: FieldPath;
  readonly text: string;
  /** the group that brings it, where an identity does not carry it itself. */
  readonly via?: NodeId;
}
