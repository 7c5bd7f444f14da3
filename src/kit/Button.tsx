import type { ComponentPropsWithRef, ReactNode } from 'react';
import css from './Button.module.css';
import { classes } from './classes';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` at most once per view. Default `secondary`. */
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  readonly size?: 'sm' | 'md' | 'lg';
  /** before the words; decorative. */
  readonly icon?: ReactNode;
  /** after the words: a shortcut, a chevron. */
  readonly trailing?: ReactNode;
  /** fills the width of its parent. */
  readonly wide?: boolean;
}

/** A button with words. For an icon alone use `IconButton`. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  trailing,
  wide,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(css.button, css[variant], css[size], wide && css.wide, className)}
    >
      {icon ? (
        <span className={css.icon} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <span className={css.words}>{children}</span>
      {trailing}
    </button>
  );
}
