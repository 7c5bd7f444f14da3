import { Switch as Radix } from 'radix-ui';
import { useFieldIds } from './Field';
import css from './Switch.module.css';

export interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** only without a `Field` around it. */
  readonly label?: string;
}

/** On or off, at once. */
export function Switch({ checked, onChange, disabled, label }: SwitchProps) {
  const ids = useFieldIds();
  return (
    <Radix.Root
      className={css.switch}
      {...ids}
      aria-label={label}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
    >
      <Radix.Thumb className={css.thumb} />
    </Radix.Root>
  );
}
