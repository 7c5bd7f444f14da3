import type { Policy } from './contract';
import { globMatches, globOf, type Glob, type GlobToken } from './wildcard';

/**
 * A text of a policy with its wildcards and policy variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`,
 * and the escapes `${*}`, `${?}`, `${$}`. What a variable brings in is always literal. Variables exist only
 * under version 2012-10-17.
 */
export type PatternToken = GlobToken | { readonly variable: string; readonly fallback: string | undefined };

/** Values of one condition key, by lower-case name; `undefined` = the key is not in the request. */
export type Lookup = (key: string) => readonly string[] | undefined;

export interface Pattern {
  readonly source: string;
  readonly tokens: readonly PatternToken[];
  /** ready when no variable is in it. */
  readonly glob: Glob | undefined;
}

const VARIABLE = /^([A-Za-z0-9:/_.@=+-]+)(?:\s*,\s*'([^']*)')?$/;

export function patternOf(source: string, version: Policy['version']): Pattern {
  const tokens: PatternToken[] = [];
  let text = '';
  const push = (token: PatternToken) => {
    if (text !== '') tokens.push({ text });
    text = '';
    tokens.push(token);
  };
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? '';
    if (char === '*') push('any');
    else if (char === '?') push('one');
    else if (char === '$' && source[at + 1] === '{' && version === '2012-10-17') {
      const close = source.indexOf('}', at + 2);
      const inner = close < 0 ? '' : source.slice(at + 2, close);
      const variable = inner.length <= 512 ? VARIABLE.exec(inner) : null;
      if (inner === '*' || inner === '?' || inner === '$') text += inner;
      else if (variable) push({ variable: (variable[1] ?? '').toLowerCase(), fallback: variable[2] });
      else {
        text += char;
        continue;
      }
      at = close;
    } else text += char;
  }
  if (text !== '') tokens.push({ text });
  return { source, tokens, glob: fixed(tokens) ? globOf(tokens) : undefined };
}

/** Cuts at the first five colons that stand in the text itself, not in a variable's name. */
export function segmentsOf(pattern: Pattern): Pattern[] {
  const segments: PatternToken[][] = [[]];
  for (const token of pattern.tokens) {
    const current = segments[segments.length - 1];
    if (typeof token === 'string' || !('text' in token)) {
      current?.push(token);
      continue;
    }
    let rest = token.text;
    for (let colon = rest.indexOf(':'); colon >= 0 && segments.length < 6; colon = rest.indexOf(':')) {
      if (colon > 0) segments[segments.length - 1]?.push({ text: rest.slice(0, colon) });
      segments.push([]);
      rest = rest.slice(colon + 1);
    }
    if (rest !== '') segments[segments.length - 1]?.push({ text: rest });
  }
  return segments.map((tokens) => ({
    source: pattern.source,
    tokens,
    glob: fixed(tokens) ? globOf(tokens) : undefined,
  }));
}

export function patternMatches(pattern: Pattern, text: string, lookup: Lookup): boolean {
  const glob = pattern.glob ?? resolved(pattern.tokens, lookup);
  return glob !== undefined && globMatches(glob, text);
}

/** The text with its variables filled in and wildcards as they stand; `undefined` when a variable has no value. */
export function literalOf(pattern: Pattern, lookup: Lookup): string | undefined {
  let out = '';
  for (const token of pattern.tokens) {
    if (token === 'any') out += '*';
    else if (token === 'one') out += '?';
    else {
      const text = 'text' in token ? token.text : valueOf(token, lookup);
      if (text === undefined) return undefined;
      out += text;
    }
  }
  return out;
}

function fixed(tokens: readonly PatternToken[]): tokens is readonly GlobToken[] {
  return tokens.every((token) => typeof token === 'string' || 'text' in token);
}

function resolved(tokens: readonly PatternToken[], lookup: Lookup): Glob | undefined {
  const out: GlobToken[] = [];
  for (const token of tokens) {
    if (typeof token === 'string' || 'text' in token) out.push(token);
    else {
      const text = valueOf(token, lookup);
      if (text === undefined) return undefined;
      out.push({ text });
    }
  }
  return globOf(out);
}

/** A key with several values cannot be used as a variable. */
function valueOf(token: { variable: string; fallback: string | undefined }, lookup: Lookup): string | undefined {
  const values = lookup(token.variable);
  return values?.length === 1 ? values[0] : token.fallback;
}
