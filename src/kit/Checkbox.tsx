import { Check } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './Checkbox.module.css';

export interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** the words beside it. */
  readonly children: ReactNode;
}

/** A choice among several that can all be on. */
export function Checkbox({ checked, onChange, disabled, children }: CheckboxProps) {
  const id = useId();
  return (
    <span className={css.row}>
      <Radix.Root
        id={id}
        className={css.box}
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled}
      >
        <Radix.Indicator className={css.mark}>
          <Check aria-hidden="true" />
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id}>{children}</label>
    </span>
  );
}
