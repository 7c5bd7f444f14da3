import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './Badge';
import css from './Chip.module.css';
import { classes } from './classes';

export interface ChipProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** makes the chip a button. */
  readonly onClick?: () => void;
  /** adds a remove button; `removeLabel` is its accessible name. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
  /** monospaced: ids, actions, ARNs. */
  readonly mono?: boolean;
  readonly title?: string;
}

/** One value among several: a reference, an action of a policy, a filter. */
export function Chip({ tone = 'neutral', icon, children, onClick, onRemove, removeLabel, mono, title }: ChipProps) {
  const inner = (
    <>
      {icon}
      <span className={css.words}>{children}</span>
    </>
  );
  return (
    <span className={classes(css.chip, css[tone], mono && css.mono)} title={title}>
      {onClick ? (
        <button type="button" className={css.main} onClick={onClick}>
          {inner}
        </button>
      ) : (
        <span className={css.main}>{inner}</span>
      )}
      {onRemove ? (
        <button type="button" className={css.remove} onClick={onRemove} aria-label={removeLabel ?? 'Remove'}>
          <X aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}
