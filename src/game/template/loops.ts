import { FORBIDDEN_KEYS } from '../../model/json-limits';
import type { Json } from '../../model/json';
import type { Ignored } from './outcome';
import { isJsonFields } from './values';

type Fields = { readonly [key: string]: Json };

const LOOP = 'Fn::ForEach::';
/** Where AWS carries loops out and something is drawn of it. */
const SECTIONS = ['Conditions', 'Resources'] as const;
/** Loops in loops can make very much out of little. */
const MOST_VALUES = 200_000;

export interface Unrolled {
  readonly template: Fields;
  /** logical id → the outermost loop that made it. */
  readonly origins: ReadonlyMap<string, string>;
  readonly lost: readonly Ignored[];
}

/**
 * Carries out `Fn::ForEach` of the transform `AWS::LanguageExtensions`. `items` gives what a loop goes through;
 * `undefined` when the template does not say it.
 */
export function unrolled(template: Fields, items: (collection: Json) => readonly string[] | undefined): Unrolled {
  const loops = new Loops(items);
  const made = SECTIONS.flatMap((name): [string, Json][] => {
    const section = template[name];
    return isJsonFields(section) && JSON.stringify(section).includes(`"${LOOP}`)
      ? [[name, loops.section(section)]]
      : [];
  });
  if (made.length === 0) return { template, origins: new Map(), lost: [] };
  return { template: { ...template, ...Object.fromEntries(made) }, origins: loops.origins, lost: loops.lost };
}

class Loops {
  readonly origins = new Map<string, string>();
  readonly lost: Ignored[] = [];
  private left = MOST_VALUES;

  constructor(private readonly items: (collection: Json) => readonly string[] | undefined) {}

  section(fields: Fields): Json {
    const made = Object.entries(fields).flatMap(([key, value]): [string, Json][] => {
      if (!key.startsWith(LOOP)) return [[key, this.value(value)]];
      const turns = this.turns(key, value);
      for (const [name] of turns) this.origins.set(name, key);
      return turns;
    });
    return Object.fromEntries(made);
  }

  private value(value: Json): Json {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => this.value(one));
    return Object.fromEntries(this.entries(value as Fields));
  }

  private entries(fields: Fields): [string, Json][] {
    return Object.entries(fields).flatMap(([key, value]): [string, Json][] =>
      key.startsWith(LOOP) ? this.turns(key, value) : [[key, this.value(value)]],
    );
  }

  /** What one loop gives, turn by turn. */
  private turns(key: string, loop: Json): [string, Json][] {
    const [identifier, collection, body] = Array.isArray(loop) ? (loop as readonly Json[]) : [];
    const items = collection === undefined ? undefined : this.items(collection);
    if (typeof identifier !== 'string' || !isJsonFields(body) || !items) {
      this.lost.push({ resource: key, reason: 'The template does not say what this loop goes through.' });
      return [];
    }
    const made = items.flatMap((item) => this.entries(this.filled(body, identifier, item) as Fields));
    if (this.left < 0) {
      this.lost.push({ resource: key, reason: 'This loop makes too much. What goes too far is left out.' });
    }
    return made.filter(([name]) => !FORBIDDEN_KEYS.has(name));
  }

  private filled(value: Json, identifier: string, item: string): Json {
    this.left -= 1;
    if (typeof value === 'string') return inserted(value, identifier, item);
    if (value === null || typeof value !== 'object') return value;
    if (this.left < 0) return Array.isArray(value) ? [] : {};
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => this.filled(one, identifier, item));
    const fields = value as Fields;
    if (fields['Ref'] === identifier && Object.keys(fields).length === 1) return item;
    return Object.fromEntries(
      Object.entries(fields).map(([key, one]) => [inserted(key, identifier, item), this.filled(one, identifier, item)]),
    );
  }
}

/** `&{Name}` leaves only letters and digits, so that it can stand in a logical id. */
function inserted(text: string, identifier: string, item: string): string {
  return text
    .replaceAll(`\${${identifier}}`, () => item)
    .replaceAll(`&{${identifier}}`, () => item.replace(/[^A-Za-z0-9]/g, ''));
}
