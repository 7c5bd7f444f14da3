import { scenarioForm } from '../../game/author/scenario-form';
import { OneField, SchemaForm, type FormFrame } from '../../panels/schema-form/SchemaForm';
import styles from './views.module.css';

const SECTIONS = scenarioForm();

/** Every field of the scenario that is not drawn and not a requirement. */
export function FieldsView({ frame }: { readonly frame: FormFrame }) {
  return (
    <div className={styles.fields}>
      {SECTIONS.map(({ id, title, fields }) => (
        <section key={id} className={styles.section} aria-label={title}>
          <h2>{title}</h2>
          {fields.length === 1 && fields[0] ? (
            <OneField field={fields[0]} place={[fields[0].key]} frame={frame} />
          ) : (
            <SchemaForm fields={fields} place={[]} frame={frame} />
          )}
        </section>
      ))}
    </div>
  );
}
