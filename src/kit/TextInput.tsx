import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useFieldIds } from './Field';
import css from './Input.module.css';
import { classes } from './classes';
import { useDraft } from './use-draft';

export interface TextInputProps extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `type`: with every key. `blur`: when the field is left or Enter is pressed; Esc takes it back. */
  readonly commit?: 'type' | 'blur';
  readonly icon?: ReactNode;
  readonly mono?: boolean;
  readonly fieldSize?: 'sm' | 'md';
}

/** One line of text. Takes id and description from a `Field` around it; alone it needs `aria-label`. */
export function TextInput({
  value,
  onChange,
  commit = 'type',
  icon,
  mono,
  fieldSize,
  className,
  ...rest
}: TextInputProps) {
  const ids = useFieldIds();
  const { draft, change, commit: tell, reset } = useDraft(value, onChange, commit);
  return (
    <div className={css.row}>
      {icon ? (
        <span className={css.lead} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...ids}
        {...rest}
        className={classes(css.input, mono && css.mono, fieldSize === 'sm' && css.sm, className)}
        value={draft}
        onChange={(event) => change(event.target.value)}
        onBlur={(event) => {
          tell();
          rest.onBlur?.(event);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') tell();
          if (event.key === 'Escape' && commit === 'blur') reset();
          rest.onKeyDown?.(event);
        }}
      />
    </div>
  );
}
