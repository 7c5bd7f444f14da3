/** Where something stands in a JSON text. `line` counts from 1. */
export interface SyntaxFault {
  readonly line: number;
  readonly reason: string;
  readonly remedy: string;
}

export interface JsonMap {
  /** path (`["nodes","a","props"]` as JSON) → offset of its key or value. */
  readonly offsets: ReadonlyMap<string, number>;
  readonly fault?: SyntaxFault;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const DEEPEST = 200;

class Fault extends Error {
  constructor(
    readonly offset: number,
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(reason);
  }
}

/**
 * Walks a JSON text and notes where every value stands. Browsers word their syntax errors differently and some give no
 * place at all, so the place and the words are found here. Only runs after a text turned out to be wrong.
 */
export function mapJson(text: string): JsonMap {
  const offsets = new Map<string, number>();
  let at = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return undefined;
    at = pattern.lastIndex;
    return match[0];
  }
  const skip = () => take(SPACE);

  function value(path: readonly (string | number)[]): void {
    skip();
    const key = JSON.stringify(path);
    if (!offsets.has(key)) offsets.set(key, at);
    if (path.length > DEEPEST) throw new Fault(at, `It is nested deeper than ${DEEPEST} levels.`, 'Flatten it.');
    const sign = text[at];
    if (sign === '{') return record(path);
    if (sign === '[') return list(path);
    if (sign === '"') {
      if (take(STRING) === undefined)
        throw new Fault(at, 'This text does not end properly.', 'Close it with a double quote on the same line.');
      return;
    }
    if ((take(NUMBER) || take(WORD)) === undefined) throw unexpected(text, at);
  }

  function record(path: readonly (string | number)[]): void {
    at += 1;
    skip();
    if (text[at] === '}') return void (at += 1);
    for (;;) {
      skip();
      const start = at;
      const key = take(STRING);
      if (key === undefined) {
        if (text[at] === '}') throw new Fault(at, 'There is a comma before the closing brace.', 'Remove that comma.');
        throw new Fault(at, 'A key in double quotes is expected here.', 'Write "key": value.');
      }
      const inner = [...path, JSON.parse(key) as string];
      offsets.set(JSON.stringify(inner), start);
      skip();
      if (text[at] !== ':') throw new Fault(at, 'A colon is missing after the key.', 'Write "key": value.');
      at += 1;
      value(inner);
      if (!more('}')) return;
    }
  }

  function list(path: readonly (string | number)[]): void {
    at += 1;
    skip();
    if (text[at] === ']') return void (at += 1);
    for (let index = 0; ; index += 1) {
      skip();
      if (text[at] === ']') throw new Fault(at, 'There is a comma before the closing bracket.', 'Remove that comma.');
      value([...path, index]);
      if (!more(']')) return;
    }
  }

  function more(end: string): boolean {
    skip();
    const sign = text[at];
    if (sign !== ',' && sign !== end) {
      if (at >= text.length)
        throw new Fault(at, 'The text ends too early.', 'A part of the file is missing; get it again.');
      throw new Fault(at, `A comma or “${end}” is missing here.`, 'Check the end of the line before.');
    }
    at += 1;
    return sign === ',';
  }

  try {
    value([]);
    skip();
    if (at < text.length)
      throw new Fault(at, 'Something follows after the end.', 'Remove everything after the last brace.');
    return { offsets };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { offsets, fault: { line: lineAt(text, error.offset), reason: error.reason, remedy: error.remedy } };
  }
}

function unexpected(text: string, at: number): Fault {
  if (at >= text.length)
    return new Fault(at, 'The text ends too early.', 'A part of the file is missing; get it again.');
  const sign = text[at] ?? '';
  if (sign === "'") return new Fault(at, 'Single quotes are not JSON.', 'Use double quotes.');
  if (sign === '/') return new Fault(at, 'JSON has no comments.', 'Remove the comment.');
  return new Fault(
    at,
    `“${sign}” is not expected here.`,
    'Write a text in double quotes, a number, true, false, null, a list or an object.',
  );
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The line of a path, or of the nearest thing around it that stands in the text. */
export function lineOf(text: string, map: JsonMap, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = map.offsets.get(JSON.stringify(path.slice(0, length)));
    if (offset !== undefined) return lineAt(text, offset);
  }
  return undefined;
}
