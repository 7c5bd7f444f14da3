import type { ReactNode } from 'react';

export type MenuItem =
  | {
      readonly id: string;
      readonly label: ReactNode;
      readonly icon?: ReactNode;
      readonly shortcut?: string;
      /** a second, muted line. */
      readonly detail?: ReactNode;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly id: string; readonly separator: true }
  | { readonly id: string; readonly heading: ReactNode };

/** Where a menu opens, and what has the focus after it. */
export interface MenuPlace {
  readonly box: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;
  readonly byKeyboard: boolean;
  readonly labelledBy: string | undefined;
  readonly backTo: HTMLElement | undefined;
}

/** The items, or what fetches them when the menu is opened. */
export type MenuItems = readonly MenuItem[] | (() => Promise<readonly MenuItem[]>);
