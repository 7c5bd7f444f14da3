import { ArrowUp, ChevronRight, Plus, Trash2, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { blankOf } from '../../catalog/form-model';
import type { FormField } from '../../catalog/form-model';
import { listAt, movedUp, textAt, valueAt, type Place } from '../../game/author/place';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { IconButton } from '../../kit/IconButton';
import { NumberInput } from '../../kit/NumberInput';
import { Select } from '../../kit/Select';
import { Switch } from '../../kit/Switch';
import { TextArea } from '../../kit/TextArea';
import { TextInput } from '../../kit/TextInput';
import type { Json } from '../../model/json';
import { placeOf } from '../../model/json-limits';
import { JsonField } from './JsonField';
import { MarkdownField } from './MarkdownField';
import styles from './schema-form.module.css';

/** Longer texts get a line of their own, then several; the longest are Markdown. */
const SHORT = 150;
const LINE = 250;
const MARKDOWN = 8000;
const GROUPS: ReadonlySet<FormField['type']> = new Set(['references', 'list', 'rows', 'group']);

export interface FormWords {
  readonly title?: string;
  readonly help?: string;
  /** one row of a list: "hint". */
  readonly one?: string;
}
export interface FormFrame {
  /** the whole value that the places lead into. */
  readonly root: Json;
  readonly onChange: (place: Place, value: Json | undefined) => void;
  /** what a field is called, by its pattern: `requirements[].points`. */
  readonly words: (pattern: string) => FormWords | undefined;
  /** what is wrong at a place, and what to do. */
  readonly fault: (place: string) => string | undefined;
  /** draws the control of a field in another way; `undefined` leaves it to the form. */
  readonly draw?: (field: FormField, place: Place, pattern: string) => ReactNode;
}
interface Props {
  readonly fields: readonly FormField[];
  readonly place: Place;
  readonly frame: FormFrame;
}

/** `requirements[3].hints[0].text` → `requirements[].hints[].text`. */
function patternOf(place: Place): string {
  return placeOf(place).replace(/\[\d+\]/g, '[]');
}

/** The fields of a schema, for a value that may still lack anything. `data-place` says which place a field is. */
export function SchemaForm({ fields, place, frame }: Props) {
  return (
    <div className={styles.form}>
      {fields.map((field) => (
        <OneField key={field.key} field={field} place={[...place, field.key]} frame={frame} />
      ))}
    </div>
  );
}

export interface OneFieldProps {
  readonly field: FormField;
  readonly place: Place;
  readonly frame: FormFrame;
}

export function OneField({ field, place, frame }: OneFieldProps) {
  const pattern = patternOf(place);
  const words = frame.words(pattern);
  const own = frame.draw?.(field, place, pattern);
  const named = placeOf(place);
  const label = words?.title ?? field.title;
  const markdown = field.type === 'text' && (field.maxLength ?? 0) >= MARKDOWN;
  return (
    <div className={styles.field} data-place={named} data-wide={isWide(field) || undefined}>
      <Field
        as={GROUPS.has(field.type) || own !== undefined ? 'group' : 'field'}
        inline={field.type === 'switch' && own === undefined}
        label={label}
        help={words?.help ?? field.help}
        error={frame.fault(named)}
        aside={field.required || markdown ? undefined : 'optional'}
      >
        {own ?? <Control field={field} place={place} frame={frame} one={words?.one ?? 'entry'} label={label} />}
      </Field>
    </div>
  );
}

function isWide(field: FormField): boolean {
  return GROUPS.has(field.type) || field.type === 'json' || (field.type === 'text' && (field.maxLength ?? 0) > SHORT);
}

function Control({ field, place, frame, one, label }: OneFieldProps & { one: string; label: string }) {
  const value = valueAt(frame.root, place);
  const write = (next: Json | undefined): void => frame.onChange(place, next);
  switch (field.type) {
    case 'text': {
      const text = typeof value === 'string' ? value : '';
      const max = field.maxLength ?? LINE;
      const onChange = (next: string): void => write(next === '' && !field.required ? undefined : next);
      if (max >= MARKDOWN) return <MarkdownField value={text} label={label} onChange={onChange} />;
      const shared = { value: text, maxLength: max, onChange, placeholder: ghost(field) };
      return max > LINE ? <TextArea rows={2} spellCheck {...shared} /> : <TextInput {...shared} />;
    }
    case 'number':
      return (
        <NumberInput
          value={typeof value === 'number' ? value : undefined}
          placeholder={ghost(field)}
          step={field.integer ? 1 : 'any'}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          {...(field.unit === undefined ? {} : { unit: field.unit })}
          onChange={(next) => write(next === undefined || !field.integer ? next : Math.round(next))}
        />
      );
    case 'switch':
      return <Switch checked={value === undefined ? field.initial === true : value === true} onChange={write} />;
    case 'select': {
      const free = !field.required;
      return (
        <Select
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          options={field.options.map((option) => ({ value: String(option), label: String(option) }))}
          {...(free || value === undefined ? { placeholder: ghost(field) || 'Not set' } : {})}
          onChange={(text) => write(field.options.find((option) => String(option) === text))}
        />
      );
    }
    case 'rows':
      return (
        <List
          place={place}
          frame={frame}
          one={one}
          max={field.max}
          folds={field.fields.some(({ type }) => type === 'rows' || type === 'json' || type === 'group')}
          blank={() => blankOf(field.fields)}
          renderRow={(at) => <SchemaForm fields={field.fields} place={[...place, at]} frame={frame} />}
        />
      );
    case 'list':
      return <Values field={field} place={place} frame={frame} one={one} />;
    case 'group': {
      const inner = <SchemaForm fields={field.fields} place={place} frame={frame} />;
      if (field.required) return <div className={styles.group}>{inner}</div>;
      return (
        <details className={styles.group} open={value !== undefined}>
          <summary>{value === undefined ? 'As usual' : 'Set here'}</summary>
          {inner}
        </details>
      );
    }
    case 'reference':
    case 'references':
    case 'json':
      return <JsonField value={value} label={label} onChange={write} />;
  }
}

/** The default, where nothing is written. */
function ghost(field: FormField): string {
  return field.initial === undefined || typeof field.initial === 'object' ? '' : `${String(field.initial)} (default)`;
}

interface ListProps {
  readonly place: Place;
  readonly frame: FormFrame;
  readonly one: string;
  readonly max: number | undefined;
  /** among several, each shows one line until it is opened. */
  readonly folds?: boolean;
  readonly blank: () => Json;
  readonly renderRow: (at: number) => ReactNode;
}

/** A list of objects, each as a form of its own. */
export function List({ place, frame, one, max, folds = false, blank, renderRow }: ListProps) {
  const rows = listAt(frame.root, place);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const bodyId = useId();
  const canFold = folds && rows.length > 1;
  const change = (next: readonly Json[], shown?: number): void => {
    setOpen(new Set(shown === undefined ? [] : [shown]));
    frame.onChange(place, next);
  };
  const toggle = (at: number): void =>
    setOpen((before) => new Set(before.has(at) ? [...before].filter((other) => other !== at) : [...before, at]));
  return (
    <div className={styles.rows}>
      {rows.map((row, at) => {
        const name = `${one} ${at + 1}`;
        const isOpen = !canFold || open.has(at);
        return (
          <div key={at} className={styles.row} role="group" aria-label={name} data-place={placeOf([...place, at])}>
            <div className={styles.rowHead}>
              {canFold ? (
                <button
                  type="button"
                  className={styles.fold}
                  aria-expanded={isOpen}
                  aria-controls={isOpen ? `${bodyId}-${at}` : undefined}
                  onClick={() => toggle(at)}
                >
                  <ChevronRight aria-hidden="true" />
                  <strong>{name}</strong>
                  <span>{summaryOf(row)}</span>
                </button>
              ) : (
                <span>{name}</span>
              )}
              {at > 0 ? (
                <IconButton
                  size="sm"
                  label={`Move ${name} up`}
                  icon={<ArrowUp aria-hidden="true" />}
                  onClick={() => change(movedUp(rows, at))}
                />
              ) : null}
              <IconButton
                size="sm"
                label={`Remove ${name}`}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => change(rows.filter((_, other) => other !== at))}
              />
            </div>
            {isOpen ? <div id={`${bodyId}-${at}`}>{renderRow(at)}</div> : null}
          </div>
        );
      })}
      <Button
        size="sm"
        icon={<Plus />}
        disabled={max !== undefined && rows.length >= max}
        onClick={() => change([...rows, blank()], rows.length)}
      >
        Add {one}
      </Button>
    </div>
  );
}

/** What a folded row says of itself. */
function summaryOf(row: Json): string {
  const words = ['text', 'title', 'check', 'id'].map((key) => textAt(row, [key]));
  return words.find((one) => one !== '') ?? '';
}

/** A list of plain values. */
function Values({
  field,
  place,
  frame,
  one,
}: OneFieldProps & { field: Extract<FormField, { type: 'list' }>; one: string }) {
  const values = listAt(frame.root, place);
  const { item } = field;
  const free = item.type === 'select' ? item.options.filter((option) => !values.includes(option)) : [];
  const full = field.max !== undefined && values.length >= field.max;
  const isPlain = item.type === 'text' || item.type === 'number';
  return (
    <div className={styles.values}>
      {values.map((value, at) => (
        <div key={at} className={styles.value} data-place={placeOf([...place, at])}>
          {isPlain ? (
            <TextInput
              aria-label={`${one} ${at + 1}`}
              value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
              onChange={(text) => frame.onChange([...place, at], item.type === 'number' ? Number(text) || 0 : text)}
            />
          ) : item.type === 'select' ? (
            <span>{typeof value === 'string' ? value : JSON.stringify(value)}</span>
          ) : (
            <JsonField
              label={`${one} ${at + 1}`}
              value={value}
              onChange={(next) => frame.onChange([...place, at], next)}
            />
          )}
          <IconButton
            size="sm"
            label={`Remove ${one} ${at + 1}`}
            icon={<X aria-hidden="true" />}
            onClick={() => frame.onChange([...place, at], undefined)}
          />
        </div>
      ))}
      {item.type === 'select' ? (
        <Select
          value=""
          fieldSize="sm"
          aria-label={`Add ${one}`}
          placeholder={free.length === 0 ? 'All chosen' : `Add ${one}`}
          options={free.map((option) => ({ value: String(option), label: String(option) }))}
          disabled={full || free.length === 0}
          onChange={(text) => {
            const option = free.find((other) => String(other) === text);
            if (option !== undefined) frame.onChange(place, [...values, option]);
          }}
        />
      ) : (
        <Button
          size="sm"
          icon={<Plus />}
          disabled={full}
          onClick={() =>
            frame.onChange(place, [
              ...values,
              item.type === 'number' ? (item.min ?? 0) : item.type === 'text' ? '' : {},
            ])
          }
        >
          Add {one}
        </Button>
      )}
    </div>
  );
}
