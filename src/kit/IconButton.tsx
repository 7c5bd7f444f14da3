import type { ComponentPropsWithRef, ReactNode } from 'react';
import css from './IconButton.module.css';
import { classes } from './classes';
import { tooltip, type TooltipSide } from './tooltip';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  /** accessible name, and the words of the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** shown in the tooltip: `Mod+Z`. */
  readonly shortcut?: string;
  /** makes it a toggle (`aria-pressed`). */
  readonly pressed?: boolean;
  readonly size?: 'sm' | 'md';
  readonly side?: TooltipSide;
}

/** A square button with an icon, a name and a tooltip. */
export function IconButton({ label, icon, shortcut, pressed, size = 'md', side, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...tooltip(label, side, shortcut)}
      aria-label={label}
      aria-pressed={pressed}
      className={classes(css.button, css[size], className)}
    >
      {icon}
    </button>
  );
}
