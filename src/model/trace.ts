import type { NodeId } from './diagram';
import type { FieldPath } from './path';

/** A reason is data; `engine/wording.ts` turns it into a sentence. `code` is `<topic>.<kebab-case>`. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** the code under which VPC Reachability Analyzer reports the same (`NO_ROUTE_TO_DESTINATION`). */
  readonly explanation?: string;
}

/** One statement of one policy. `statement` counts from 0 in the order of the document. */
export interface StatementRef {
  readonly node?: NodeId;
  readonly field?: FieldPath;
  readonly policy: string;
  readonly statement: number;
  readonly sid?: string;
}

export interface FieldRef {
  readonly node: NodeId;
  readonly field: FieldPath;
}

/** What a step, a finding or a problem rests on: enough for the canvas to light it up. */
export interface Evidence {
  readonly nodes: readonly NodeId[];
  readonly fields?: readonly FieldRef[];
  readonly statements?: readonly StatementRef[];
}

export type StepKind =
  | 'start'
  | 'credentials'
  | 'name'
  | 'route'
  | 'gateway'
  | 'security-group'
  | 'network-acl'
  | 'return'
  | 'endpoint'
  | 'authorisation'
  | 'key'
  | 'record'
  | 'chain';

export interface TraceStep extends Evidence {
  readonly kind: StepKind;
  /** `info` says something without deciding. The first `fail` ends a walk. */
  readonly verdict: 'pass' | 'fail' | 'info';
  readonly reason: Reason;
}

/** A request walked through the diagram. `allowed` iff no step failed. */
export interface Trace {
  readonly request: string;
  readonly allowed: boolean;
  readonly steps: readonly TraceStep[];
}

export function firstFailure(trace: Trace): TraceStep | undefined {
  return trace.steps.find((step) => step.verdict === 'fail');
}
