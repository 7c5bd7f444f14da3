import type { ReactNode } from 'react';
import css from './Badge.module.css';
import { classes } from './classes';

export type Tone = 'neutral' | 'accent' | 'good' | 'bad' | 'warn';

export interface BadgeProps {
  readonly tone?: Tone;
  /** a tone never speaks through colour alone: give an icon or words. */
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A small word with a tone: state, count, control number. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span className={classes(css.badge, css[tone], className)}>
      {icon}
      {children}
    </span>
  );
}
