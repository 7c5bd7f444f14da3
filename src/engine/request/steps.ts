import type { NodeId } from '../../model/diagram';
import type { StepKind, TraceStep } from '../../model/trace';
import type { Decision } from '../iam/contract';

/** An IAM decision as steps of a trace. */
export function decisionSteps(decision: Decision, kind: StepKind, nodes: readonly NodeId[]): TraceStep[] {
  return decision.steps.map((step) => ({
    kind: step.layer === 'endpoint' ? 'endpoint' : kind,
    verdict: step.verdict,
    nodes: [...new Set([...nodes, ...step.statements.flatMap((ref) => (ref.node === undefined ? [] : [ref.node]))])],
    statements: step.statements,
    reason: step.reason,
  }));
}
