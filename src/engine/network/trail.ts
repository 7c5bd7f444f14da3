import type { NodeId } from '../../model/diagram';
import type { FieldRef, StepKind, TraceStep } from '../../model/trace';
import { EXPLANATIONS } from './explanations';

/** The steps of one walk, in order. Every method says whether the walk goes on. */
export class Trail {
  readonly steps: TraceStep[];

  constructor(steps: readonly TraceStep[] = []) {
    this.steps = [...steps];
  }

  /** Another walk that begins with the same steps. */
  copy(): Trail {
    return new Trail(this.steps);
  }

  pass(
    kind: StepKind,
    code: string,
    values: TraceStep['reason']['values'],
    nodes: readonly (NodeId | undefined)[],
    fields?: readonly FieldRef[],
  ): true {
    this.#add(kind, 'pass', code, values, nodes, fields);
    return true;
  }

  info(
    kind: StepKind,
    code: string,
    values: TraceStep['reason']['values'],
    nodes: readonly (NodeId | undefined)[],
    fields?: readonly FieldRef[],
  ): true {
    this.#add(kind, 'info', code, values, nodes, fields);
    return true;
  }

  fail(
    kind: StepKind,
    code: string,
    values: TraceStep['reason']['values'],
    nodes: readonly (NodeId | undefined)[],
    fields?: readonly FieldRef[],
  ): false {
    this.#add(kind, 'fail', code, values, nodes, fields);
    return false;
  }

  get failed(): boolean {
    return this.steps.some((step) => step.verdict === 'fail');
  }

  #add(
    kind: StepKind,
    verdict: TraceStep['verdict'],
    code: string,
    values: TraceStep['reason']['values'],
    nodes: readonly (NodeId | undefined)[],
    fields?: readonly FieldRef[],
  ): void {
    const explanation = EXPLANATIONS[code];
    this.steps.push({
      kind,
      verdict,
      reason: { code: `network.${code}`, values, ...(explanation !== undefined && { explanation }) },
      nodes: [...new Set(nodes.filter((id) => id !== undefined))],
      ...(fields && fields.length > 0 ? { fields } : {}),
    });
  }
}
