import type { NodeId } from '../../model/diagram';
import type { RequirementResult } from '../../model/report';
import type { Evidence } from '../../model/trace';

export type RequirementState = 'met' | 'missed' | 'untouched';

export function stateOf(result: RequirementResult): RequirementState {
  if (result.met) return 'met';
  return result.judged === 0 ? 'untouched' : 'missed';
}

/** `2 of 3`; `undefined` while there is nothing to count. */
export function valueOf(result: RequirementResult): string | undefined {
  return result.judged === 0 ? undefined : `${result.meets} of ${result.judged}`;
}

/** What a goal rests on: the culprits while it is missed, the witnesses once it is met. */
export function evidenceOf(result: RequirementResult): Evidence {
  const wanted = result.met ? 'meets' : 'misses';
  const findings = result.findings.filter((finding) => finding.answer === wanted);
  return {
    nodes: [...new Set<NodeId>(findings.flatMap((finding) => finding.nodes))],
    fields: findings.flatMap((finding) => finding.fields ?? []),
    statements: findings.flatMap((finding) => finding.statements ?? []),
  };
}
