import { NumberInput } from '../../kit/NumberInput';
import { Select } from '../../kit/Select';
import { Switch } from '../../kit/Switch';
import { TextArea } from '../../kit/TextArea';
import { TextInput } from '../../kit/TextInput';
import { ghost, isWritten } from './field-props';
import type { FieldOf } from './field-props';

export function TextField(props: FieldOf<'text'>) {
  const { field, path, write, disabled, value } = props;
  const shared = {
    value: isWritten(props) && typeof value === 'string' ? value : '',
    placeholder: ghost(field) || (field.control === 'cidr' ? '10.0.0.0/16' : ''),
    disabled,
    maxLength: field.maxLength,
    onFocus: write.begin,
    onChange: (text: string) => write.commit(path, text === '' && !field.required ? undefined : text, true),
  };
  return field.control === 'multiline' ? (
    <TextArea {...shared} />
  ) : (
    <TextInput {...shared} mono={field.control === 'cidr'} />
  );
}

export function NumberField(props: FieldOf<'number'>) {
  const { field, path, write, disabled, value } = props;
  return (
    <NumberInput
      value={isWritten(props) && typeof value === 'number' ? value : undefined}
      placeholder={ghost(field)}
      disabled={disabled}
      step={field.integer ? 1 : 'any'}
      {...(field.min !== undefined ? { min: field.min } : {})}
      {...(field.max !== undefined ? { max: field.max } : {})}
      {...(field.unit !== undefined ? { unit: field.unit } : {})}
      onFocus={write.begin}
      onChange={(number) => {
        if (number === undefined && field.required) return;
        write.commit(path, number === undefined ? undefined : field.integer ? Math.round(number) : number, true);
      }}
    />
  );
}

export function SwitchField({ value, path, write, disabled }: FieldOf<'switch'>) {
  return (
    <Switch
      checked={value === true}
      disabled={disabled}
      onChange={(checked) => {
        write.begin();
        write.commit(path, checked);
      }}
    />
  );
}

export function SelectField({ value, path, write, disabled, field }: FieldOf<'select'>) {
  const known = field.options.some((option) => option === value);
  const options = field.options.map((option) => ({
    value: String(option),
    label: `${String(option)}${option === field.initial ? ' (default)' : ''}`,
  }));
  if (!known && value !== undefined) options.push({ value: String(value), label: `${String(value)} (unknown)` });
  const optional = !field.required && field.initial === undefined;
  return (
    <Select
      value={value === undefined ? '' : String(value)}
      options={options}
      {...(optional || value === undefined ? { placeholder: 'Not set' } : {})}
      disabled={disabled}
      onChange={(text) => {
        const option = field.options.find((one) => String(one) === text);
        if (option === undefined && !optional) return;
        write.begin();
        write.commit(path, option);
      }}
    />
  );
}
