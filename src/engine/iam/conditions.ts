import { contains, rangeOf } from './addresses';
import type { Condition, Policy } from './contract';
import { secondsOf } from './instants';
import { literalOf, type Lookup, type Pattern, patternMatches, patternOf, segmentsOf } from './pattern';

/** Does one value of the request match the one value of the policy? */
type Test = (actual: string, lookup: Lookup) => boolean;
interface Operator {
  /** `StringNotEquals` is `StringEquals` with the answer turned round over all values. */
  readonly negated: boolean;
  compile(value: string, version: Policy['version']): Test;
}

export interface CompiledCondition {
  readonly condition: Condition;
  readonly key: string;
  readonly negated: boolean;
  readonly tests: readonly Test[];
}

const never: Test = () => false;

const stringEquals =
  (fold: (text: string) => string) =>
  (value: string, version: Policy['version']): Test => {
    const pattern = patternOf(value, version);
    const fixed = pattern.tokens.every((token) => typeof token === 'string' || 'text' in token);
    if (!fixed) {
      return (actual, lookup) => {
        const text = literalOf(pattern, lookup);
        return text !== undefined && fold(text) === fold(actual);
      };
    }
    const text = fold(literalOf(pattern, () => undefined) ?? value);
    return (actual) => fold(actual) === text;
  };

const stringLike = (value: string, version: Policy['version']): Test => {
  const pattern = patternOf(value, version);
  return (actual, lookup) => patternMatches(pattern, actual, lookup);
};

/** All six parts of an ARN, each compared on its own; a wildcard never crosses a colon of the first five. */
const arnLike = (value: string, version: Policy['version']): Test => {
  const segments = segmentsOf(patternOf(value, version));
  if (segments.length < 6) return never;
  return (actual, lookup) => matchesSegments(segments, actual, lookup);
};

export function matchesSegments(segments: readonly Pattern[], arn: string, lookup: Lookup): boolean {
  let from = 0;
  for (let index = 0; index < 6; index += 1) {
    const pattern = segments[index];
    const colon = index < 5 ? arn.indexOf(':', from) : arn.length;
    if (!pattern || colon < 0) return false;
    if (!patternMatches(pattern, arn.slice(from, colon), lookup)) return false;
    from = colon + 1;
  }
  return true;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : undefined;
}

type Read = (text: string) => number | undefined;
const compared =
  (read: Read, holds: (actual: number, wanted: number) => boolean) =>
  (value: string): Test => {
    const wanted = read(value);
    if (wanted === undefined) return never;
    return (actual) => {
      const number = read(actual);
      return number !== undefined && holds(number, wanted);
    };
  };

/** IAM User Guide, policy variables: they stand in conditions on strings and ARNs only. */
const bool = (value: string): Test => {
  const wanted = value.toLowerCase();
  return wanted === 'true' || wanted === 'false' ? (actual) => actual.toLowerCase() === wanted : never;
};

const ipAddress = (value: string): Test => {
  const range = rangeOf(value);
  if (!range) return never;
  return (actual) => {
    const address = rangeOf(actual);
    return address !== undefined && contains(range, address);
  };
};

const same = (text: string) => text;
const lower = (text: string) => text.toLowerCase();
const affirm = (compile: Operator['compile']): Operator => ({ negated: false, compile });
const negate = (compile: Operator['compile']): Operator => ({ negated: true, compile });
const ordered = (prefix: string, read: Read): [string, Operator][] => [
  [`${prefix}Equals`, affirm(compared(read, (a, b) => a === b))],
  [`${prefix}NotEquals`, negate(compared(read, (a, b) => a === b))],
  [`${prefix}LessThan`, affirm(compared(read, (a, b) => a < b))],
  [`${prefix}LessThanEquals`, affirm(compared(read, (a, b) => a <= b))],
  [`${prefix}GreaterThan`, affirm(compared(read, (a, b) => a > b))],
  [`${prefix}GreaterThanEquals`, affirm(compared(read, (a, b) => a >= b))],
];

/** Every operator but `Null`, which asks about the key and not about a value. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['StringEquals', affirm(stringEquals(same))],
  ['StringNotEquals', negate(stringEquals(same))],
  ['StringEqualsIgnoreCase', affirm(stringEquals(lower))],
  ['StringNotEqualsIgnoreCase', negate(stringEquals(lower))],
  ['StringLike', affirm(stringLike)],
  ['StringNotLike', negate(stringLike)],
  ...ordered('Numeric', numberOf),
  ...ordered('Date', secondsOf),
  ['Bool', affirm(bool)],
  ['BinaryEquals', affirm((value) => (actual) => actual === value)],
  ['IpAddress', affirm(ipAddress)],
  ['NotIpAddress', negate(ipAddress)],
  ['ArnEquals', affirm(arnLike)],
  ['ArnLike', affirm(arnLike)],
  ['ArnNotEquals', negate(arnLike)],
  ['ArnNotLike', negate(arnLike)],
]);

export const OPERATOR_NAMES: readonly string[] = [...OPERATORS.keys(), 'Null'];

/** `ForAnyValue:StringLikeIfExists` → its parts; `undefined` when AWS knows no such operator. */
export function parseOperator(text: string): Pick<Condition, 'operator' | 'qualifier' | 'ifExists'> | undefined {
  const qualifier = text.startsWith('ForAllValues:')
    ? ('ForAllValues' as const)
    : text.startsWith('ForAnyValue:')
      ? ('ForAnyValue' as const)
      : undefined;
  const rest = qualifier ? text.slice(qualifier.length + 1) : text;
  const ifExists = rest.endsWith('IfExists');
  const operator = ifExists ? rest.slice(0, -'IfExists'.length) : rest;
  if (operator === 'Null' ? ifExists : !OPERATORS.has(operator)) return undefined;
  return qualifier ? { operator, qualifier, ifExists } : { operator, ifExists };
}

export function compileCondition(condition: Condition, version: Policy['version']): CompiledCondition {
  const operator = OPERATORS.get(condition.operator);
  return {
    condition,
    key: condition.key.toLowerCase(),
    negated: operator?.negated ?? false,
    tests: operator ? condition.values.map((value) => operator.compile(value, version)) : [],
  };
}

/**
 * Missing keys: a plain operator is false, a negated one true, `IfExists` true, `ForAllValues` true,
 * `ForAnyValue` false (even with `IfExists`, which it applies to each value and there is none).
 */
export function conditionHolds(compiled: CompiledCondition, lookup: Lookup): boolean {
  const { condition, negated, tests } = compiled;
  const actual = lookup(compiled.key);
  const absent = actual === undefined || actual.length === 0;
  if (condition.operator === 'Null')
    return condition.values.some((value) => (value.toLowerCase() === 'true') === absent);
  const matches = (value: string) => tests.some((test) => test(value, lookup));
  if (condition.qualifier === 'ForAllValues') return absent || actual.every((value) => matches(value) !== negated);
  if (condition.qualifier === 'ForAnyValue') return !absent && actual.some((value) => matches(value) !== negated);
  if (absent) return negated || condition.ifExists;
  return actual.some(matches) !== negated;
}
