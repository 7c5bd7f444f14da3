import { OPERATOR_NAMES } from './conditions';
import type { PolicyType } from './contract';
import type { Known, KnownService } from './known';
import { ELEMENTS, NAMES_PRINCIPAL } from './parse-statement';

export interface Completion {
  readonly text: string;
  /** what it is, in a word or two. */
  readonly detail?: string;
}
export interface Completions {
  /** offset in the text from which a completion replaces what stands there, up to the caret. */
  readonly from: number;
  readonly options: readonly Completion[];
}
/** What the drawing adds: the ARNs of its resources. */
export interface Surroundings {
  readonly arns: readonly Completion[];
}

interface Place {
  /** offset of the first character of the string at the caret. */
  readonly from: number;
  /** keys from the document down to the string; lists do not count. */
  readonly path: readonly string[];
  readonly isKey: boolean;
}

const plain = (list: Iterable<string>): Completion[] => Array.from(list, (text) => ({ text }));

/** What can stand in the string at the caret; `undefined` when the caret is in no string, or nothing is known of it. */
export function completionsAt(
  text: string,
  caret: number,
  type: PolicyType,
  known: Known,
  { arns }: Surroundings,
): Completions | undefined {
  const place = placeAt(text, caret);
  if (!place) return undefined;
  const typed = text.slice(place.from, caret);
  const options = place.isKey ? keysAt(place.path, type, text, known) : valuesAt(place.path, typed, known, arns);
  return options.length > 0 ? { from: place.from, options } : undefined;
}

function keysAt(path: readonly string[], type: PolicyType, text: string, known: Known): Completion[] {
  if (path.length === 0) return plain(['Version', 'Id', 'Statement']);
  if (path[0] !== 'Statement') return [];
  if (path.length === 1) {
    return plain(
      [...ELEMENTS].filter(
        (name) =>
          !(name.endsWith('Principal') && !NAMES_PRINCIPAL.has(type)) &&
          !(name.endsWith('Resource') && type === 'trust'),
      ),
    );
  }
  if (path[1]?.endsWith('Principal')) return plain(['AWS', 'Service', 'Federated']);
  if (path[1] !== 'Condition') return [];
  return path.length === 2 ? plain(OPERATOR_NAMES) : conditionKeys(text, known);
}

/** Global keys, and those of the services that the document names. */
function conditionKeys(text: string, known: Known): Completion[] {
  const prefixes = new Set([...text.matchAll(/"([a-z0-9-]{1,40}):/gi)].map((match) => (match[1] ?? '').toLowerCase()));
  const services = [...prefixes].flatMap((prefix): KnownService[] => {
    const service = known.service(prefix);
    return service ? [service] : [];
  });
  return [
    ...known.globalKeys.map((key) => ({ text: key, detail: 'global' })),
    ...services.flatMap(({ keys, title }) => keys.map((key) => ({ text: key, detail: title }))),
  ];
}

function valuesAt(path: readonly string[], typed: string, known: Known, arns: readonly Completion[]): Completion[] {
  if (path.length === 1 && path[0] === 'Version') return plain(['2012-10-17']);
  if (path[0] !== 'Statement') return [];
  const [, element] = path;
  if (element === 'Effect') return plain(['Allow', 'Deny']);
  if (element === 'Action' || element === 'NotAction') return actions(typed, known);
  if (element === 'Resource' || element === 'NotResource' || path[2] === 'AWS') return [...arns];
  if (element === 'Condition' && /arn/i.test(path[3] ?? '')) return [...arns];
  if (element === 'Condition' && (path[2] === 'Bool' || path[2] === 'Null')) return plain(['true', 'false']);
  return [];
}

function actions(typed: string, known: Known): Completion[] {
  const colon = typed.indexOf(':');
  const service = colon < 0 ? undefined : known.service(typed.slice(0, colon).toLowerCase());
  if (service) {
    return [...service.actions.values()].map(({ name, levels }) => ({
      text: `${service.prefix}:${name}`,
      detail: levels.join(', '),
    }));
  }
  return known.prefixes.flatMap((prefix) => {
    const listed = known.service(prefix);
    return listed ? [{ text: `${prefix}:`, detail: listed.title }] : [];
  });
}

/** Reads the text up to the caret as far as it is JSON; half a document is the usual case. */
export function placeAt(text: string, caret: number): Place | undefined {
  const path: (string | undefined)[] = [];
  const containers: ('{' | '[')[] = [];
  let key: string | undefined;
  let expectsKey = false;
  for (let at = 0; at < caret; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = closingQuote(text, at);
      if (end >= caret) {
        const named = [...path, expectsKey ? undefined : key].filter((one) => one !== undefined);
        return { from: at + 1, path: named, isKey: expectsKey };
      }
      if (expectsKey) key = text.slice(at + 1, end);
      at = end;
    } else if (char === '{' || char === '[') {
      containers.push(char);
      path.push(key);
      key = undefined;
      expectsKey = char === '{';
    } else if (char === '}' || char === ']') {
      containers.pop();
      path.pop();
      key = undefined;
      expectsKey = false;
    } else if (char === ':') expectsKey = false;
    else if (char === ',') {
      expectsKey = containers[containers.length - 1] === '{';
      if (expectsKey) key = undefined;
    }
  }
  return undefined;
}

/** A string of JSON ends in its line; an open one is taken to end there. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '"' || char === '\n') return at;
  }
  return text.length;
}
