/**
 * A JSON reader that remembers where every value stands and sees duplicate keys, which `JSON.parse` hides.
 * Linear in the text, bounded in depth, never throws. Objects are lists of members, so no key is special.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  | { readonly kind: 'number'; readonly at: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'null'; readonly at: number };
export type JsonObject = Extract<JsonNode, { kind: 'object' }>;
export interface JsonMember {
  readonly key: string;
  readonly at: number;
  readonly value: JsonNode;
}
export interface JsonDefect {
  readonly at: number;
  readonly message: string;
  readonly remedy: string;
}
export type JsonResult = { readonly root: JsonNode } | { readonly defect: JsonDefect };

const MAX_DEPTH = 24;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

export function readJson(text: string): JsonResult {
  return new Reader(text).document();
}

/** Line and column, from 1, of an offset in a text. */
export function placesOf(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The first defect ends the reading; `value` then unwinds with `undefined`. */
class Reader {
  private at = 0;
  private defect: JsonDefect | undefined;
  constructor(private readonly text: string) {}

  document(): JsonResult {
    this.space();
    if (this.at >= this.text.length)
      this.fail('The policy document is empty.', 'Write a JSON object with Version and Statement.');
    const root = this.defect ? undefined : this.value(0);
    if (root) {
      this.space();
      if (this.at < this.text.length) {
        this.fail('There is text after the end of the document.', 'Remove what follows the closing bracket.');
      }
    }
    if (this.defect) return { defect: this.defect };
    return root
      ? { root }
      : { defect: { at: 0, message: 'The document is not JSON.', remedy: 'Write a JSON object.' } };
  }

  private fail(message: string, remedy: string, at = this.at): undefined {
    this.defect ??= { at, message, remedy };
    return undefined;
  }

  private space(): void {
    for (; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  private value(depth: number): JsonNode | undefined {
    if (depth > MAX_DEPTH) return this.fail('The document is nested too deeply.', 'A policy needs at most six levels.');
    const at = this.at;
    switch (this.text[at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"': {
        const value = this.string();
        return value === undefined ? undefined : { kind: 'string', at, value };
      }
      case undefined:
        return this.fail('The document ends where a value should stand.', 'Complete it and close every bracket.');
      case "'":
        return this.fail('JSON strings stand in double quotes.', 'Replace the single quotes.');
      case '/':
        return this.fail('JSON has no comments.', 'Remove the comment; use Sid to name a statement.');
      default:
        return this.scalar(at);
    }
  }

  private scalar(at: number): JsonNode | undefined {
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number !== undefined) {
      this.at += number.length;
      return { kind: 'number', at, text: number };
    }
    WORD.lastIndex = at;
    const word = WORD.exec(this.text)?.[0];
    if (word === undefined) return this.fail('A value is missing here.', 'Write a string, a list or an object.');
    if (word !== 'true' && word !== 'false' && word !== 'null') {
      return this.fail(`“${word.slice(0, 40)}” is not a JSON value.`, 'Put text in double quotes.');
    }
    this.at += word.length;
    return word === 'null' ? { kind: 'null', at } : { kind: 'boolean', at, value: word === 'true' };
  }

  private array(depth: number): JsonNode | undefined {
    const at = this.at;
    const items: JsonNode[] = [];
    this.at += 1;
    this.space();
    if (this.text[this.at] === ']') {
      this.at += 1;
      return { kind: 'array', at, items };
    }
    for (;;) {
      this.space();
      const item = this.value(depth + 1);
      if (!item) return undefined;
      items.push(item);
      const more = this.separator(']', 'list', at);
      if (more === undefined) return undefined;
      if (!more) return { kind: 'array', at, items };
    }
  }

  private object(depth: number): JsonNode | undefined {
    const at = this.at;
    const members: JsonMember[] = [];
    const seen = new Set<string>();
    this.at += 1;
    this.space();
    if (this.text[this.at] === '}') {
      this.at += 1;
      return { kind: 'object', at, members };
    }
    for (;;) {
      this.space();
      const keyAt = this.at;
      if (this.text[keyAt] !== '"')
        return this.fail('A key in double quotes should stand here.', 'Write "Key": value.');
      const key = this.string();
      if (key === undefined) return undefined;
      if (seen.has(key)) {
        return this.fail(
          `The key “${key.slice(0, 60)}” stands here twice.`,
          'Merge the two into one; lists hold several values.',
          keyAt,
        );
      }
      seen.add(key);
      this.space();
      if (this.text[this.at] !== ':') return this.fail('A colon is missing after the key.', 'Write "Key": value.');
      this.at += 1;
      this.space();
      const value = this.value(depth + 1);
      if (!value) return undefined;
      members.push({ key, at: keyAt, value });
      const more = this.separator('}', 'object', at);
      if (more === undefined) return undefined;
      if (!more) return { kind: 'object', at, members };
    }
  }

  /** After a value: `true` = a comma and more, `false` = closed, `undefined` = a defect. */
  private separator(close: string, what: string, opened: number): boolean | undefined {
    this.space();
    const found = this.text[this.at];
    if (found === close) {
      this.at += 1;
      return false;
    }
    if (found === undefined) return this.fail(`This ${what} is never closed.`, `Add the missing ${close}.`, opened);
    if (found !== ',') return this.fail(`A comma or ${close} is missing here.`, 'Separate the values with commas.');
    const comma = this.at;
    this.at += 1;
    this.space();
    if (this.text[this.at] === close) {
      return this.fail('A comma stands before the closing bracket.', 'Remove the last comma.', comma);
    }
    return true;
  }

  private string(): string | undefined {
    const opened = this.at;
    let out = '';
    let from = this.at + 1;
    for (this.at = from; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === 34) {
        out += this.text.slice(from, this.at);
        this.at += 1;
        return out;
      }
      if (code < 32)
        return this.fail('This string is not closed on its line.', 'Add the missing double quote.', opened);
      if (code !== 92) continue;
      out += this.text.slice(from, this.at);
      const letter = this.text[this.at + 1] ?? '';
      if (letter === 'u') {
        const hex = this.text.slice(this.at + 2, this.at + 6);
        if (!/^[0-9a-fA-F]{4}$/.test(hex))
          return this.fail('\\u needs four hexadecimal digits.', 'Correct the escape.');
        out += String.fromCharCode(parseInt(hex, 16));
        this.at += 5;
      } else {
        const plain = ESCAPES.get(letter);
        if (plain === undefined) return this.fail('JSON does not know this escape.', 'Write \\\\ for a backslash.');
        out += plain;
        this.at += 1;
      }
      from = this.at + 1;
    }
    return this.fail('This string is never closed.', 'Add the missing double quote.', opened);
  }
}
