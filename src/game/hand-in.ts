import { readHandIn, type HandIn } from '../model/read-design';
import { lineIn, type FileProblem, type Read } from '../model/read-json';
import type { Scenario } from '../model/scenario';
import { csv } from './csv';
import { grade, passes, type Grade } from './grade';
import type { Rules } from './judge';

/** Reads what was handed in for a scenario. A save says which one it is of; a diagram by itself is taken at its word. */
export function readHandInFor(text: string, scenario: Scenario): Read<HandIn> {
  const read = readHandIn(text);
  if (!read.ok || read.value.scenario === undefined || read.value.scenario === scenario.id) return read;
  return {
    ok: false,
    problems: [
      {
        place: 'scenario',
        ...lineIn(text, ['scenario']),
        reason: `This is a save of “${read.value.scenario}”, not of “${scenario.id}”.`,
        remedy: 'Grade it against its own scenario.',
      },
    ],
  };
}

/** What became of a hand-in, whoever judges it. */
export type JudgedHandIn =
  | { readonly result: 'pass' | 'fail'; readonly handIn: HandIn; readonly grade: Grade }
  | { readonly result: 'unreadable'; readonly problems: readonly FileProblem[] };

/** `share` of the points that pass, 0 to 1. */
export function judgeHandIn(text: string, scenario: Scenario, rules: Rules, share = 1): JudgedHandIn {
  const read = readHandInFor(text, scenario);
  if (!read.ok) return { result: 'unreadable', problems: read.problems };
  const judged = grade(read.value.diagram, scenario, rules, read.value.answers);
  return { result: passes(judged, share) ? 'pass' : 'fail', handIn: read.value, grade: judged };
}

/** One hand-in with the name under which it is shown. */
export type NamedHandIn = JudgedHandIn & { readonly id: string; readonly name: string };

/** One thing that was asked of everybody: a prediction or a requirement. */
export interface BoardCell {
  readonly met: boolean;
  readonly reasons: readonly string[];
  readonly codes: readonly string[];
}

export interface BoardRow {
  readonly id: string;
  readonly title: string;
  /** by hand-in; those that cannot be read have none. */
  readonly cells: ReadonlyMap<string, BoardCell>;
  readonly met: number;
}

/** What everybody was asked, with everybody's answer. */
export function boardOf(handIns: readonly NamedHandIn[], scenario: Scenario): readonly BoardRow[] {
  const cells = new Map<string, Map<string, BoardCell>>();
  for (const one of handIns) {
    if (one.result === 'unreadable') continue;
    for (const [line, cell] of cellsOf(one.grade, scenario)) {
      const row = cells.get(line) ?? new Map<string, BoardCell>();
      cells.set(line, row.set(one.id, cell));
    }
  }
  const asked = [
    ...scenario.predictions.map(({ id, text }) => ({ id, title: text })),
    ...scenario.requirements.map(({ id, title }) => ({ id, title })),
  ];
  return asked.map(({ id, title }) => {
    const row = cells.get(id) ?? new Map<string, BoardCell>();
    return { id, title, cells: row, met: [...row.values()].filter(({ met }) => met).length };
  });
}

function cellsOf({ predictions, requirements }: Grade, scenario: Scenario): readonly (readonly [string, BoardCell])[] {
  const words = (question: string, option: string) =>
    scenario.predictions.find(({ id }) => id === question)?.options.find(({ id }) => id === option)?.text ?? option;
  return [
    ...predictions.map(({ id, committed, earned, points }) => {
      const met = earned === points;
      const [first] = committed;
      const reason = first === undefined ? 'No answer.' : `Answered first: ${words(id, first)}`;
      return [id, { met, reasons: met ? [] : [reason], codes: met ? [] : [first ?? 'none'] }] as const;
    }),
    ...requirements.map(({ id, met, reasons, codes }) => [id, { met, reasons, codes }] as const),
  ];
}

/** The same thing gone wrong, for the same reason, in several hand-ins. */
export interface SharedMistake {
  readonly row: BoardRow;
  /** the reason as the first of them reads it. */
  readonly reason: string;
  /** ids of the hand-ins. */
  readonly handIns: readonly string[];
}

/** Mistakes by how many made them, the most frequent first. */
export function mistakesOf(rows: readonly BoardRow[]): readonly SharedMistake[] {
  const found = new Map<string, { row: BoardRow; reason: string; handIns: string[] }>();
  for (const row of rows) {
    for (const [handIn, { met, reasons, codes }] of row.cells) {
      if (met) continue;
      const key = JSON.stringify([row.id, codes]);
      const group = found.get(key) ?? { row, reason: reasons[0] ?? '', handIns: [] };
      group.handIns.push(handIn);
      found.set(key, group);
    }
  }
  return [...found.values()].sort((a, b) => b.handIns.length - a.handIns.length);
}

/** `Design A` … `Design Z`, `Design AA`: who is who cannot be read from it. */
export function alias(at: number): string {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26));
  return `Design ${letters(at)}`;
}

/** One line of the table of grades: either graded, or a note why not. */
export interface GradedLine {
  readonly name: string;
  readonly result: JudgedHandIn['result'];
  readonly grade?: Grade;
  readonly note: string;
}

/** One line per hand-in, one column per prediction and requirement with the points earned there. */
export function gradesAsCsv(scenario: Scenario, handIns: readonly GradedLine[]): string {
  const asked = [...scenario.predictions, ...scenario.requirements];
  const all = asked.reduce((sum, { points }) => sum + points, 0);
  return csv([
    ['hand-in', 'result', 'points', 'possible', 'stars', 'dollars a month', ...asked.map(({ id }) => id), 'note'],
    ...handIns.map(({ name, result, grade: one, note }) => {
      if (!one) return [name, result, '', all, '', '', ...asked.map(() => ''), note];
      const points = new Map([...one.predictions, ...one.requirements].map(({ id, earned }) => [id, earned]));
      const { earned, possible, stars, monthly } = one;
      return [
        name,
        result,
        earned,
        possible,
        stars,
        monthly.toFixed(2),
        ...asked.map(({ id }) => points.get(id) ?? 0),
        note,
      ];
    }),
  ]);
}

/** The note of a hand-in: why it cannot be read, or what nobody could have drawn. */
export function lineOf(one: NamedHandIn): GradedLine {
  const { name, result } = one;
  if (one.result === 'unreadable') {
    const [first] = one.problems;
    const place = first && first.place !== '' ? `${first.place}: ` : '';
    return { name, result, note: first ? `${place}${first.reason} ${first.remedy}` : '' };
  }
  return { name, result, grade: one.grade, note: one.grade.breaches.map(({ reason }) => reason).join(' ') };
}
