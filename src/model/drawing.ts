import * as z from 'zod/mini';
import { Account } from './account';
import type { Diagram } from './diagram';
import { parseJson, problemsOf, whole, type Read } from './read-json';
import { makeSave, readSave } from './save';
import { someText } from './schema';

/** In place of a scenario's id in the work that a drawing holds. */
const NOWHERE = 'sandbox';

/** Letters. */
export const DRAWING_NAME = 120;

const Envelope = z.strictObject({
  format: z.literal('perimeter-drawing'),
  version: z.literal(1),
  name: someText(DRAWING_NAME),
  account: z.prefault(Account, {}),
  /** read as a file is: old saves are migrated, and only then looked at closely. */
  save: z.record(z.string(), z.json()),
});

/** A drawing of the sandbox: no scenario, so its name and its account come along. */
export interface Drawing {
  readonly name: string;
  readonly account: Account;
  readonly diagram: Diagram;
}

/** `at`: ISO 8601. */
export function writeDrawing({ name, account, diagram }: Drawing, at: string): string {
  const save = makeSave(NOWHERE, diagram, at);
  return JSON.stringify({ format: 'perimeter-drawing', version: 1, name, account, save }, null, 2);
}

/** Never throws. */
export function readDrawing(content: string): Read<Drawing> {
  const json = parseJson(content);
  if (!json.ok) return json;
  const read = Envelope.safeParse(json.value);
  if (!read.success) {
    const known = typeof json.value === 'object' && json.value !== null && 'format' in json.value;
    return known
      ? { ok: false, problems: problemsOf(read.error, content) }
      : whole('This is not a drawing of Perimeter.', 'Choose a file that the sandbox saved.');
  }
  const { name, account } = read.data;
  const save = readSave(JSON.stringify(read.data.save));
  if (!save.ok)
    return {
      ok: false,
      problems: save.problems.map(({ line: _line, ...one }) => ({ ...one, place: within(one.place) })),
    };
  return { ok: true, value: { name, account, diagram: save.save.diagram } };
}

function within(place: string): string {
  return place === '' ? 'save' : `save.${place}`;
}
