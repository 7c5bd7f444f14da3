import type { ComponentPropsWithRef } from 'react';
import { useFieldIds } from './Field';
import css from './Input.module.css';
import { classes } from './classes';
import { useDraft } from './use-draft';

export interface NumberInputProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'value' | 'onChange' | 'size' | 'min' | 'max'
> {
  readonly value: number | undefined;
  /** `undefined` when the field was emptied. */
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  /** shown inside at the right: `minutes`, `GB`. */
  readonly unit?: string;
}

/** A number. Says its value when left or with Enter; what is outside the range goes to its nearest end. */
export function NumberInput({ value, onChange, min, max, unit, className, ...rest }: NumberInputProps) {
  const ids = useFieldIds();
  const say = (text: string) => {
    const number = Number(text);
    if (text.trim() === '') onChange(undefined);
    else if (Number.isFinite(number)) onChange(Math.min(max ?? number, Math.max(min ?? number, number)));
  };
  const { draft, change, commit, reset } = useDraft(value === undefined ? '' : String(value), say, 'blur');
  return (
    <div className={css.row}>
      <input
        type="number"
        inputMode="decimal"
        {...ids}
        {...rest}
        min={min}
        max={max}
        className={classes(css.input, css.number, className)}
        style={unit ? { paddingRight: `${unit.length * 0.6 + 1.4}em` } : undefined}
        value={draft}
        onChange={(event) => change(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') reset();
        }}
      />
      {unit ? (
        <span className={css.unit} aria-hidden="true">
          {unit}
        </span>
      ) : null}
    </div>
  );
}
