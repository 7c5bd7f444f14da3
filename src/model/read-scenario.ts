import { placeOf } from './json-limits';
import { lineIn, parseJson, problemsOf, whole, type FileProblem } from './read-json';
import { Scenario } from './scenario';

export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads a scenario from an author nobody vouches for. Every problem has a place, a reason and a remedy. Never throws. */
export function readScenario(text: string): ReadScenario {
  const json = parseJson(text);
  if (!json.ok) return json;
  const { value } = json;
  if (typeof value !== 'object' || value === null || (value as { format?: unknown }).format !== 'perimeter-scenario') {
    return whole('This is not a scenario of Perimeter.', 'Its “format” must be “perimeter-scenario”.');
  }
  const read = Scenario.safeParse(value);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, text) };
  const problems = contradictions(read.data).map(({ path, ...rest }) => ({ ...rest, ...lineIn(text, path) }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: read.data };
}

type Found = FileProblem & { readonly path: readonly (string | number)[] };

/** What a schema cannot say. */
export function contradictions(scenario: Scenario): Found[] {
  const { predictions, requirements, questions, start } = scenario;
  return [
    ...(requirements.length + predictions.length > 0
      ? []
      : [
          {
            path: ['requirements'],
            place: 'requirements',
            reason: 'There is nothing to do: no requirement and no prediction.',
            remedy: 'Write at least one of them.',
          },
        ]),
    ...twice(requirements, ['requirements']),
    ...twice(predictions, ['predictions'], requirements),
    ...predictions.flatMap(({ options }, index) => twice(options, ['predictions', index, 'options'])),
    ...twice(questions, ['questions']),
    ...questions.flatMap((question, index): Found[] =>
      question.options.some((option) => option.correct)
        ? []
        : [
            {
              path: ['questions', index, 'options'],
              place: `questions[${index}].options`,
              reason: 'No option of this question is correct.',
              remedy: 'Set “correct” to true for at least one.',
            },
          ],
    ),
    ...Object.values(start.nodes).flatMap((node): Found[] =>
      node.parent === undefined || Object.hasOwn(start.nodes, node.parent)
        ? []
        : [
            {
              path: ['start', 'nodes', node.id, 'parent'],
              place: `start.nodes.${node.id}.parent`,
              reason: `There is no node “${node.parent}” to stand in.`,
              remedy: 'Name a node of the start diagram, or leave “parent” out.',
            },
          ],
    ),
  ];
}

type Identified = readonly { readonly id: string }[];

function twice(items: Identified, list: Found['path'], others: Identified = []): Found[] {
  return items.flatMap((item, index): Found[] =>
    items.findIndex((other) => other.id === item.id) === index && !others.some((other) => other.id === item.id)
      ? []
      : [
          {
            path: [...list, index, 'id'],
            place: placeOf([...list, index, 'id']),
            reason: `The id “${item.id}” is used twice.`,
            remedy: 'Give each one its own id.',
          },
        ],
  );
}
