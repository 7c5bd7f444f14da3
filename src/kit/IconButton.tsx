import type { ComponentPropsWithRef, ReactNode } from 'react';
import css from './IconButton.module.css';
import { Tooltip } from './Tooltip';
import { classes } from './classes';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  /** accessible name, and the words of the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** shown in the tooltip: `Mod+Z`. */
  readonly shortcut?: string;
  /** makes it a toggle (`aria-pressed`). */
  readonly pressed?: boolean;
  readonly size?: 'sm' | 'md';
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A square button with an icon, a name and a tooltip. */
export function IconButton({ label, icon, shortcut, pressed, size = 'md', side, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(css.button, css[size], className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
