import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';

type Values = Readonly<Record<string, string | number>>;

/** Adds one step. `field` is the property that decides it, of the node that the chain is about. */
export type Step = (
  verdict: TraceStep['verdict'],
  code: string,
  nodes: readonly (NodeId | undefined)[],
  values?: Values,
  field?: string,
) => void;

/** Adds to the steps of the chain of `about`; `base` is what all its sentences may name. */
export function stepInto(steps: TraceStep[], about: NodeId, base: Values): Step {
  return (verdict, code, nodes, values, field) => {
    steps.push({
      kind: 'chain',
      verdict,
      nodes: nodes.flatMap((id) => id ?? []),
      ...(field !== undefined && { fields: [{ node: about, field }] }),
      reason: { code: `monitoring.${code}`, values: { ...base, ...values } },
    });
  };
}
