import * as z from 'zod/mini';
import { Diagram } from './diagram';
import type { Json } from './json';
import { lineIn, parseJson, problemsOf, whole, type FileProblem, type Read } from './read-json';
import { contradictions } from './read-scenario';
import { Attempt, Scenario, Solution } from './scenario';
import { list, text } from './schema';

/** Name of a design: that of its file in the folder of a scenario, without `.json`. */
const name = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'A name has lower-case letters, digits and hyphens.'));

const MOST_SOLUTIONS = 20;
const MOST_ATTEMPTS = 200;

const head = { $schema: z.optional(text(300)), format: z.literal('perimeter-bundle'), version: z.literal(1) };

/** A scenario with its proof in one self-contained file: what its folder holds, side by side. */
const Bundle = z.strictObject({
  ...head,
  scenario: Scenario,
  solutions: list(z.extend(Solution, { name }), MOST_SOLUTIONS),
  attempts: list(z.extend(Attempt, { name }), MOST_ATTEMPTS),
});
type Bundle = z.infer<typeof Bundle>;

const drawn = { name, title: text(200), diagram: Diagram };
const DraftSolution = z.strictObject({
  ...drawn,
  decoration: list(z.strictObject({ node: z.string(), field: z.optional(z.string()), reason: text(200) }), 2000),
});
const DraftAttempt = z.strictObject({ ...drawn, misses: list(text(64), 40) });

/**
 * The same file while somebody works on it: the designs can be drawn, but the scenario may lack anything, and texts may
 * be empty. `scenario.start`, when it is there, is a diagram.
 */
const DraftFile = z.strictObject({
  ...head,
  scenario: z.record(z.string(), z.json()),
  solutions: list(DraftSolution, MOST_SOLUTIONS),
  attempts: list(DraftAttempt, MOST_ATTEMPTS),
});

export interface LooseScenario {
  readonly [key: string]: Json;
}
export type DraftSolution = z.infer<typeof DraftSolution>;
export type DraftAttempt = z.infer<typeof DraftAttempt>;
export interface Draft {
  readonly scenario: LooseScenario;
  readonly solutions: readonly DraftSolution[];
  readonly attempts: readonly DraftAttempt[];
}

/** Reads a bundle from an author nobody vouches for: as strictly as the files of a folder. Never throws. */
export function readBundle(source: string): Read<Bundle> {
  const json = parseJson(source);
  if (!json.ok) return json;
  if (!isBundle(json.value)) {
    return whole('This is not a bundle of Perimeter.', 'Its “format” must be “perimeter-bundle”.');
  }
  const read = Bundle.safeParse(json.value);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, source) };
  const problems = [
    ...contradictions(read.data.scenario).map(({ path, place, reason, remedy }) => ({
      place: `scenario.${place}`,
      ...lineIn(source, ['scenario', ...path]),
      reason,
      remedy,
    })),
    ...twice(read.data, source),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.data };
}

/** Reads what can be worked on: a bundle or a scenario, finished or not. Never throws. */
export function readDraft(source: string): Read<Draft> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const { value } = json;
  if (isRecord(value) && value['format'] === 'perimeter-scenario') {
    const problems = startProblems(value, source, []);
    return problems.length > 0
      ? { ok: false, problems }
      : { ok: true, value: { scenario: value, solutions: [], attempts: [] } };
  }
  if (!isBundle(value)) {
    return whole(
      'This is neither a scenario nor a bundle of Perimeter.',
      'Its “format” must be “perimeter-scenario” or “perimeter-bundle”.',
    );
  }
  const read = DraftFile.safeParse(value);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, source) };
  const { scenario, solutions, attempts } = read.data;
  const problems = [...startProblems(scenario, source, ['scenario']), ...twice(read.data, source)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { scenario, solutions, attempts } };
}

/** A draft as the text of a file. */
export function bundleText({ scenario, solutions, attempts }: Draft): string {
  return `${JSON.stringify({ format: 'perimeter-bundle', version: 1, scenario, solutions, attempts }, null, 2)}\n`;
}

/** Why a start cannot be put on the canvas. A scenario without one has an empty canvas. */
export function startProblems(
  scenario: LooseScenario,
  source: string,
  within: readonly string[],
): readonly FileProblem[] {
  if (scenario['start'] === undefined) return [];
  const read = Diagram.safeParse(scenario['start']);
  if (read.success) return [];
  const path = [...within, 'start'];
  return problemsOf(read.error, '').map((problem, at) => ({
    ...problem,
    place: [...path, problem.place].filter(Boolean).join('.'),
    ...lineIn(source, [...path, ...(read.error.issues[at]?.path ?? [])]),
  }));
}

function isRecord(value: unknown): value is LooseScenario {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBundle(value: unknown): boolean {
  return isRecord(value) && value['format'] === 'perimeter-bundle';
}

type Lists = { readonly [key in 'solutions' | 'attempts']: readonly { readonly name: string }[] };

function twice(lists: Lists, source: string): FileProblem[] {
  return (['solutions', 'attempts'] as const).flatMap((key) =>
    lists[key].flatMap((one, at): FileProblem[] =>
      lists[key].findIndex((other) => other.name === one.name) === at
        ? []
        : [
            {
              place: `${key}[${at}].name`,
              ...lineIn(source, [key, at, 'name']),
              reason: `The name “${one.name}” is used twice.`,
              remedy: 'Give each design its own name.',
            },
          ],
    ),
  );
}
