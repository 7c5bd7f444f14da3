import { actionApplies, actionGlob, type CompiledStatement, compilePolicy, resourceApplies } from './compile';
import { conditionHolds } from './conditions';
import type { AuthorisationRequest, Caller, Policy, PrincipalPattern } from './contract';
import type { Lookup } from './pattern';
import { globMatches } from './wildcard';

/** How a policy names the caller. It decides which other layers still limit the grant. */
export type Naming = 'everyone' | 'direct' | 'service' | 'role' | 'account';

/** A request made ready: names in lower case, who the caller is in every form a policy may use. */
export interface Question {
  readonly request: AuthorisationRequest;
  readonly action: string;
  readonly lookup: Lookup;
  readonly account: string | undefined;
  readonly roleArn: string | undefined;
}
export interface Match {
  readonly compiled: CompiledStatement;
  readonly naming: Naming | undefined;
}

export function questionOf(request: AuthorisationRequest): Question {
  const { caller, context } = request;
  const values = new Map<string, readonly string[]>();
  for (const key of Object.keys(context)) values.set(key.toLowerCase(), context[key] ?? []);
  return {
    request,
    action: request.action.toLowerCase(),
    lookup: (key) => values.get(key),
    account: caller.account ?? accountOf(caller.arn),
    roleArn: caller.roleArn ?? roleOf(caller),
  };
}

function accountOf(arn: string): string | undefined {
  const account = arn.startsWith('arn:') ? arn.split(':', 5)[4] : undefined;
  return account === '' ? undefined : account;
}

function roleOf(caller: Caller): string | undefined {
  if (caller.type !== 'role-session') return undefined;
  const parts = caller.arn.split(':');
  const [kind, role] = (parts[5] ?? '').split('/');
  if (kind === 'role') return caller.arn;
  return kind === 'assumed-role' && role ? `arn:${parts[1] ?? 'aws'}:iam::${parts[4] ?? ''}:role/${role}` : undefined;
}

/** A statement that applies, and how it names the caller. Identity, boundary, session and SCP name nobody. */
export function applies(compiled: CompiledStatement, question: Question): Match | undefined {
  if (!actionApplies(compiled, question.action)) return undefined;
  if (!resourceApplies(compiled, question.request.resource, question.lookup)) return undefined;
  const naming = namingOf(compiled, question);
  if (naming === 'nobody') return undefined;
  for (const condition of compiled.conditions) if (!conditionHolds(condition, question.lookup)) return undefined;
  return { compiled, naming };
}

export function namingOf(compiled: CompiledStatement, question: Question): Naming | 'nobody' | undefined {
  const { principal, notPrincipal } = compiled.statement;
  if (principal) return strongest(principal, question) ?? 'nobody';
  if (notPrincipal) return excluded(notPrincipal, question, compiled.allows) ? 'nobody' : 'everyone';
  return undefined;
}

/** From the grant that needs least beside it to the one that needs most. */
export const NAMINGS: readonly Naming[] = ['everyone', 'direct', 'service', 'role', 'account'];

function strongest(patterns: readonly PrincipalPattern[], question: Question): Naming | undefined {
  let best: Naming | undefined;
  for (const pattern of patterns) {
    const naming = named(pattern, question);
    if (naming && (best === undefined || NAMINGS.indexOf(naming) < NAMINGS.indexOf(best))) best = naming;
  }
  return best;
}

function named(pattern: PrincipalPattern, question: Question): Naming | undefined {
  const { caller } = question.request;
  if (pattern.kind === 'everyone') return 'everyone';
  if (pattern.kind === 'service') {
    return caller.type === 'service' && (pattern.value === caller.arn || pattern.value === '*') ? 'service' : undefined;
  }
  if (pattern.kind !== 'aws') return pattern.value === caller.arn ? 'direct' : undefined;
  const account = accountNamed(pattern.value);
  if (account !== undefined) {
    if (caller.type === 'service' || caller.type === 'anonymous' || account !== question.account) return undefined;
    return caller.type === 'root' ? 'direct' : 'account';
  }
  if (pattern.value === question.roleArn) return 'role';
  return pattern.value === caller.arn ? 'direct' : undefined;
}

/** `111122223333` or `arn:aws:iam::111122223333:root`. */
function accountNamed(value: string): string | undefined {
  if (/^\d{12}$/.test(value)) return value;
  return /^arn:[a-z-]+:iam::(\d{12}):root$/.exec(value)?.[1];
}

/**
 * `NotPrincipal`. A caller is several principals at once: the session, its role, its account. A Deny spares
 * only a caller whose every form is listed; an Allow reaches only a caller of whom no form is listed.
 */
function excluded(patterns: readonly PrincipalPattern[], question: Question, allows: boolean): boolean {
  if (patterns.some((pattern) => pattern.kind === 'everyone')) return true;
  const { caller } = question.request;
  const listed = (arn: string) => patterns.some((pattern) => pattern.value === arn);
  const forms = [listed(caller.arn)];
  if (caller.type !== 'service' && caller.type !== 'anonymous') {
    if (question.roleArn !== undefined && question.roleArn !== caller.arn) forms.push(listed(question.roleArn));
    if (question.account !== undefined)
      forms.push(patterns.some((pattern) => accountNamed(pattern.value) === question.account));
  }
  return allows ? forms.some(Boolean) : forms.every(Boolean);
}

/** `s3:Get*` against `s3:GetObject`, without regard to case. */
export function matchesAction(pattern: string, action: string): boolean {
  return globMatches(actionGlob(pattern), action.toLowerCase());
}

export interface Applied {
  readonly allows: readonly Match[];
  readonly denies: readonly Match[];
}
const NOTHING: Applied = { allows: [], denies: [] };

export function applyAll(policies: readonly Policy[] | undefined, question: Question): Applied {
  if (!policies || policies.length === 0) return NOTHING;
  const allows: Match[] = [];
  const denies: Match[] = [];
  for (const policy of policies) {
    for (const compiled of compilePolicy(policy)) {
      const match = applies(compiled, question);
      if (match) (compiled.allows ? allows : denies).push(match);
    }
  }
  return { allows, denies };
}
