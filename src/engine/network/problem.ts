import type { NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';

type Values = Problem['reason']['values'];

/** What AWS itself would refuse is an error; what it builds but cannot work as drawn is a warning. */
export function problem(
  severity: Problem['severity'],
  code: string,
  values: Values,
  nodes: readonly (NodeId | undefined)[],
  field?: string,
): Problem {
  const known = [...new Set(nodes.filter((id) => id !== undefined))];
  const at = known[0];
  const fields = at !== undefined && field !== undefined ? { fields: [{ node: at, field }] } : {};
  return { severity, reason: { code: `network.${code}`, values }, nodes: known, ...fields };
}
