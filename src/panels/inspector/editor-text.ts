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
