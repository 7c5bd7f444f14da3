import type { Draft } from '../../model/bundle';
import type { Json } from '../../model/json';
import { withScenario } from './designs';
import { listAt, textAt } from './place';
import type { Offer } from './offers';

const LEVELS = ['nudge', 'principle', 'where'] as const;
/** What a new requirement is worth. */
const POINTS = 10;

/** Adds a requirement with everything that can be proposed; hints and debrief are to be written. */
export function withRequirement(
  draft: Draft,
  { check, params, title }: Pick<Offer, 'check' | 'params' | 'title'>,
): Draft {
  const requirements = listAt(draft.scenario, ['requirements']);
  const requirement: Json = {
    id: freeId(
      check,
      requirements.map((one) => textAt(one, ['id'])),
    ),
    title,
    detail: '',
    check,
    params,
    points: POINTS,
    controls: [],
    hints: LEVELS.map((level) => ({ level, text: '' })),
    debrief: '',
  };
  return withScenario(draft, ['requirements'], [...requirements, requirement]);
}

/** The stem itself when it is free, else with the next number. */
export function freeId(stem: string, taken: readonly string[]): string {
  let id = stem.slice(0, 60);
  for (let number = 2; taken.includes(id); number += 1) id = `${stem.slice(0, 60)}-${number}`;
  return id;
}
