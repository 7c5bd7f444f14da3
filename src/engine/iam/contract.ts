import type { StatementRef } from '../../model/trace';
import type { Reason } from '../../model/trace';
import type { NodeId } from '../../model/diagram';
import type { FieldPath } from '../../model/path';

/** A parsed, valid policy. `parsePolicy` in `parse.ts` makes it. */
export interface Statement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** `undefined` = the policy type has no Principal. `*` is `{ kind: 'everyone' }`. */
  readonly principal?: readonly PrincipalPattern[];
  readonly notPrincipal?: readonly PrincipalPattern[];
  readonly action?: readonly string[];
  readonly notAction?: readonly string[];
  readonly resource?: readonly string[];
  readonly notResource?: readonly string[];
  readonly conditions: readonly Condition[];
}
export interface PrincipalPattern {
  readonly kind: 'everyone' | 'aws' | 'service' | 'federated' | 'canonical';
  readonly value: string;
}
export interface Condition {
  /** base operator without prefix and suffix: `StringEquals`, `ArnLike`, `Null` … */
  readonly operator: string;
  readonly qualifier?: 'ForAllValues' | 'ForAnyValue';
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly string[];
}
export interface Policy {
  readonly name: string;
  readonly node?: NodeId;
  readonly field?: FieldPath;
  readonly version: '2012-10-17' | '2008-10-17';
  readonly statements: readonly Statement[];
}

/** What the caller is. ARNs as AWS writes them in `aws:PrincipalArn` and in session ARNs. */
export interface Caller {
  readonly type: 'role-session' | 'user' | 'root' | 'service' | 'anonymous';
  /** `arn:aws:sts::…:assumed-role/Role/session`, `arn:aws:iam::…:user/Name`, `sagemaker.amazonaws.com` or `*`. */
  readonly arn: string;
  /** for a role session: the role's own ARN. */
  readonly roleArn?: string;
  readonly account?: string;
}

export interface AuthorisationRequest {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  /** condition keys in AWS's spelling (compared case-insensitively); absent key = no entry. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export interface PolicySet {
  readonly identity: readonly Policy[];
  readonly boundary?: readonly Policy[];
  readonly session?: readonly Policy[];
  /** root first; empty = no organization. */
  readonly scps: readonly { readonly level: string; readonly policies: readonly Policy[] }[];
  readonly rcps: readonly { readonly level: string; readonly policies: readonly Policy[] }[];
  readonly resource?: Policy;
  /** KMS keys, role trust: the resource policy must allow (directly or through the account statement). */
  readonly resourceRequired?: boolean;
  /** S3 Block Public Access. */
  readonly resourceBlocksPublic?: boolean;
  /** policy of the VPC endpoint the request went through; `undefined` = none on the path. */
  readonly endpoint?: readonly Policy[];
}

export type Layer = 'scp' | 'rcp' | 'endpoint' | 'resource' | 'identity' | 'boundary' | 'session';

export interface DecisionStep {
  readonly layer: Layer;
  readonly verdict: 'pass' | 'fail' | 'info';
  readonly reason: Reason;
  readonly statements: readonly StatementRef[];
}
export interface Decision {
  readonly verdict: 'Allowed' | 'ImplicitlyDenied' | 'ExplicitlyDenied';
  /** in AWS's order; ends with the deciding step. */
  readonly steps: readonly DecisionStep[];
}

/** `authorise(request, policies)` in `authorise.ts`. */
export type Authorise = (request: AuthorisationRequest, policies: PolicySet) => Decision;

/** One defect of a policy document, with its place. `line` and `column` count from 1. */
export interface PolicyIssue {
  readonly severity: 'error' | 'warning';
  /** `Statement[1].Action`; empty for the whole document. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}
/** `attached`: like `resource`, and a statement without Resource speaks of what the policy stands on. */
export type PolicyType = 'identity' | 'resource' | 'attached' | 'trust' | 'endpoint' | 'scp' | 'key';
/** `parsePolicy(text, source)` in `parse.ts`: total, never throws. `policy` only when there is no error. */
export interface ParsedPolicy {
  readonly policy?: Policy;
  readonly issues: readonly PolicyIssue[];
}
