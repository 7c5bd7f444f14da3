/**
 * Filter patterns of CloudWatch Logs, as far as they can be about a record of CloudTrail ("Filter pattern syntax").
 * `{ ($.eventName = "DeleteEndpoint") && ($.errorCode NOT EXISTS) }` reads fields; words without braces are looked for
 * in the text; an empty pattern takes every event. What cannot be read takes none.
 */
export type Fields = ReadonlyMap<string, string>;
type Test = (fields: Fields) => boolean;

const TOKENS = /\s*(&&|\|\||[()]|!=|=|"(?:[^"\\]|\\.)*"|[^\s()&|=!"]+)/y;

export function matchesPattern(pattern: string, fields: Fields): boolean {
  const text = pattern.trim();
  if (text === '') return true;
  if (!text.startsWith('{')) return matchesWords(text, fields);
  if (!text.endsWith('}')) return false;
  const tokens = tokensOf(text.slice(1, -1));
  if (!tokens) return false;
  const read = either(tokens);
  return read !== undefined && read.rest.length === 0 && read.test(fields);
}

/** All plain words must be there, one of those with `?`, and none of those with `-`. */
function matchesWords(text: string, fields: Fields): boolean {
  const event = [...fields].map(([name, value]) => `"${name}": "${value}"`).join(', ');
  const words = text.match(/[?-]?(?:"[^"]*"|\S+)/g) ?? [];
  const bare = (word: string) => word.replace(/^[?-]/, '').replaceAll('"', '');
  const any = words.filter((word) => word.startsWith('?'));
  return (
    words.every((word) => word.startsWith('?') || event.includes(bare(word)) !== word.startsWith('-')) &&
    (any.length === 0 || any.some((word) => event.includes(bare(word))))
  );
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKENS.lastIndex < end) {
    const found = TOKENS.exec(text);
    if (found?.[1] === undefined) return undefined;
    tokens.push(found[1]);
  }
  return tokens;
}

interface Read {
  readonly test: Test;
  readonly rest: readonly string[];
}

function either(tokens: readonly string[]): Read | undefined {
  return chain(tokens, '||', both, (a, b) => (fields) => a(fields) || b(fields));
}

function both(tokens: readonly string[]): Read | undefined {
  return chain(tokens, '&&', single, (a, b) => (fields) => a(fields) && b(fields));
}

function chain(
  tokens: readonly string[],
  sign: string,
  part: (tokens: readonly string[]) => Read | undefined,
  join: (a: Test, b: Test) => Test,
): Read | undefined {
  let read = part(tokens);
  while (read && read.rest[0] === sign) {
    const next = part(read.rest.slice(1));
    if (!next) return undefined;
    read = { test: join(read.test, next.test), rest: next.rest };
  }
  return read;
}

function single(tokens: readonly string[]): Read | undefined {
  const [first, second, third] = tokens;
  if (first === '(') {
    const inner = either(tokens.slice(1));
    return inner?.rest[0] === ')' ? { test: inner.test, rest: inner.rest.slice(1) } : undefined;
  }
  if (!first?.startsWith('$.')) return undefined;
  const name = first.slice(2);
  if (second === 'EXISTS') return { test: (fields) => fields.has(name), rest: tokens.slice(2) };
  if (second === 'NOT' && third === 'EXISTS') return { test: (fields) => !fields.has(name), rest: tokens.slice(3) };
  if ((second !== '=' && second !== '!=') || third === undefined) return undefined;
  const value = valueOf(third);
  const test: Test = (fields) => {
    const found = fields.get(name);
    return found !== undefined && value.test(found) === (second === '=');
  };
  return { test, rest: tokens.slice(3) };
}

/** `*` stands for any run of characters. */
function valueOf(token: string): RegExp {
  const text = token.startsWith('"') ? token.slice(1, -1) : token;
  const parts = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}
