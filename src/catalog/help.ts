import FIELD_HELP from './field-help.json' with { type: 'json' };

interface FieldWords {
  readonly help?: string;
  /** AWS's own name of the property. */
  readonly aws?: string;
}
const words: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = FIELD_HELP;
const NONE: FieldWords = {};

/** What only the inspector shows of a field of a kind, by its path in the properties (`routes[0].target`). */
export function wordsAt(kind: string, path: string): FieldWords {
  return words[kind]?.[path.replace(/\[\d+\]/g, '[]')] ?? NONE;
}
