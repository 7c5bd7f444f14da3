import type { StatementRef } from '../../model/trace';
import { actionGlob, compileResource, refOf, resourceMatches } from './compile';
import type { Condition, Policy, Statement } from './contract';
import { globMatches } from './wildcard';

/**
 * One action pattern on one resource pattern that an Allow grants. Denials and conditions are not taken off:
 * this is the reach of the grant, for comparing it with what is used.
 */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  readonly statement: StatementRef;
  /** the action has `*` or `?`, or the statement says NotAction. */
  readonly wildcardAction: boolean;
  /** not bound to one resource: `*`, or every resource of a type. */
  readonly wildcardResource: boolean;
  /** `action` is then what the statement leaves out. */
  readonly notAction: boolean;
  /** `resource` is then what the statement leaves out. */
  readonly notResource: boolean;
  /** a condition of the statement leaves some requests out. */
  readonly conditional: boolean;
}
export interface Use {
  readonly action: string;
  readonly resource: string;
}

const statements = new WeakMap<Grant, { readonly statement: Statement; readonly version: Policy['version'] }>();

export function grantsOf(policies: readonly Policy[]): Grant[] {
  return policies.flatMap((policy) =>
    policy.statements.flatMap((statement, index) =>
      statement.effect === 'Allow' ? grantsOfStatement(policy, statement, refOf(policy, index)) : [],
    ),
  );
}

/** A statement with NotAction or NotResource is one grant for all that it leaves out, joined with commas. */
function grantsOfStatement(policy: Policy, statement: Statement, ref: StatementRef): Grant[] {
  const notAction = statement.notAction !== undefined;
  const notResource = statement.notResource !== undefined;
  const actions = statement.notAction ? [statement.notAction.join(', ')] : (statement.action ?? []);
  const resources = statement.notResource ? [statement.notResource.join(', ')] : (statement.resource ?? ['*']);
  return actions.flatMap((action) =>
    resources.map((resource) => {
      const grant: Grant = {
        action,
        resource,
        statement: ref,
        wildcardAction: notAction || /[*?]/.test(action),
        wildcardResource: notResource || isUnbound(resource),
        notAction,
        notResource,
        conditional: statement.conditions.some(narrows),
      };
      statements.set(grant, { statement, version: policy.version });
      return grant;
    }),
  );
}

/** Whoever may send a request may send it over TLS, and `*` fits every value: such a condition leaves nobody out. */
function narrows({ key, values, operator }: Condition): boolean {
  const any = operator.endsWith('Like') && values.some((value) => /^\*+$/.test(value));
  return !any && key.toLowerCase() !== 'aws:securetransport';
}

/** `*`, `arn:…:*`, or `type/*` of an account. An ARN without an account (a bucket) is bound by its first name. */
function isUnbound(resource: string): boolean {
  if (!resource.startsWith('arn:')) return /^[*?]/.test(resource);
  const parts = resource.split(':');
  const tail = parts.slice(5).join(':');
  if (parts.length < 6 || /^[*?]/.test(tail)) return true;
  return parts[4] !== '' && /^[^/:*?]+[/:]\*$/.test(tail);
}

/** Does this grant reach this use? Policy variables are taken to fit. */
export function covers(grant: Grant, use: Use): boolean {
  const origin = statements.get(grant);
  const actions = grant.notAction ? (origin?.statement.notAction ?? []) : [grant.action];
  const resources = grant.notResource ? (origin?.statement.notResource ?? []) : [grant.resource];
  const action = use.action.toLowerCase();
  const namesAction = actions.some((pattern) => globMatches(actionGlob(pattern), action));
  const namesResource = resources.some((pattern) => reaches(pattern, use.resource, origin?.version ?? '2012-10-17'));
  return namesAction !== grant.notAction && namesResource !== grant.notResource;
}

function reaches(pattern: string, resource: string, version: Policy['version']): boolean {
  const open = version === '2012-10-17' ? pattern.replace(/\$\{[^}*?$][^}]*\}/g, '*') : pattern;
  return resourceMatches(compileResource(open, version), resource, () => undefined);
}
