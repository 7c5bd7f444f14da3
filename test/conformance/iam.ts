import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorise } from '../../src/engine/iam/authorise';
import type { Caller, Decision, Policy, PolicySet, PolicyType } from '../../src/engine/iam/contract';
import { parsePolicy } from '../../src/engine/iam/parse';

export interface IamConformance {
  readonly suite: string;
  readonly total: number;
  readonly agree: number;
  readonly differences: Difference[];
}
interface Difference {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
  readonly why?: string;
}

interface Named {
  readonly name: string;
  readonly policy: unknown;
}
interface Level {
  readonly level?: string;
  readonly policies: readonly (Named | unknown)[];
}
export interface AuthorisationCase {
  readonly id: string;
  readonly request: {
    readonly principal: string;
    readonly action: string;
    readonly resource: string;
    readonly resourceAccount?: string;
    readonly context?: Readonly<Record<string, unknown>>;
  };
  readonly identity?: readonly Named[] | null;
  readonly boundary?: readonly Named[] | null;
  readonly session?: readonly Named[] | Named | null;
  readonly scps?: readonly Level[] | null;
  readonly rcps?: readonly Level[] | null;
  readonly resourcePolicy?: unknown;
  readonly endpoint?: readonly Named[] | null;
  readonly expected: string;
}
interface ValidityCase {
  readonly document: unknown;
  readonly valid: boolean;
  readonly error?: string;
}

/** Runs the cases of other people through our own code: every `iam/*.jsonl`, each case by its shape. */
export function runIam(suitesDir: string): IamConformance[] {
  const folder = join(suitesDir, 'iam');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => {
      const suite = `iam/${file.slice(0, -'.jsonl'.length)}`;
      const cases = lines<AuthorisationCase | ValidityCase>(join(folder, file));
      const authorisation = cases.filter((one): one is AuthorisationCase => 'request' in one);
      const validity = cases.filter((one): one is ValidityCase => 'document' in one);
      return [
        ...(authorisation.length > 0 ? [runAuthorisation(suite, authorisation)] : []),
        ...(validity.length > 0 ? [runValidity(suite, validity)] : []),
      ];
    });
}

export function runAuthorisation(suite: string, cases: readonly AuthorisationCase[]): IamConformance {
  const differences = cases.flatMap((one): Difference[] => {
    const outcome = decideCase(one);
    if ('refused' in outcome) return [{ id: one.id, expected: one.expected, got: 'refused', why: outcome.refused }];
    const got = outcome.decision.verdict;
    const same = one.expected === 'Denied' ? got !== 'Allowed' : got === one.expected;
    if (same) return [];
    return [
      {
        id: one.id,
        expected: one.expected,
        got,
        why: outcome.decision.steps.map(({ reason }) => reason.code).join(' → '),
      },
    ];
  });
  return { suite, total: cases.length, agree: cases.length - differences.length, differences };
}

function runValidity(suite: string, cases: readonly ValidityCase[]): IamConformance {
  const differences = cases.flatMap((one, index): Difference[] => {
    const text = typeof one.document === 'string' ? one.document : JSON.stringify(one.document);
    const { issues } = parsePolicy(text, { name: 'policy' }, 'identity');
    const errors = issues.filter(({ severity }) => severity === 'error');
    if ((errors.length === 0) === one.valid) return [];
    return [
      {
        id: `${index + 1}: ${text}`,
        expected: one.valid ? 'valid' : `invalid: ${one.error ?? ''}`,
        got: errors.length === 0 ? 'valid' : 'invalid',
        why: errors.map(({ message }) => message).join(' '),
      },
    ];
  });
  return { suite, total: cases.length, agree: cases.length - differences.length, differences };
}

/** One case of the suite's shape, decided by the product's own parser and evaluator. */
export function decideCase(one: AuthorisationCase): { decision: Decision } | { refused: string } {
  const refusals: string[] = [];
  const read =
    (type: PolicyType, fallback: string) =>
    (item: unknown): Policy[] => {
      const named = isNamed(item) ? item : { name: fallback, policy: item };
      // A stored policy may be older than today's rule about versions.
      const { policy, issues } = parsePolicy(JSON.stringify(named.policy), { name: named.name }, type, {
        acceptOldVersion: true,
      });
      if (policy) return [policy];
      const first = issues.find(({ severity }) => severity === 'error');
      refusals.push(`${named.name}: ${first?.path ?? ''} ${first?.message ?? ''}`);
      return [];
    };
  const all = (list: unknown, type: PolicyType, name: string): Policy[] | undefined => {
    if (list === null || list === undefined) return undefined;
    const items = Array.isArray(list) ? (list as unknown[]) : [list];
    return items.length === 0 ? undefined : items.flatMap(read(type, name));
  };
  const levels = (list: readonly Level[] | null | undefined, type: PolicyType) =>
    (list ?? []).map(({ level, policies }, index) => ({
      level: level ?? `level ${index + 1}`,
      policies: all(policies, type, `policy of level ${index + 1}`) ?? [],
    }));
  const { request } = one;
  const context = Object.fromEntries(
    Object.entries(request.context ?? {}).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, (Array.isArray(value) ? value : [value]).map(String)]],
    ),
  );
  const resourceType = resourceTypeOf(request.action, request.resource);
  const resource = one.resourcePolicy ? read(resourceType, 'resource policy')(one.resourcePolicy)[0] : undefined;
  const boundary = all(one.boundary, 'identity', 'boundary');
  const session = all(one.session, 'identity', 'session policy');
  const endpoint = all(one.endpoint, 'endpoint', 'endpoint policy');
  const policies: PolicySet = {
    identity: all(one.identity, 'identity', 'identity policy') ?? [],
    scps: levels(one.scps, 'scp'),
    rcps: levels(one.rcps, 'resource'),
    resourceRequired: resourceType !== 'resource',
    ...(resource ? { resource } : {}),
    ...(boundary ? { boundary } : {}),
    ...(session ? { session } : {}),
    ...(endpoint ? { endpoint } : {}),
  };
  if (refusals.length > 0) return { refused: refusals.join('; ') };
  const caller = callerOf(request.principal, context);
  const { action, resource: arn } = request;
  const resourceAccount = request.resourceAccount ?? arn.split(':')[4] ?? '';
  return { decision: authorise({ caller, action, resource: arn, resourceAccount, context }, policies) };
}

function isNamed(item: unknown): item is Named {
  return typeof item === 'object' && item !== null && 'policy' in item;
}

/** Role trust policies and key policies must allow; the other resource policies only may. */
function resourceTypeOf(action: string, resource: string): PolicyType {
  const lower = action.toLowerCase();
  if (lower.startsWith('sts:assumerole')) return 'trust';
  return lower.startsWith('kms:') && resource.includes(':key/') ? 'key' : 'resource';
}

export function callerOf(principal: string, context: Readonly<Record<string, readonly string[]>>): Caller {
  if (principal === '*' || principal === 'anonymous') return { type: 'anonymous', arn: '*' };
  if (!principal.startsWith('arn:')) {
    if (/^\d{12}$/.test(principal)) return { type: 'root', arn: `arn:aws:iam::${principal}:root`, account: principal };
    return { type: 'service', arn: principal };
  }
  const parts = principal.split(':');
  const tail = parts.slice(5).join(':');
  const account = parts[4] ?? '';
  if (tail === 'root') return { type: 'root', arn: principal, account };
  if (!tail.startsWith('assumed-role/') && !tail.startsWith('role/')) return { type: 'user', arn: principal, account };
  const key = Object.keys(context).find((name) => name.toLowerCase() === 'aws:principalarn');
  const named = key === undefined ? undefined : context[key]?.[0];
  return { type: 'role-session', arn: principal, account, ...(named?.includes(':role/') ? { roleArn: named } : {}) };
}

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
