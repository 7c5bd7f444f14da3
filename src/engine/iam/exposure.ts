import { rangeOf } from './addresses';
import type { Condition, Policy, Statement } from './contract';

/** Keys that bind a grant to a known caller or place when they are compared with fixed values. */
const BINDING_KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceip',
  'aws:vpcsourceip',
  // Key policies say it in this way (KMS Developer Guide, condition keys).
  'kms:calleraccount',
  'aws:userid',
]);
const BINDING_OPERATORS: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
  'IpAddress',
]);
/** Ranges with a shorter prefix are “very broad” and bind nothing (S3 User Guide, the meaning of “public”). */
const SHORTEST_PREFIX = { 4: 8, 6: 32 } as const;

/** Does this policy grant anything to everybody, as S3 Block Public Access understands “public”? */
export function isPublic(policy: Policy | undefined): boolean {
  return policy?.statements.some(grantsPublicly) ?? false;
}

export function grantsPublicly({ effect, principal, notPrincipal, conditions }: Statement): boolean {
  const everybody = notPrincipal !== undefined || principal?.some(({ kind }) => kind === 'everyone') === true;
  return effect === 'Allow' && everybody && !conditions.some(binds);
}

function binds(condition: Condition): boolean {
  if (condition.ifExists || condition.qualifier === 'ForAllValues' || condition.values.length === 0) return false;
  if (!BINDING_OPERATORS.has(condition.operator) || !BINDING_KEYS.has(condition.key.toLowerCase())) return false;
  return condition.values.every((value) =>
    condition.operator === 'IpAddress' ? !isVeryBroad(value) : !/[*?]|\$\{/.test(value) || boundArn(condition, value),
  );
}

function isVeryBroad(value: string): boolean {
  const range = rangeOf(value);
  return range !== undefined && range.prefix < SHORTEST_PREFIX[range.family];
}

/** An ARN pattern still binds when its account is fixed. */
function boundArn(condition: Condition, value: string): boolean {
  return condition.key.toLowerCase().endsWith('arn') && /^arn:[^:]+:[^:]*:[^:]*:\d{12}:/.test(value);
}
