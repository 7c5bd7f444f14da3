import { Plus, X } from 'lucide-react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Select } from '../../kit/Select';
import { TextInput } from '../../kit/TextInput';
import type { Json } from '../../model/json';
import { singular } from './field-props';
import type { FieldOf } from './field-props';
import styles from './inspector.module.css';

/** A list of plain values: addresses, names, event types. */
export function ListField({ field, value, path, write, disabled }: FieldOf<'list'>) {
  const values: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [];
  const noun = singular(field.title);
  const set = (next: readonly Json[]): void => {
    write.begin();
    write.commit(path, next);
  };
  const { item } = field;
  const free = item.type === 'select' ? item.options.filter((option) => !values.includes(option)) : [];
  const full = disabled || (field.max !== undefined && values.length >= field.max);
  return (
    <div className={styles.rows}>
      {values.map((one, index) => (
        <div key={index} className={styles.reference}>
          {item.type === 'select' ? (
            <span className={styles.listValue}>{String(one)}</span>
          ) : (
            <TextInput
              aria-label={`${noun} ${index + 1}`}
              value={String(one ?? '')}
              disabled={disabled}
              onFocus={write.begin}
              onChange={(text) => write.commit(`${path}[${index}]`, item.type === 'number' ? Number(text) : text, true)}
            />
          )}
          <IconButton
            size="sm"
            label={`Remove ${noun} ${index + 1}`}
            icon={<X aria-hidden="true" />}
            disabled={disabled}
            onClick={() => set(values.filter((_, other) => other !== index))}
          />
        </div>
      ))}
      {item.type === 'select' ? (
        <Select
          value=""
          fieldSize="sm"
          aria-label={`Add ${noun}`}
          placeholder={free.length === 0 ? 'All chosen' : `Add ${noun}…`}
          options={free.map((option) => ({ value: String(option), label: String(option) }))}
          disabled={full || free.length === 0}
          onChange={(text) => {
            const option = free.find((one) => String(one) === text);
            if (option !== undefined) set([...values, option]);
          }}
        />
      ) : (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus />}
          disabled={full}
          onClick={() => set([...values, item.type === 'number' ? (item.min ?? 0) : ''])}
        >
          Add {noun}
        </Button>
      )}
    </div>
  );
}
