import type { JsonNode } from './json';

/** Takes one defect: offset in the text, path in the document, what is wrong, what to do. */
type Report = (at: number, path: string, message: string, remedy: string) => void;
export interface Reporter {
  readonly error: Report;
  readonly warn: Report;
}

/** One string or a list of strings. `null` in a list is skipped where AWS skips it. */
export function strings(
  node: JsonNode,
  path: string,
  { error, warn }: Reporter,
  skipNull = false,
): { at: number; value: string }[] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item, index) => {
    if (item.kind === 'string') return [{ at: item.at, value: item.value }];
    const place = node.kind === 'array' ? `${path}[${index}]` : path;
    if (item.kind === 'null' && skipNull && node.kind === 'array') {
      warn(item.at, place, 'null in this list means nothing.', 'Remove it.');
    } else error(item.at, place, 'A string should stand here.', 'Write one string or a list of strings.');
    return [];
  });
}
