import { ChevronRight, Plus, Trash2 } from 'lucide-react';
import { Fragment, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { blankOf } from '../../catalog/form-model';
import type { FormField } from '../../catalog/form-model';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import type { Json } from '../../model/json';
import { useSession } from '../../store/use-session';
import { effective, singular } from './field-props';
import type { FieldOf, FieldProps } from './field-props';
import styles from './inspector.module.css';

/** A list of objects: rules, routes, subscriptions, policies. Each row folds into one line that says what it holds. */
export function RowsField(props: FieldOf<'rows'> & { readonly renderField: (child: FieldProps) => ReactNode }) {
  const { field, value, path, write, disabled, node } = props;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set());
  const diagram = useSession((state) => state.diagram);
  const wanted = useSession((state) =>
    state.selection[0] === node.id && state.focusField?.startsWith(`${path}[`) ? state.focusField : undefined,
  );
  useEffect(() => {
    const index = wanted === undefined ? Number.NaN : Number(wanted.slice(path.length + 1).split(']')[0]);
    if (Number.isInteger(index)) setOpen((before) => new Set([...before, index]));
  }, [wanted, path]);

  const toggle = (index: number): void =>
    setOpen((before) => new Set(before.has(index) ? [...before].filter((one) => one !== index) : [...before, index]));
  const noun = singular(field.title);
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => {
        const at = `${path}[${index}]`;
        const shown = open.has(index);
        const words = summaryOf(row, field.fields, (id) => diagram.nodes[id]?.name);
        const broken = props.issues.some((issue) => issue.field.startsWith(at));
        return (
          <div key={index} className={styles.row} data-open={shown || undefined} data-broken={broken || undefined}>
            <div className={styles.rowHead}>
              <button type="button" className={styles.rowToggle} aria-expanded={shown} onClick={() => toggle(index)}>
                <ChevronRight aria-hidden="true" />
                <span className={styles.rowNumber}>{index + 1}</span>
                <span className={styles.rowWords}>{words || `New ${noun}`}</span>
              </button>
              {disabled ? null : (
                <IconButton
                  size="sm"
                  label={`Remove ${noun} ${index + 1}`}
                  icon={<Trash2 aria-hidden="true" />}
                  onClick={() => {
                    write.begin();
                    write.commit(
                      path,
                      (rows as readonly Json[]).filter((_, other) => other !== index),
                    );
                    setOpen(new Set());
                  }}
                />
              )}
            </div>
            {shown ? (
              <div className={styles.rowBody}>
                {field.fields.map((child) => (
                  <Fragment key={child.key}>
                    {props.renderField({
                      ...props,
                      field: child,
                      path: `${at}.${child.key}`,
                      value: effective(row, child),
                    })}
                  </Fragment>
                ))}
              </div>
            ) : null}
          </div>
        );
      })}
      {rows.length === 0 ? <p className={styles.none}>None.</p> : null}
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus />}
        disabled={disabled || (field.max !== undefined && rows.length >= field.max)}
        onClick={() => {
          write.begin();
          write.commit(path, [...(rows as readonly Json[]), blankOf(field.fields)]);
          setOpen((before) => new Set([...before, rows.length]));
        }}
      >
        Add {noun}
      </Button>
    </div>
  );
}

/** `tcp · 443 · 10.0.0.0/16`: the short values of a row, references by name. */
function summaryOf(row: unknown, fields: readonly FormField[], nameOf: (id: string) => string | undefined): string {
  const parts = fields.flatMap((field) => {
    const value = effective(row, field);
    if (value === undefined || value === null || value === '') return [];
    if (field.type === 'text' && field.control === 'policy') return [];
    if (field.type === 'reference') return [typeof value === 'string' ? (nameOf(value) ?? `${value} (missing)`) : ''];
    if (field.type === 'switch') return value === true ? [field.title.toLowerCase()] : [];
    if (typeof value === 'object')
      return Array.isArray(value) && value.length > 0 ? [`${value.length} ${field.title.toLowerCase()}`] : [];
    return [String(value)];
  });
  return parts.filter(Boolean).slice(0, 5).join(' · ');
}
