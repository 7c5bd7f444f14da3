import { useState } from 'react';
import { TextArea } from '../../kit/TextArea';
import type { Json } from '../../model/json';
import { parseJson } from '../../model/read-json';
import styles from './schema-form.module.css';

interface Props {
  readonly value: Json | undefined;
  readonly label: string;
  readonly onChange: (value: Json | undefined) => void;
}

/** A value of many shapes as JSON. What cannot be read stays in the field and says why. */
export function JsonField({ value, label, onChange }: Props) {
  const [fault, setFault] = useState<string | undefined>(undefined);
  return (
    <>
      <TextArea
        mono
        rows={3}
        aria-label={label}
        aria-invalid={fault === undefined ? undefined : true}
        commit="blur"
        value={value === undefined ? '' : JSON.stringify(value, null, 2)}
        onChange={(text) => {
          if (text.trim() === '') {
            setFault(undefined);
            return onChange(undefined);
          }
          const read = parseJson(text);
          if (read.ok) {
            setFault(undefined);
            onChange(read.value as Json);
          } else setFault(read.problems.map(({ reason, remedy }) => `${reason} ${remedy}`).join(' '));
        }}
      />
      {fault === undefined ? null : <p className={styles.fault}>{fault}</p>}
    </>
  );
}
