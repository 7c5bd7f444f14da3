import { useEffect, useRef } from 'react';
import { wordsAt } from '../../catalog/help';
import type { FormField } from '../../catalog/form-model';
import { Field } from '../../kit/Field';
import { useSession } from '../../store/use-session';
import { effective, rangeText } from './field-props';
import type { FieldOf, FieldProps } from './field-props';
import { ListField } from './ListField';
import { NumberField, SelectField, SwitchField, TextField } from './PlainFields';
import { PolicyEditor } from './PolicyEditor';
import { ReferenceField, ReferencesField } from './ReferenceField';
import { RowsField } from './RowsField';
import styles from './inspector.module.css';

const GROUPS: ReadonlySet<FormField['type']> = new Set(['references', 'list', 'rows', 'group', 'json']);

/** One property of any type, with its name, help, unit, default and defects. */
export function FieldEditor(props: FieldProps) {
  const { field, path, issues, node } = props;
  const place = useRef<HTMLDivElement>(null);
  const wanted = useSession(
    (state) => state.focusField === path && state.selection.length === 1 && state.selection[0] === node.id,
  );
  useEffect(() => {
    const element = place.current;
    if (!wanted || !element) return;
    element.scrollIntoView({ block: 'center' });
    element
      .querySelector<HTMLElement>('input, select, textarea, [contenteditable], button')
      ?.focus({ preventScroll: true });
  }, [wanted]);

  const nested = field.type === 'rows' || field.type === 'group';
  const own = issues.filter((issue) => issue.field === path || (!nested && issue.field.startsWith(`${path}[`)));
  const policy = field.type === 'text' && field.control === 'policy';
  const words = wordsAt(node.kind, path);
  const help = [rangeText(field), words.help ?? ''].filter(Boolean).join(' ');
  return (
    <div ref={place} className={styles.field} data-field={path} data-lit={wanted || undefined}>
      <Field
        as={GROUPS.has(field.type) ? 'group' : 'field'}
        inline={field.type === 'switch'}
        label={
          <span title={words.aws !== undefined ? `AWS calls it ${words.aws}` : undefined}>
            {field.title}
            {field.required ? <span className={styles.required}> required</span> : null}
          </span>
        }
        aside={
          field.immutable ? (
            <span title="AWS cannot change this later; it makes a new resource.">fixed at creation</span>
          ) : undefined
        }
        help={help || undefined}
        error={!policy && own.length > 0 ? own.map((issue) => issue.message).join(' ') : undefined}
      >
        <Control {...props} />
      </Field>
    </div>
  );
}

function Control(props: FieldProps) {
  const { field } = props;
  switch (field.type) {
    case 'text':
      return field.control === 'policy' ? (
        <PolicyField {...props} field={field} />
      ) : (
        <TextField {...props} field={field} />
      );
    case 'number':
      return <NumberField {...props} field={field} />;
    case 'switch':
      return <SwitchField {...props} field={field} />;
    case 'select':
      return <SelectField {...props} field={field} />;
    case 'reference':
      return <ReferenceField {...props} field={field} />;
    case 'references':
      return <ReferencesField {...props} field={field} />;
    case 'list':
      return <ListField {...props} field={field} />;
    case 'rows':
      return <RowsField {...props} field={field} renderField={(child) => <FieldEditor {...child} />} />;
    case 'group':
      return <GroupField {...props} field={field} />;
    case 'json':
      return <pre className={styles.json}>{JSON.stringify(props.value ?? null, null, 2)}</pre>;
  }
}

function PolicyField({ node, path, field, value, disabled, write }: FieldOf<'text'>) {
  return (
    <PolicyEditor
      node={node.id}
      field={path}
      name={field.title}
      value={typeof value === 'string' ? value : ''}
      disabled={disabled}
      onFocus={write.begin}
      onChange={(text) => write.commit(path, text, true)}
    />
  );
}

function GroupField(props: FieldOf<'group'>) {
  return (
    <div className={styles.group}>
      {props.field.fields.map((child) => (
        <FieldEditor
          key={child.key}
          {...props}
          field={child}
          path={`${props.path}.${child.key}`}
          value={effective(props.value, child)}
        />
      ))}
    </div>
  );
}
