import { formOf, type FormField } from '../../catalog/form-model';
import { Requirement, Scenario } from '../../model/scenario';

/** What is not a field of a form: written by the editor itself, drawn, or edited in a view of its own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['$schema', 'format', 'version', 'start', 'requirements']);

export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

const SECTIONS: readonly { readonly id: string; readonly title: string; readonly keys: readonly string[] }[] = [
  { id: 'brief', title: 'Brief', keys: ['title', 'summary', 'story', 'task', 'difficulty', 'minutes', 'domain', 'id'] },
  { id: 'palette', title: 'Palette of the player', keys: ['allowedKinds'] },
  { id: 'predict', title: 'Predictions', keys: ['predictions'] },
  { id: 'end', title: 'At the end', keys: ['debrief', 'questions'] },
  { id: 'numbers', title: 'Cost', keys: ['budget', 'par'] },
  { id: 'account', title: 'Account', keys: ['account'] },
  { id: 'time', title: 'Simulated time', keys: ['incidents', 'traffic'] },
];

/** The fields of a scenario in sections. A field that no section names stands in the last one, so that none is lost. */
export function scenarioForm(): readonly FormSection[] {
  const fields = formOf(Scenario).filter(({ key }) => !ELSEWHERE.has(key));
  const named = new Set(SECTIONS.flatMap(({ keys }) => keys));
  const rest = fields.filter(({ key }) => !named.has(key));
  const sections = SECTIONS.map(({ id, title, keys }) => ({
    id,
    title,
    fields: keys.flatMap((key) => fields.find((field) => field.key === key) ?? []),
  }));
  return rest.length > 0 ? [...sections, { id: 'more', title: 'More', fields: rest }] : sections;
}

/** The fields of one requirement. */
export function requirementForm(): readonly FormField[] {
  return formOf(Requirement);
}
