import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './Tabs.module.css';
import { classes } from './classes';

export interface TabItem {
  readonly id: string;
  readonly label: ReactNode;
  /** a count or a dot beside the label. */
  readonly badge?: ReactNode;
  readonly icon?: ReactNode;
  readonly content: ReactNode;
}
export interface TabsProps {
  /** accessible name of the tab list. */
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** `line`: underlined, for docks. `pill`: segmented, inside panels. */
  readonly look?: 'line' | 'pill';
  /** at the end of the tab list. */
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** Tabs with their panels; only the open panel is mounted. */
export function Tabs({ label, items, value, onChange, look = 'line', actions, className }: TabsProps) {
  return (
    <Radix.Root className={classes(css.tabs, className)} value={value} onValueChange={onChange}>
      <div className={classes(css.bar, css[look])}>
        <Radix.List className={css.list} aria-label={label}>
          {items.map((item) => (
            <Radix.Trigger key={item.id} value={item.id} className={css.tab}>
              {item.icon}
              {item.label}
              {item.badge}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {actions ? <div className={css.actions}>{actions}</div> : null}
      </div>
      {items.map((item) => (
        // Without content there is nothing to see or to scroll: no stop for the keyboard.
        <Radix.Content
          key={item.id}
          value={item.id}
          className={css.panel}
          {...(item.content === null ? { tabIndex: -1 } : {})}
        >
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
