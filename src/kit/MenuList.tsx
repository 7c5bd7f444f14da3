import { DropdownMenu as Radix } from 'radix-ui';
import { useRef } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './Kbd';
import css from './Menu.module.css';
import { classes } from './classes';
import type { MenuItem, MenuPlace } from './menu-item';

export interface MenuListProps {
  readonly id: string;
  readonly items: readonly MenuItem[];
  readonly place: MenuPlace;
  readonly side: 'bottom' | 'right';
  readonly align: 'start' | 'center' | 'end';
  readonly onClose: () => void;
}

/** An open menu beside its place. Closed, it gives the focus back. */
export function MenuList({ id, items, place, side, align, onClose }: MenuListProps) {
  const startsOnFirst = useRef(place.byKeyboard);
  const { x, y, width, height } = place.box;
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {createPortal(
        <Radix.Trigger asChild>
          <span
            aria-hidden="true"
            style={{ position: 'fixed', left: x, top: y, width, height, pointerEvents: 'none' }}
          />
        </Radix.Trigger>,
        document.body,
      )}
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-labelledby={place.labelledBy}
          className={css.menu}
          side={side}
          align={align}
          sideOffset={side === 'bottom' ? 4 : 2}
          collisionPadding={8}
          onFocus={(event) => {
            if (!startsOnFirst.current || event.target !== event.currentTarget) return;
            startsOnFirst.current = false;
            event.currentTarget.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            place.backTo?.focus({ preventScroll: true });
          }}
        >
          {items.map((item) =>
            'separator' in item ? (
              <Radix.Separator key={item.id} className={css.separator} />
            ) : 'heading' in item ? (
              <Radix.Label key={item.id} className={css.heading}>
                {item.heading}
              </Radix.Label>
            ) : (
              <Radix.Item
                key={item.id}
                className={classes(css.item, item.danger && css.danger)}
                disabled={item.disabled}
                onSelect={item.onSelect}
              >
                <span className={css.icon} aria-hidden="true">
                  {item.icon}
                </span>
                <span className={css.label}>
                  {item.label}
                  {item.detail ? <small>{item.detail}</small> : null}
                </span>
                {item.shortcut ? <Kbd keys={item.shortcut} plain /> : null}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
