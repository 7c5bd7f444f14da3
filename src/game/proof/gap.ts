import { placeOf } from '../../model/json-limits';
import type { ClaimId, Gap, GapCode, Part } from './contract';

export const SCENARIO: Part = { type: 'scenario', name: '' };

/** A gap in one file, with the place that its path leads to. */
export function gapIn(
  part: Part,
  claim: ClaimId,
  code: GapCode,
  path: readonly (string | number)[],
  reason: string,
  remedy: string,
): Gap {
  return { claim, code, part, path, place: placeOf(path), reason, remedy };
}
