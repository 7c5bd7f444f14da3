import FIELD_HELP from './field-help.json' with { type: 'json' };

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = FIELD_HELP;

/** The help of a field of a kind, by its path in the properties (`routes[0].target`), which only the inspector shows. */
export function helpAt(kind: string, path: string): string | undefined {
  return texts[kind]?.[path.replace(/\[\d+\]/g, '[]')];
}
