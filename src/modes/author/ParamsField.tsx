import { checkForm } from '../../game/author/check-form';
import { textAt, valueAt, type Place } from '../../game/author/place';
import type { Rules } from '../../game/judge';
import { JsonField } from '../../panels/schema-form/JsonField';
import { SchemaForm, type FormFrame } from '../../panels/schema-form/SchemaForm';
import styles from './views.module.css';

interface Props {
  /** of the parameters; the check stands beside them. */
  readonly place: Place;
  readonly frame: FormFrame;
  readonly rules: Rules;
}

/** The parameters of a check, as a form from the check's own schema. */
export function ParamsField({ place, frame, rules }: Props) {
  const fields = checkForm(rules.checks, textAt(frame.root, [...place.slice(0, -1), 'check']));
  if (!fields) {
    return (
      <JsonField
        label="Parameters"
        value={valueAt(frame.root, place)}
        onChange={(value) => frame.onChange(place, value)}
      />
    );
  }
  if (fields.length === 0) return <p className={styles.help}>This check has no parameters.</p>;
  return <SchemaForm fields={fields} place={place} frame={frame} />;
}
