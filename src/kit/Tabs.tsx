import type { ReactNode } from 'react';
import css from './Tabs.module.css';
import { classes } from './classes';
import { useTabs } from './use-tabs';

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
  const tabs = useTabs({ ids: items.map(({ id }) => id), value, onChange });
  return (
    <div className={classes(css.tabs, className)}>
      <div className={classes(css.bar, css[look])}>
        <div className={css.list} aria-label={label} {...tabs.list}>
          {items.map(({ id, ...item }) => (
            <button key={id} className={css.tab} {...tabs.tab(id)}>
              {item.icon}
              {item.label}
              {item.badge}
            </button>
          ))}
        </div>
        {actions ? <div className={css.actions}>{actions}</div> : null}
      </div>
      {items.map(({ id, content }) => (
        // Without content there is nothing to see or to scroll: no stop for the keyboard.
        <div key={id} className={css.panel} {...tabs.panel(id)} tabIndex={content === null ? -1 : 0}>
          {id === value ? content : null}
        </div>
      ))}
    </div>
  );
}
