import { rangeOf } from './addresses';
import { numberOf, OPERATOR_NAMES, parseOperator } from './conditions';
import type { Condition, Statement } from './contract';
import { secondsOf } from './instants';
import type { JsonMember, JsonNode } from './json';
import type { Reporter } from './parse-report';

export function parseConditions(
  node: JsonNode,
  path: string,
  effect: Statement['effect'],
  reporter: Reporter,
): Condition[] {
  if (node.kind !== 'object') {
    reporter.error(node.at, path, 'Condition is an object.', 'Write { "StringEquals": { "key": "value" } }.');
    return [];
  }
  const conditions = node.members.flatMap((member) => parseOperatorBlock(member, path, reporter));
  if (effect === 'Allow') warnOfVacuity(node, conditions, path, reporter);
  return conditions;
}

function parseOperatorBlock(
  { key: name, at, value: block }: JsonMember,
  path: string,
  reporter: Reporter,
): Condition[] {
  const place = `${path}.${name.slice(0, 60)}`;
  if (block.kind !== 'object') {
    reporter.error(
      block.at,
      place,
      'An operator holds an object of condition keys.',
      'Write { "StringEquals": { "key": "value" } }.',
    );
    return [];
  }
  const operator = parseOperator(name);
  if (!operator) {
    // AWS accepts any name as long as no key stands below it.
    if (block.members.length > 0) {
      reporter.error(at, place, `“${name.slice(0, 60)}” is not a condition operator.`, nearest(name));
    }
    return [];
  }
  return block.members.map(({ key, at: keyAt, value }) => {
    const keyPlace = `${place}.${key.slice(0, 120)}`;
    if (!key.includes(':') && value.kind !== 'object') {
      reporter.warn(
        keyAt,
        keyPlace,
        'A condition key has a service prefix, as in aws:SourceVpce.',
        'Check the name of the key.',
      );
    }
    const values = readValues(value, keyPlace, reporter);
    for (const item of values) checkValue(operator.operator, item, keyPlace, reporter);
    if (values.length === 0 && value.kind === 'array') {
      reporter.warn(value.at, keyPlace, 'A condition without values never matches.', 'Add a value, or remove the key.');
    }
    return { ...operator, key, values: values.map((item) => item.value) };
  });
}

function readValues(node: JsonNode, path: string, { error }: Reporter): { at: number; value: string }[] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item) => {
    if (item.kind === 'string') return [{ at: item.at, value: item.value }];
    if (item.kind === 'boolean') return [{ at: item.at, value: String(item.value) }];
    if (item.kind === 'number') return [{ at: item.at, value: item.text }];
    error(
      item.at,
      path,
      'A condition value is a string, a number, true or false.',
      'Write one value or a list of values.',
    );
    return [];
  });
}

function checkValue(
  operator: string,
  { at, value }: { at: number; value: string },
  path: string,
  { error, warn }: Reporter,
): void {
  const variable = value.includes('${');
  if (operator.startsWith('Date') && secondsOf(value) === undefined) {
    error(at, path, 'This is not a date.', 'Write it as 2026-01-31T00:00:00Z, or as seconds since 1970.');
  } else if (operator.startsWith('Numeric') && numberOf(value) === undefined) {
    warn(at, path, 'This is not a number, so it never matches.', 'Write digits.');
  } else if ((operator === 'Bool' || operator === 'Null') && !/^(true|false)$/i.test(value)) {
    warn(at, path, `${operator} compares with "true" or "false".`, 'Write one of the two.');
  } else if (operator.endsWith('IpAddress') && rangeOf(value) === undefined) {
    warn(at, path, 'This is not an IP address range, so it never matches.', 'Write it as 203.0.113.0/24.');
  } else if (operator.startsWith('Arn') && !variable && value.split(':').length < 6) {
    warn(at, path, 'This is not a whole ARN, so it never matches.', 'Write all six parts; each may be *.');
  } else if (/^String(Not)?Equals/.test(operator) && /[*?]/.test(value) && !variable) {
    warn(at, path, `${operator} takes * and ? literally.`, 'Use StringLike for wildcards.');
  }
}

/** `ForAllValues` is true when the key is absent: in an Allow that opens the door it should guard. */
function warnOfVacuity(node: JsonNode, conditions: readonly Condition[], path: string, { warn }: Reporter): void {
  for (const { qualifier, key } of conditions) {
    const lower = key.toLowerCase();
    const guarded = conditions.some(
      (other) =>
        other.key.toLowerCase() === lower &&
        other.operator === 'Null' &&
        other.values.every((value) => value === 'false'),
    );
    if (qualifier === 'ForAllValues' && !guarded) {
      warn(
        node.at,
        path,
        `ForAllValues is also true when ${key.slice(0, 120)} is absent.`,
        `Add "Null": { "${key.slice(0, 120)}": "false" }.`,
      );
    }
  }
}

function nearest(name: string): string {
  const lower = name.toLowerCase();
  const close = OPERATOR_NAMES.find((known) => known.toLowerCase() === lower);
  return close
    ? `Write “${close}”; names are case-sensitive.`
    : 'Use an operator such as StringEquals, ArnLike or Bool.';
}
