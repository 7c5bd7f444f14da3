import { globMatches, globOf, tokensOf } from './wildcard';

/**
 * What AWS's Service Authorization Reference says of some services, as the catalogue hands it over. An action is its
 * access level (L list, R read, W write, P permissions management, T tagging; several letters = several levels) and
 * the places in `types` of the resources it acts on: `R4,9`; without places it acts on no resource of its own.
 */
export interface ActionTable {
  readonly source: string;
  /** every service prefix there is. */
  readonly prefixes: readonly string[];
  /** `aws:SourceVpce`; the last part of `aws:RequestTag/tag-key` stands for any. */
  readonly globalKeys: readonly string[];
  readonly services: Readonly<Record<string, ServiceTable>>;
}
interface ServiceTable {
  readonly title: string;
  /** name, ARN pattern, and `flat` when a wildcard of the pattern stops at a slash. */
  readonly types: readonly (readonly string[])[];
  readonly actions: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
}

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';
const LEVELS: Readonly<Record<string, AccessLevel>> = {
  L: 'List',
  R: 'Read',
  W: 'Write',
  P: 'Permissions management',
  T: 'Tagging',
};

export interface ResourceType {
  readonly name: string;
  readonly arn: string;
  readonly flat: boolean;
}
export interface KnownAction {
  readonly name: string;
  readonly levels: readonly AccessLevel[];
  readonly types: readonly ResourceType[];
}
export interface KnownService {
  readonly prefix: string;
  readonly title: string;
  /** by lower-case name. */
  readonly actions: ReadonlyMap<string, KnownAction>;
  readonly keys: readonly string[];
}
/** The table, made ready for questions. */
export interface Known {
  readonly prefixes: readonly string[];
  readonly globalKeys: readonly string[];
  /** `undefined`: a service that the table does not list, or that does not exist (`prefixes` knows). */
  service(prefix: string): KnownService | undefined;
}

export function knownFrom(table: ActionTable): Known {
  const ready = new Map<string, KnownService>();
  return {
    prefixes: table.prefixes,
    globalKeys: table.globalKeys,
    service: (prefix) => {
      const found = ready.get(prefix);
      if (found || !Object.hasOwn(table.services, prefix)) return found;
      const source = table.services[prefix];
      if (!source) return undefined;
      const made = serviceOf(prefix, source);
      ready.set(prefix, made);
      return made;
    },
  };
}

function serviceOf(prefix: string, { title, types: rows, actions, keys }: ServiceTable): KnownService {
  const types = rows.map(([name = '', arn = '', flat]): ResourceType => ({ name, arn, flat: flat === 'flat' }));
  return {
    prefix,
    title,
    keys,
    actions: new Map(
      Object.entries(actions).map(([name, text]) => {
        const letters = /^[A-Z]+/.exec(text)?.[0] ?? '';
        const places = text.slice(letters.length);
        const action: KnownAction = {
          name,
          levels: [...letters].flatMap((letter) => LEVELS[letter] ?? []),
          types: places === '' ? [] : places.split(',').flatMap((place) => types[Number(place)] ?? []),
        };
        return [name.toLowerCase(), action];
      }),
    ),
  };
}

/** The actions of a service that a name with wildcards means. */
export function actionsLike(service: KnownService, name: string): readonly KnownAction[] {
  const lower = name.toLowerCase();
  if (!/[*?]/.test(lower)) {
    const found = service.actions.get(lower);
    return found ? [found] : [];
  }
  const glob = globOf(tokensOf(lower));
  return [...service.actions].flatMap(([key, action]) => (globMatches(glob, key) ? [action] : []));
}

/** Can an ARN of this type fit the policy's resource? Both sides may hold wildcards. */
export function mayBe(resource: string, type: ResourceType): boolean {
  if (resource === '*') return true;
  const wanted = partsOf(resource.replaceAll(/\$\{[^}]*\}/g, '*'));
  const parts = partsOf(type.arn);
  return parts.every((part, at) => meet(wanted[at] ?? '*', part, type.flat && at === 5));
}

/** The six parts of an ARN; the last holds what follows the fifth colon. */
function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])];
}

/** Is there a text that fits both globs? Wildcards of `other` stop at a slash when it is `flat`. */
function meet(one: string, other: string, flat: boolean): boolean {
  // reach[j]: one[0…i] and other[0…j] can be filled with the same text.
  const stars = /^\**/.exec(other)?.[0].length ?? 0;
  let reach = Array.from({ length: other.length + 1 }, (_, at) => at <= stars);
  for (const char of one) {
    const next = Array.from({ length: other.length + 1 }, () => false);
    if (char === '*') next[0] = reach[0] ?? false;
    for (let at = 1; at <= other.length; at += 1) {
      const wild = other[at - 1] === '*';
      const skips = wild && (next[at - 1] ?? false);
      const eats = wild && (reach[at] ?? false) && !(flat && char === '/');
      if (char === '*') next[at] = (reach[at] ?? false) || (next[at - 1] ?? false) || eats;
      else next[at] = skips || eats || ((reach[at - 1] ?? false) && !wild && (char === '?' || char === other[at - 1]));
    }
    reach = next;
  }
  return reach[other.length] ?? false;
}
