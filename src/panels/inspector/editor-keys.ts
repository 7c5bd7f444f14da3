/** What Tab does in a code editor made of a textarea. */
export interface Edited {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const INDENT = '  ';

/** Tab: two spaces at the caret, or in front of every selected line. */
export function indent({ text, from, to }: Edited): Edited {
  if (from === to) return { text: text.slice(0, from) + INDENT + text.slice(to), from: from + 2, to: from + 2 };
  const start = lineStart(text, from);
  const block = text.slice(start, to);
  const next = block.replace(/^/gm, INDENT);
  return { text: text.slice(0, start) + next + text.slice(to), from: from + 2, to: to + next.length - block.length };
}

/** Shift Tab: takes up to two spaces from the front of every line touched. */
export function outdent({ text, from, to }: Edited): Edited {
  const start = lineStart(text, from);
  const block = text.slice(start, to);
  const next = block.replace(/^ {1,2}/gm, '');
  const first = block.length - block.replace(/^ {1,2}/, '').length;
  return {
    text: text.slice(0, start) + next + text.slice(to),
    from: Math.max(start, from - first),
    to: to - (block.length - next.length),
  };
}

/** Enter: keeps the indentation of the line, one step deeper after an opening bracket. */
export function newline({ text, from, to }: Edited): Edited {
  const start = lineStart(text, from);
  const before = text.slice(start, from);
  const spaces = /^ */.exec(before)?.[0] ?? '';
  const deeper = /[[{]\s*$/.test(before) ? INDENT : '';
  const closing = deeper !== '' && /^\s*[\]}]/.test(text.slice(to)) ? `\n${spaces}` : '';
  const insert = `\n${spaces}${deeper}`;
  const caret = from + insert.length;
  return { text: text.slice(0, from) + insert + closing + text.slice(to), from: caret, to: caret };
}

/** Two-space JSON, or `undefined` when the text is not JSON. */
export function format(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** A string for the caret: in quotes, unless the caret stands inside quotes already. */
export function quoteAt(text: string, at: number, value: string): string {
  const before = text.slice(lineStart(text, at), at).replace(/\\./g, '');
  const inside = (before.match(/"/g)?.length ?? 0) % 2 === 1;
  return inside ? value : JSON.stringify(value);
}

/** The document with the template's statements at its end; the template itself when there is nothing to add to. */
export function addStatements(text: string, template: string): string {
  try {
    const [document, added] = [JSON.parse(text), JSON.parse(template)] as { Statement?: unknown }[];
    if (!document || typeof document !== 'object' || Array.isArray(document) || !added) return template;
    const list = (value: unknown): readonly unknown[] =>
      Array.isArray(value) ? value : value === undefined ? [] : [value];
    return JSON.stringify({ ...document, Statement: [...list(document.Statement), ...list(added.Statement)] }, null, 2);
  } catch {
    return template;
  }
}
