import type * as z from 'zod/mini';

/** What a value can be, in words for people. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  record: 'an object',
  undefined: 'nothing',
};

export const MISSING = 'This is missing.';
/** What is said of text in a wrong form where the schema says nothing better. */
export const MISWRITTEN = 'This is not written as it must be.';

const UNITS: Readonly<Record<string, string>> = { string: 'character', array: 'item' };

/** `at least 1 character`, `more than 0`. */
function bound(words: string, limit: number | bigint, origin: string): string {
  const unit = UNITS[origin];
  return `${words} ${limit}${unit === undefined ? '' : ` ${unit}${Number(limit) === 1 ? '' : 's'}`}.`;
}

/** One sentence for what does not fit, as a form shows it below a field. zod/mini brings no words of its own. */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? MISSING : `This must be ${TYPE_NAMES[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Choose one of ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      if (issue.minimum === 1 && issue.origin in UNITS && issue.inclusive !== false) return 'This must not be empty.';
      return bound(issue.inclusive === false ? 'More than' : 'At least', issue.minimum, issue.origin);
    case 'too_big':
      return bound(issue.inclusive === false ? 'Less than' : 'At most', issue.maximum, issue.origin);
    case 'not_multiple_of':
      return `A multiple of ${issue.divisor}.`;
    case 'unrecognized_keys':
      return `Nothing here is called ${issue.keys.map((key) => `“${key}”`).join(', ')}.`;
    case 'invalid_format':
      return MISWRITTEN;
    case 'invalid_union':
      return 'This fits none of the forms that are possible.';
    default:
      return 'This does not fit.';
  }
}
