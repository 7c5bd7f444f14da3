import { createContext, useContext, useId } from 'react';
import type { ReactNode } from 'react';
import css from './Field.module.css';
import { classes } from './classes';

interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}
const FieldContext = createContext<FieldIds | undefined>(undefined);

/** What an input takes from the field around it. */
export function useFieldIds(): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    ...(field.describedBy ? { 'aria-describedby': field.describedBy } : {}),
    ...(field.invalid ? { 'aria-invalid': true as const } : {}),
  };
}

export interface FieldProps {
  readonly label: ReactNode;
  /** what it means, in one or two sentences. */
  readonly help?: ReactNode;
  /** what is wrong and what to do. */
  readonly error?: ReactNode;
  /** beside the label: a unit, AWS's own name, "immutable". */
  readonly aside?: ReactNode;
  /** label beside the control instead of above it: for switches. */
  readonly inline?: boolean;
  /** `group` when several controls stand inside (a list, a set of chips). */
  readonly as?: 'field' | 'group';
  readonly children: ReactNode;
  readonly className?: string;
}

/** Label, control, help and error, tied together for assistive technology. */
export function Field({ label, help, error, aside, inline, as = 'field', children, className }: FieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy = classes(help ? helpId : '', error ? errorId : '') || undefined;
  const group = as === 'group';
  return (
    <div
      className={classes(css.field, inline && css.inline, className)}
      {...(group ? { role: 'group', 'aria-labelledby': `${id}-label`, 'aria-describedby': describedBy } : {})}
    >
      <div className={css.head}>
        {group ? (
          <span id={`${id}-label`} className={css.label}>
            {label}
          </span>
        ) : (
          <label id={`${id}-label`} htmlFor={id} className={css.label}>
            {label}
          </label>
        )}
        {aside ? <span className={css.aside}>{aside}</span> : null}
      </div>
      <div className={css.control}>
        {group ? (
          children
        ) : (
          <FieldContext.Provider value={{ id, describedBy, invalid: Boolean(error) }}>{children}</FieldContext.Provider>
        )}
      </div>
      {error ? (
        <p id={errorId} className={css.error}>
          {error}
        </p>
      ) : null}
      {help ? (
        <p id={helpId} className={css.help}>
          {help}
        </p>
      ) : null}
    </div>
  );
}
