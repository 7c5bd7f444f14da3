import { authorise } from '../../../src/engine/iam/authorise';
import type { Caller, Decision, Policy, PolicySet, PolicyType } from '../../../src/engine/iam/contract';
import { parsePolicy } from '../../../src/engine/iam/parse';
import { callerOf } from '../../conformance/iam';

interface CaseLevel {
  readonly level: string;
  readonly policies: readonly unknown[];
}
export interface Case {
  readonly name: string;
  readonly caller: string | Caller;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly resourceRequired?: boolean;
  readonly resourceBlocksPublic?: boolean;
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly policies: {
    readonly identity?: readonly unknown[];
    readonly boundary?: readonly unknown[];
    readonly session?: readonly unknown[];
    readonly endpoint?: readonly unknown[];
    readonly scps?: readonly CaseLevel[];
    readonly rcps?: readonly CaseLevel[];
    readonly resource?: unknown;
    readonly trust?: unknown;
  };
  readonly verdict: Decision['verdict'];
  readonly reason: string;
}

/** Parses or fails the test: a case with a broken policy proves nothing. */
export function policyOf(document: unknown, type: PolicyType, name = type): Policy {
  const { policy, issues } = parsePolicy(JSON.stringify(document), { name }, type, { acceptOldVersion: true });
  if (!policy) throw new Error(`${JSON.stringify(document)}: ${issues.map(({ message }) => message).join(' ')}`);
  return policy;
}

export function policySetOf({ policies, resourceRequired, resourceBlocksPublic }: Case): PolicySet {
  const list = (documents: readonly unknown[] | undefined, type: PolicyType) =>
    documents?.map((document) => policyOf(document, type));
  const levels = (of: readonly CaseLevel[] | undefined, type: PolicyType) =>
    (of ?? []).map((one) => ({ level: one.level, policies: list(one.policies, type) ?? [] }));
  return {
    identity: list(policies.identity, 'identity') ?? [],
    boundary: list(policies.boundary, 'identity'),
    session: list(policies.session, 'identity'),
    endpoint: list(policies.endpoint, 'endpoint'),
    scps: levels(policies.scps, 'scp'),
    rcps: levels(policies.rcps, 'resource'),
    resource: policies.trust
      ? policyOf(policies.trust, 'trust')
      : policies.resource
        ? policyOf(policies.resource, 'resource')
        : undefined,
    resourceRequired,
    resourceBlocksPublic,
  };
}

export function requestOf(one: Case) {
  const context = one.context ?? {};
  return {
    caller: typeof one.caller === 'string' ? callerOf(one.caller, context) : one.caller,
    action: one.action ?? 's3:GetObject',
    resource: one.resource ?? 'arn:aws:s3:::training/set/1.csv',
    resourceAccount: one.resourceAccount ?? '111122223333',
    context,
  };
}

export function decide(one: Case): Decision {
  return authorise(requestOf(one), policySetOf(one));
}
