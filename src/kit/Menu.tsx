import { ContextMenu as RadixContext, DropdownMenu as RadixDropdown } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd';
import css from './Menu.module.css';
import { classes } from './classes';

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

export interface MenuProps {
  readonly items: readonly MenuItem[];
  /** one element that takes a ref: the button, or the place of the right click. */
  readonly children: ReactElement;
  readonly align?: 'start' | 'center' | 'end';
}

/** A menu below its button. */
export function Menu({ items, children, align = 'start' }: MenuProps) {
  return (
    <RadixDropdown.Root>
      <RadixDropdown.Trigger asChild>{children}</RadixDropdown.Trigger>
      <RadixDropdown.Portal>
        <RadixDropdown.Content className={css.menu} align={align} sideOffset={4} collisionPadding={8}>
          {items.map((item) =>
            'separator' in item ? (
              <RadixDropdown.Separator key={item.id} className={css.separator} />
            ) : 'heading' in item ? (
              <RadixDropdown.Label key={item.id} className={css.heading}>
                {item.heading}
              </RadixDropdown.Label>
            ) : (
              <RadixDropdown.Item
                key={item.id}
                className={classes(css.item, item.danger && css.danger)}
                disabled={item.disabled}
                onSelect={item.onSelect}
              >
                <MenuWords item={item} />
              </RadixDropdown.Item>
            ),
          )}
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  );
}

/** The same menu on right click, long press or the menu key. */
export function ContextMenu({ items, children }: Omit<MenuProps, 'align'>) {
  return (
    <RadixContext.Root>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content className={css.menu} collisionPadding={8}>
          {items.map((item) =>
            'separator' in item ? (
              <RadixContext.Separator key={item.id} className={css.separator} />
            ) : 'heading' in item ? (
              <RadixContext.Label key={item.id} className={css.heading}>
                {item.heading}
              </RadixContext.Label>
            ) : (
              <RadixContext.Item
                key={item.id}
                className={classes(css.item, item.danger && css.danger)}
                disabled={item.disabled}
                onSelect={item.onSelect}
              >
                <MenuWords item={item} />
              </RadixContext.Item>
            ),
          )}
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  );
}

function MenuWords({ item }: { readonly item: Extract<MenuItem, { onSelect: () => void }> }) {
  return (
    <>
      <span className={css.icon} aria-hidden="true">
        {item.icon}
      </span>
      <span className={css.label}>
        {item.label}
        {item.detail ? <small>{item.detail}</small> : null}
      </span>
      {item.shortcut ? <Kbd keys={item.shortcut} plain /> : null}
    </>
  );
}
