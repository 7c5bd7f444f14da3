import type { NodeId } from '../model/diagram';
import type { Problem } from '../model/report';
import type { Refusal } from './refusal-facets';

/** As an error of the drawing, in the same words as a property out of range. */
export function refusalProblem(name: string, node: NodeId, { field, message }: Refusal): Problem {
  return {
    severity: 'error',
    nodes: [node],
    fields: [{ node, field }],
    reason: { code: 'graph.invalid-property', values: { name, field, message } },
  };
}
