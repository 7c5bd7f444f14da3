import type { ReactNode } from 'react';

/** Something that can be found by its words and done. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** muted, after the label; searched too. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  /** further words to find it by. */
  readonly words?: string;
  readonly onSelect: () => void;
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
  /** stays away until something is searched: there are too many of them. */
  readonly searched?: boolean;
}
