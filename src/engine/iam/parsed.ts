import type { PolicyText } from '../policy-text';
import type { ParsedPolicy, PolicyType } from './contract';
import { parsePolicy } from './parse';

/** Parsed documents: an edit elsewhere does not parse a policy again. By facet, then by text, of which some are kept. */
const known = new WeakMap<PolicyText, Map<PolicyType, ParsedPolicy>>();
const recent = new Map<string, ParsedPolicy>();
const RECENT_LIMIT = 2000;

export function parsed(source: PolicyText, type: PolicyType): ParsedPolicy {
  const before = known.get(source)?.get(type);
  if (before) return before;
  const result = parsedText(source, type);
  known.set(source, new Map([...(known.get(source) ?? []), [type, result]]));
  return result;
}

function parsedText(source: PolicyText, type: PolicyType): ParsedPolicy {
  const key = [type, source.node, source.field, source.name, source.text].join('\n');
  const before = recent.get(key);
  if (before) return before;
  if (recent.size >= RECENT_LIMIT) recent.clear();
  const result = parsePolicy(source.text, source, type);
  recent.set(key, result);
  return result;
}
