import { useMemo } from 'react';
import type { ChecklistLine } from '../../game/author/checklist';
import { withScenario } from '../../game/author/designs';
import { placeOf } from '../../model/json-limits';
import type { FormFrame } from '../../panels/schema-form/SchemaForm';
import { useAuthor } from '../../store/use-author';
import { drawField } from './draw-field';
import { fieldWords } from './field-words';

/** The forms of the scenario: their values, what is wrong in them, and how a change becomes an edit of the draft. */
export function useFrame(lines: readonly ChecklistLine[]): FormFrame {
  const scenario = useAuthor((state) => state.draft.scenario);
  const rules = useAuthor((state) => state.rules);
  const actions = useAuthor((state) => state.actions);
  return useMemo(() => {
    const faults = new Map(
      lines
        .flatMap(({ missing }) => missing)
        .filter(({ part }) => part.type === 'scenario')
        .map(({ place, reason, remedy }) => [place, `${reason} ${remedy}`]),
    );
    const frame: FormFrame = {
      root: scenario,
      onChange: (place, value) => actions.edit((draft) => withScenario(draft, place, value), placeOf(place)),
      words: fieldWords,
      fault: (place) => faults.get(place),
      draw: (field, place, pattern) => drawField(field, place, pattern, { frame, rules }),
    };
    return frame;
  }, [scenario, rules, actions, lines]);
}
