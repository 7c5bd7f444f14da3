import type { Json } from '../../model/json';
import { isFunctionName } from '../cloudformation';

/** Never stands in JSON text: there it is escaped. */
const MARK = '\u0000';

function isIntrinsic(value: Json): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const [key, more] = Object.keys(value);
  return key !== undefined && more === undefined && isFunctionName(key);
}

/** JSON as one text, as a property of a template takes it; what refers to others stays a reference, joined in. */
export function jsonText(value: Json): Json {
  const found: Json[] = [];
  const marked = (one: Json): Json => {
    if (isIntrinsic(one)) {
      found.push(one);
      return `${MARK}${found.length - 1}${MARK}`;
    }
    if (Array.isArray(one)) return one.map((item: Json) => marked(item));
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, item]) => [key, marked(item)]));
  };
  const parts = JSON.stringify(marked(value)).split(/\\u0000\d+\\u0000/);
  if (found.length === 0) return parts[0] ?? '';
  return {
    'Fn::Join': ['', parts.flatMap((text, index) => [text, found[index] ?? []].slice(0, index < found.length ? 2 : 1))],
  };
}
