import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { formOf } from '../../src/catalog/form-model';
import { writeAt } from '../../src/game/author/place';
import type { Json } from '../../src/model/json';
import { choice, flag, int, list, someText, text } from '../../src/model/schema';
import { SchemaForm, type FormFrame } from '../../src/panels/schema-form/SchemaForm';

const schema = z.strictObject({
  title: someText(80),
  note: text(600),
  story: someText(8000),
  size: z.optional(int(1, 9)),
  loud: flag(false),
  mood: choice(['calm', 'wild'], 'calm'),
  names: list(text(40), 2),
  rows: list(z.strictObject({ text: someText(80), inner: list(z.strictObject({ id: text(9) }), 3) }), 4),
  rest: z._default(z.record(z.string(), z.json()), {}),
});

let current: Json = {};
function Form({ initial, fault }: { readonly initial: Json; readonly fault?: FormFrame['fault'] }) {
  const [root, setRoot] = useState(initial);
  current = root;
  const frame: FormFrame = {
    root,
    onChange: (place, value) => setRoot((before) => writeAt(before, place, value) ?? {}),
    words: (pattern) => (pattern === 'rows' ? { one: 'row' } : undefined),
    fault: fault ?? (() => undefined),
  };
  return <SchemaForm fields={formOf(schema)} place={[]} frame={frame} />;
}
const user = userEvent.setup();
afterEach(cleanup);

describe('the form of a schema', () => {
  test('writes every type of field, and takes out what is emptied', async () => {
    render(<Form initial={{ size: 3 }} />);
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Ab');
    await user.click(screen.getByRole('switch', { name: 'Loud' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Mood' }), 'wild');
    await user.clear(screen.getByRole('spinbutton', { name: 'Size' }));
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Add entry' }));
    await user.type(screen.getByRole('textbox', { name: 'entry 1' }), 'x');
    expect(current).toEqual({ title: 'Ab', loud: true, mood: 'wild', names: ['x'] });
  });

  test('shows a value of the wrong type as nothing, and does not fail', () => {
    render(<Form initial={{ title: 5, size: 'big', names: 'none', rows: { a: 1 }, mood: ['calm'] }} />);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('');
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Size' }).value).toBe('');
    expect(screen.queryByRole('group', { name: 'row 1' })).toBeNull();
  });

  test('says what is wrong beside the field', () => {
    render(<Form initial={{}} fault={(place) => (place === 'title' ? 'Nothing is written here yet.' : undefined)} />);
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveAccessibleDescription(/Nothing is written here yet/);
    expect(screen.getByRole('textbox', { name: 'Title' })).toBeInvalid();
  });

  test('folds rows that hold rows, once there are several, and opens a new one', async () => {
    render(<Form initial={{ rows: [{ text: 'First', inner: [] }] }} />);
    expect(within(screen.getByRole('group', { name: 'row 1' })).getByRole('textbox', { name: 'Text' })).toHaveValue(
      'First',
    );
    await user.click(screen.getByRole('button', { name: 'Add row' }));
    const first = screen.getByRole('group', { name: 'row 1' });
    expect(within(first).queryByRole('textbox')).toBeNull();
    await user.type(
      within(screen.getByRole('group', { name: 'row 2' })).getByRole('textbox', { name: 'Text' }),
      'Second',
    );
    await user.click(screen.getByRole('button', { name: 'Move row 2 up' }));
    expect(current).toMatchObject({ rows: [{ text: 'Second' }, { text: 'First' }] });
    await user.click(within(screen.getByRole('group', { name: 'row 2' })).getByRole('button', { name: /First/ }));
    expect(within(screen.getByRole('group', { name: 'row 2' })).getByRole('textbox', { name: 'Text' })).toHaveValue(
      'First',
    );
    await user.click(screen.getByRole('button', { name: 'Remove row 1' }));
    expect(current).toMatchObject({ rows: [{ text: 'First' }] });
  });

  test('keeps JSON that cannot be read in its field, and says why', async () => {
    render(<Form initial={{ rest: { a: 1 } }} />);
    const field = screen.getByRole('textbox', { name: 'Rest' });
    await user.clear(field);
    await user.type(field, '{{ "a": ');
    await user.tab();
    expect(screen.getByText(/The text ends too early/)).toBeVisible();
    expect(field).toHaveValue('{ "a": ');
    expect(current).toEqual({ rest: { a: 1 } });
    await user.type(field, '2 }');
    await user.tab();
    expect(current).toEqual({ rest: { a: 2 } });
  });
});
