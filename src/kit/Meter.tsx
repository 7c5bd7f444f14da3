import css from './Meter.module.css';

export interface MeterProps {
  readonly value: number;
  readonly max: number;
  /** accessible name. */
  readonly label: string;
  readonly tone?: 'accent' | 'good' | 'bad' | 'warn';
}

/** How much of a whole: score, budget. */
export function Meter({ value, max, label, tone = 'accent' }: MeterProps) {
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      className={css.track}
      role="meter"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
    >
      <div className={css.fill} style={{ width: `${part * 100}%`, background: `var(--${tone})` }} />
    </div>
  );
}
