import type { Parameter, ParameterValues } from '../../game/template/parameters';
import { Field } from '../../kit/Field';
import { Select } from '../../kit/Select';
import { TextInput } from '../../kit/TextInput';
import styles from './template.module.css';

interface Props {
  readonly parameters: readonly Parameter[];
  readonly values: ParameterValues;
  readonly onChange: (values: ParameterValues) => void;
}

/** What CloudFormation would ask for before it makes the stack. Nobody needs to type a secret here. */
export function ImportParameters({ parameters, values, onChange }: Props) {
  const shown = parameters.filter(({ secret }) => !secret);
  const [asked, usual] = [
    shown.filter((one) => one.usual === undefined),
    shown.filter((one) => one.usual !== undefined),
  ];
  const set = (name: string, value: string): void => {
    const { [name]: _before, ...others } = values;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  const fields = (list: readonly Parameter[]) => (
    <div className={styles.parameters}>
      {list.map((parameter) => (
        <Field key={parameter.name} label={parameter.name} help={parameter.description} aside={parameter.type}>
          <ParameterInput
            parameter={parameter}
            value={values[parameter.name] ?? ''}
            onChange={(value) => set(parameter.name, value)}
          />
        </Field>
      ))}
    </div>
  );
  if (shown.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>Parameters</h3>
      {asked.length > 0 ? (
        <details open={asked.length <= 6}>
          <summary>
            Without a value in the template <span>{asked.length}</span>
          </summary>
          {fields(asked)}
        </details>
      ) : null}
      {usual.length > 0 ? (
        <details>
          <summary>
            With a default <span>{usual.length}</span>
          </summary>
          {fields(usual)}
        </details>
      ) : null}
    </section>
  );
}

interface InputProps {
  readonly parameter: Parameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ParameterInput({ parameter: { allowed, standIn }, value, onChange }: InputProps) {
  if (allowed.length > 0) {
    const options = allowed.map((one) => ({ value: one, label: one === '' ? '(empty)' : one }));
    return <Select value={value === '' ? standIn : value} onChange={onChange} options={options} />;
  }
  return <TextInput value={value} onChange={onChange} commit="blur" mono placeholder={standIn} />;
}
