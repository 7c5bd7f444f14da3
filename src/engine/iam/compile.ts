import type { StatementRef } from '../../model/trace';
import { compileCondition, type CompiledCondition, matchesSegments } from './conditions';
import type { Policy, Statement } from './contract';
import { type Lookup, type Pattern, patternMatches, patternOf, segmentsOf } from './pattern';
import { type Glob, globMatches, globOf, tokensOf } from './wildcard';

export interface CompiledResource {
  readonly source: string;
  readonly everything: boolean;
  /** six parts when the pattern is an ARN, else the pattern as a whole. */
  readonly segments: readonly Pattern[] | undefined;
  readonly whole: Pattern;
}
export interface CompiledStatement {
  readonly statement: Statement;
  readonly ref: StatementRef;
  readonly allows: boolean;
  readonly action: readonly Glob[] | undefined;
  readonly notAction: readonly Glob[] | undefined;
  readonly resource: readonly CompiledResource[] | undefined;
  readonly notResource: readonly CompiledResource[] | undefined;
  readonly conditions: readonly CompiledCondition[];
}

const compiled = new WeakMap<Policy, readonly CompiledStatement[]>();

/** Patterns ready to match; made once per policy object. */
export function compilePolicy(policy: Policy): readonly CompiledStatement[] {
  const known = compiled.get(policy);
  if (known) return known;
  const made = policy.statements.map((statement, index) => compileStatement(policy, statement, index));
  compiled.set(policy, made);
  return made;
}

export function refOf(policy: Policy, index: number): StatementRef {
  const sid = policy.statements[index]?.sid;
  return {
    policy: policy.name,
    statement: index,
    ...(policy.node === undefined ? {} : { node: policy.node }),
    ...(policy.field === undefined ? {} : { field: policy.field }),
    ...(sid === undefined || sid === '' ? {} : { sid }),
  };
}

function compileStatement(policy: Policy, statement: Statement, index: number): CompiledStatement {
  const resources = (list: readonly string[] | undefined) => list?.map((text) => compileResource(text, policy.version));
  return {
    statement,
    ref: refOf(policy, index),
    allows: statement.effect === 'Allow',
    action: statement.action?.map(actionGlob),
    notAction: statement.notAction?.map(actionGlob),
    resource: resources(statement.resource),
    notResource: resources(statement.notResource),
    conditions: statement.conditions.map((condition) => compileCondition(condition, policy.version)),
  };
}

/** Action names compare without regard to case; match them against a lower-case action. */
export function actionGlob(pattern: string): Glob {
  return globOf(tokensOf(pattern.toLowerCase()));
}

export function compileResource(text: string, version: Policy['version']): CompiledResource {
  const whole = patternOf(text, version);
  if (!text.startsWith('arn:')) {
    return { source: text, everything: whole.glob?.everything ?? false, segments: undefined, whole };
  }
  const segments = segmentsOf(whole);
  while (segments.length < 6) segments.push(patternOf('*', version));
  return { source: text, everything: false, segments, whole };
}

/** ARNs match part by part; the last part holds everything after the fifth colon. */
export function resourceMatches(pattern: CompiledResource, resource: string, lookup: Lookup): boolean {
  if (pattern.everything) return true;
  if (pattern.segments) return matchesSegments(pattern.segments, resource, lookup);
  return patternMatches(pattern.whole, resource, lookup);
}

export function actionApplies(statement: CompiledStatement, lowerAction: string): boolean {
  if (statement.action) return statement.action.some((glob) => globMatches(glob, lowerAction));
  return !(statement.notAction ?? []).some((glob) => globMatches(glob, lowerAction));
}

/** A statement without Resource (trust policies) is about the resource it stands on. */
export function resourceApplies(statement: CompiledStatement, resource: string, lookup: Lookup): boolean {
  if (statement.resource) return statement.resource.some((pattern) => resourceMatches(pattern, resource, lookup));
  return !(statement.notResource ?? []).some((pattern) => resourceMatches(pattern, resource, lookup));
}
