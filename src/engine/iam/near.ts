import type { Reason, StatementRef } from '../../model/trace';
import { actionApplies, type CompiledStatement, compilePolicy, resourceApplies } from './compile';
import { type CompiledCondition, conditionHolds } from './conditions';
import type { Layer, Policy } from './contract';
import { namingOf, type Question } from './matching';

/** Why a layer stayed silent: the Allow that came closest, and the one thing about it that did not fit. */
export interface NearMiss {
  readonly reason: Reason;
  readonly statements: readonly StatementRef[];
}
type Values = Readonly<Record<string, string | number>>;

export function explainSilence(
  layer: Layer,
  policies: readonly Policy[],
  question: Question,
  values: Values,
): NearMiss {
  let best: { score: number; what: string; values: Values; compiled: CompiledStatement } | undefined;
  for (const policy of policies) {
    for (const compiled of compilePolicy(policy)) {
      if (!compiled.allows) continue;
      const miss = missOf(compiled, question);
      if (miss && (!best || miss.score > best.score)) best = { ...miss, compiled };
    }
  }
  if (!best) return { reason: { code: `iam.${layer}-silent`, values }, statements: [] };
  return {
    reason: {
      code: `iam.${layer}-near-${best.what}`,
      values: { ...values, ...best.values, policy: best.compiled.ref.policy, statement: labelOf(best.compiled.ref) },
    },
    statements: [best.compiled.ref],
  };
}

/** How a sentence calls a statement: by its Sid, or by its number counted from 1. */
export function labelOf(ref: StatementRef): string {
  return ref.sid === undefined ? `${ref.statement + 1}` : `“${ref.sid}”`;
}

function brief(list: readonly string[]): string {
  const shown = list.slice(0, 3).join(', ');
  return list.length > 3 ? `${shown} and ${list.length - 3} more` : shown;
}

function missOf(
  compiled: CompiledStatement,
  question: Question,
): { score: number; what: string; values: Values } | undefined {
  const { request, lookup } = question;
  const { statement } = compiled;
  const resource = resourceApplies(compiled, request.resource, lookup);
  const principal = namingOf(compiled, question) !== 'nobody';
  if (!actionApplies(compiled, question.action)) {
    const sibling = siblingOf(statement.action, question.action);
    if (!sibling || !resource || !principal) return undefined;
    return { score: statement.resource?.includes('*') ? 1 : 2, what: 'action', values: { pattern: sibling } };
  }
  const failed = compiled.conditions.find((condition) => !conditionHolds(condition, lookup));
  if (!resource) return resourceMiss(statement.resource, statement.notResource, request.resource, principal && !failed);
  if (!principal) {
    return { score: failed ? 5 : 6, what: 'principal', values: { pattern: principalsOf(compiled) } };
  }
  return failed ? { score: 7, ...conditionMiss(failed, question) } : undefined;
}

/** Among the actions that the statement allows, one of the same service. */
function siblingOf(actions: readonly string[] | undefined, action: string): string | undefined {
  const prefix = action.slice(0, action.indexOf(':') + 1);
  const siblings = (actions ?? []).filter((pattern) => prefix !== '' && pattern.toLowerCase().startsWith(prefix));
  return siblings.length > 0 ? brief(siblings) : undefined;
}

function resourceMiss(
  listed: readonly string[] | undefined,
  not: readonly string[] | undefined,
  resource: string,
  rest: boolean,
) {
  const score = rest ? 4 : 3;
  if (!listed) return { score, what: 'not-resource', values: { pattern: brief(not ?? []) } };
  let closest = listed[0] ?? '';
  let shared = -1;
  for (const pattern of listed) {
    let length = 0;
    while (length < pattern.length && pattern[length] === resource[length]) length += 1;
    if (length > shared) [closest, shared] = [pattern, length];
  }
  const inside = closest !== '' && resource.startsWith(`${closest}/`);
  const values = { pattern: closest };
  return inside ? { score: score + 0.5, what: 'inside', values } : { score, what: 'resource', values };
}

function conditionMiss(failed: CompiledCondition, question: Question): { what: string; values: Values } {
  const values = conditionValues(failed, question);
  if (failed.condition.operator === 'Null') return { what: 'null', values };
  return { what: (question.lookup(failed.key) ?? []).length > 0 ? 'condition' : 'missing-key', values };
}

/** A condition as the sentences tell it. */
export function conditionValues({ condition, key }: CompiledCondition, question: Question): Values {
  const qualifier = condition.qualifier ? `${condition.qualifier}:` : '';
  const actual = question.lookup(key) ?? [];
  return {
    operator: `${qualifier}${condition.operator}${condition.ifExists ? 'IfExists' : ''}`,
    key: condition.key,
    expected: brief(condition.values),
    actual: actual.length > 0 ? brief(actual) : 'nothing',
  };
}

function principalsOf({ statement }: CompiledStatement): string {
  if (statement.principal) return brief(statement.principal.map((pattern) => pattern.value));
  return `everyone but ${brief((statement.notPrincipal ?? []).map((pattern) => pattern.value))}`;
}
