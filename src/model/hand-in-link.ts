import * as z from 'zod/mini';
import { parseJson, problemsOf, whole, type Read } from './read-json';
import { readSave, type Save } from './save';
import { someText } from './schema';

export const NAME_LENGTH = 40;

const Envelope = z.strictObject({
  format: z.literal('perimeter-hand-in'),
  version: z.literal(1),
  /** who hands it in, in their own words. */
  by: someText(NAME_LENGTH),
  /** read as a file is: old saves are migrated, and only then looked at closely. */
  save: z.record(z.string(), z.json()),
});

/** Work that travels in a link. */
export interface SentWork {
  readonly by: string;
  readonly save: Save;
}

export function writeSentWork({ by, save }: SentWork): string {
  return JSON.stringify({ format: 'perimeter-hand-in', version: 1, by, save });
}

/** Never throws. */
export function readSentWork(text: string): Read<SentWork> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const read = Envelope.safeParse(json.value);
  if (!read.success) {
    const known = typeof json.value === 'object' && json.value !== null && 'format' in json.value;
    return known
      ? { ok: false, problems: problemsOf(read.error, text) }
      : whole('This link holds no work of Perimeter.', 'Copy the link again with “Hand in”.');
  }
  const save = readSave(JSON.stringify(read.data.save));
  return save.ok ? { ok: true, value: { by: read.data.by, save: save.save } } : save;
}
