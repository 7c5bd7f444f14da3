import type { Answers } from './answers';
import { Diagram } from './diagram';
import { parseJson, problemsOf, whole, type Read } from './read-json';
import { readSave } from './save';
import { Attempt, Solution } from './scenario';

/** A design that somebody hands in. `scenario` is the id that a save names; a bare diagram names none. */
export interface HandIn {
  readonly diagram: Diagram;
  readonly scenario?: string;
  /** what was foretold. */
  readonly answers?: Answers;
}

/** Reads a save, or a diagram by itself (`{ "nodes": … }`), from somebody nobody vouches for. Never throws. */
export function readHandIn(text: string): Read<HandIn> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const { value } = json;
  if (typeof value === 'object' && value !== null) {
    if ('format' in value && value.format === 'perimeter-save') {
      const read = readSave(text);
      if (!read.ok) return read;
      const { diagram, scenario, answers } = read.save;
      return { ok: true, value: { diagram, scenario, ...(answers && { answers }) } };
    }
    if ('nodes' in value) {
      const read = Diagram.safeParse(value);
      if (!read.success) return { ok: false, problems: problemsOf(read.error, text) };
      return { ok: true, value: { diagram: read.data } };
    }
  }
  return whole(
    'This is neither a save nor a diagram of Perimeter.',
    'Hand in the file that “Save to a file” makes, or a diagram with “nodes”.',
  );
}

export function readSolution(text: string): Read<Solution> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const read = Solution.safeParse(json.value);
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf(read.error, text) };
}

export function readAttempt(text: string): Read<Attempt> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const read = Attempt.safeParse(json.value);
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf(read.error, text) };
}
