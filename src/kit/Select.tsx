import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { useFieldIds } from './Field';
import css from './Input.module.css';
import { classes } from './classes';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}
export interface SelectProps extends Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'size' | 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  /** an empty first choice: "None", "Choose a key". */
  readonly placeholder?: string;
  readonly fieldSize?: 'sm' | 'md';
}

/** One of several. The browser's own list: right on touch, with a keyboard and for a screen reader. */
export function Select({ value, onChange, options, placeholder, fieldSize, className, ...rest }: SelectProps) {
  const ids = useFieldIds();
  return (
    <div className={css.row}>
      <select
        {...ids}
        {...rest}
        className={classes(css.input, css.select, fieldSize === 'sm' && css.sm, className)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className={css.chevron} aria-hidden="true" />
    </div>
  );
}
