import type { Grade } from '../../game/grade';
import { gradesAsCsv } from '../../game/hand-in';
import { listWords } from '../../game/words';
import type { Scenario } from '../../model/scenario';
import type { FileFault } from '../files';
import { junit } from './junit';
import { faultLine, plain, table } from './text';

/** One file that was handed in. */
export type GradedFile =
  | { readonly file: string; readonly result: 'pass' | 'fail'; readonly grade: Grade }
  | { readonly file: string; readonly result: 'unreadable'; readonly faults: readonly FileFault[] };

export interface Graded {
  readonly scenario: Scenario;
  /** percent of the points that pass. */
  readonly pass: number;
  readonly handIns: readonly GradedFile[];
}

function possibleOf(scenario: Scenario): number {
  return linesOf(scenario).reduce((sum, one) => sum + one.points, 0);
}

/** Predictions come before what is to be mended, as on the screen. */
function linesOf<T, U>(of: { readonly predictions: readonly T[]; readonly requirements: readonly U[] }): (T | U)[] {
  return [...of.predictions, ...of.requirements];
}

function numbersOf({ scenario, handIns }: Graded) {
  const of = (result: GradedFile['result']) => handIns.filter((one) => one.result === result).length;
  const missedBy = (id: string) =>
    handIns.filter((one) => one.result !== 'unreadable' && missedIn(one.grade).includes(id)).length;
  return {
    handIns: handIns.length,
    passed: of('pass'),
    failed: of('fail'),
    unreadable: of('unreadable'),
    /** prediction or requirement → how many hand-ins miss it. */
    missed: Object.fromEntries(linesOf(scenario).map(({ id }) => [id, missedBy(id)])),
  };
}

/** A prediction counts as missed when its first answer was not right. */
const missedIn = (grade: Grade): string[] => [
  ...grade.predictions.filter((one) => one.earned < one.points).map((one) => one.id),
  ...grade.requirements.filter((one) => !one.met).map((one) => one.id),
];

function firstFault([fault]: readonly FileFault[]): string {
  if (!fault) return '';
  const line = fault.line === undefined ? '' : `line ${fault.line}: `;
  return `${line}${fault.place === '' ? '' : `${fault.place}: `}${fault.reason}`;
}

export function tableOf(graded: Graded): string {
  const { scenario, handIns } = graded;
  const { passed, unreadable, missed } = numbersOf(graded);
  const possible = possibleOf(scenario);
  const rows = handIns.map((one) => {
    if (one.result === 'unreadable') return [one.file, one.result, '', '', '', firstFault(one.faults)];
    const { earned, stars, monthly, breaches } = one.grade;
    const open = missedIn(one.grade);
    const foul = breaches.length > 0 ? [`not drawn on this canvas: ${breaches[0]?.reason ?? ''}`] : [];
    const said = [...(open.length > 0 ? [`misses ${listWords(open, 'and')}`] : []), ...foul].join('; ');
    return [one.file, one.result, `${earned}/${possible}`, '*'.repeat(stars), monthly.toFixed(2), said];
  });
  const often = Object.entries(missed)
    .filter(([, many]) => many > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([id, many]) => `${id} (${many})`);
  return [
    `${plain(scenario.title)}\n\n`,
    table([['hand-in', 'result', 'points', 'stars', '$/month', ''], ...rows]),
    `\n${passed} of ${handIns.length} pass${unreadable > 0 ? `, ${unreadable} unreadable` : ''}.\n`,
    often.length > 0 ? `Missed most often: ${often.join(', ')}.\n` : '',
  ].join('');
}

export function jsonOf(graded: Graded): string {
  const { scenario, pass, handIns } = graded;
  const content = {
    format: 'perimeter-grades',
    version: 1,
    scenario: {
      id: scenario.id,
      title: scenario.title,
      possible: possibleOf(scenario),
      ...predictionsIn(scenario, ({ id, text, points }) => ({ id, text, points })),
      requirements: scenario.requirements.map(({ id, title, points }) => ({ id, title, points })),
    },
    pass,
    summary: numbersOf(graded),
    handIns: handIns.map((one) =>
      one.result === 'unreadable'
        ? { ...one, faults: one.faults.map(({ file: _file, ...fault }) => fault) }
        : {
            file: one.file,
            result: one.result,
            earned: one.grade.earned,
            stars: one.grade.stars,
            monthly: one.grade.monthly,
            ...predictionsIn(one.grade, ({ id, right, earned, committed }) => ({ id, right, earned, committed })),
            requirements: one.grade.requirements.map(({ id, met, earned, reasons }) => ({ id, met, earned, reasons })),
            breaches: one.grade.breaches,
          },
    ),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Only scenarios that predict something have the key. */
function predictionsIn<T, U>(of: { readonly predictions: readonly T[] }, shown: (one: T) => U) {
  return of.predictions.length > 0 ? { predictions: of.predictions.map(shown) } : {};
}

export function csvOf({ scenario, handIns }: Graded): string {
  return gradesAsCsv(
    scenario,
    handIns.map((one) =>
      one.result === 'unreadable'
        ? { name: one.file, result: one.result, note: one.faults[0] ? faultLine(one.faults[0]) : '' }
        : { name: one.file, ...one, note: one.grade.breaches.map(({ reason }) => reason).join(' ') },
    ),
  );
}

/** One suite per hand-in, one test per prediction and requirement. */
export function junitOf({ handIns }: Graded): string {
  return junit(
    handIns.map((one) => ({
      name: one.file,
      cases:
        one.result === 'unreadable'
          ? [{ name: 'can be read', errors: one.faults.map(faultLine) }]
          : [
              { name: 'drawn on this canvas', failures: one.grade.breaches.map(({ reason }) => reason) },
              ...one.grade.predictions.map(({ id, text, earned, points }) => ({
                name: `${id}: ${text}`,
                failures: earned < points ? ['It was not foretold at the first try.'] : [],
              })),
              ...one.grade.requirements.map(({ id, title, reasons }) => ({
                name: `${id}: ${title}`,
                failures: reasons,
              })),
            ],
    })),
  );
}
