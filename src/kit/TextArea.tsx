import type { ComponentPropsWithRef } from 'react';
import { useFieldIds } from './Field';
import css from './Input.module.css';
import { classes } from './classes';
import { useDraft } from './use-draft';

export interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly commit?: 'type' | 'blur';
  readonly mono?: boolean;
}

/** Several lines of text. */
export function TextArea({ value, onChange, commit = 'type', mono, className, ...rest }: TextAreaProps) {
  const ids = useFieldIds();
  const { draft, change, commit: tell } = useDraft(value, onChange, commit);
  return (
    <textarea
      spellCheck={false}
      rows={4}
      {...ids}
      {...rest}
      className={classes(css.input, css.area, mono && css.mono, className)}
      value={draft}
      onChange={(event) => change(event.target.value)}
      onBlur={(event) => {
        tell();
        rest.onBlur?.(event);
      }}
    />
  );
}
