import type { Gap, Proof, Row } from '../../game/proof/contract';
import { gapsOf } from '../../game/prove';
import { count } from '../../game/words';
import type { FileFault } from '../files';
import { junit } from './junit';
import { faultLine, plain, table } from './text';

/** One folder that was to be proven. */
export type ProvenFolder =
  | { readonly folder: string; readonly state: 'unreadable'; readonly faults: readonly FileFault[] }
  | {
      readonly folder: string;
      readonly state: 'judged';
      readonly title: string;
      readonly proof: Proof;
      readonly faultOf: (gap: Gap) => FileFault;
    };

const MARKS = { holds: 'ok', open: 'open', unasked: '?' } as const;

export function tableOf(folders: readonly ProvenFolder[]): string {
  return folders.map(textOf).join('\n');
}

function textOf(one: ProvenFolder): string {
  if (one.state === 'unreadable') return `${plain(one.folder)}: unreadable\n`;
  const { proof, faultOf } = one;
  const gaps = gapsOf(proof);
  const head = `${plain(one.folder)}: ${proof.proven ? 'proven' : `not proven, ${count(gaps.length, 'gap')}`}\n`;
  return [
    head,
    '\n',
    foretoldOf(proof.foretold),
    matrixOf(proof.matrix),
    '\n',
    ...proof.claims.map(({ state, title }) => `${MARKS[state].padEnd(5)}${title}\n`),
    ...Object.entries(proof.ablated).map(
      ([name, parts]) => `     ${plain(name)}: ${count(parts, 'part')} taken away, one at a time\n`,
    ),
    ...(gaps.length > 0 ? ['\n', ...gaps.map((gap) => `${faultLine(faultOf(gap))}\n`)] : []),
  ].join('');
}

/** Which option of each prediction is true of the start. */
function foretoldOf(foretold: Proof['foretold']): string {
  if (foretold.length === 0) return '';
  const rows = foretold.map(({ prediction, option, holds, reasons }) => [
    prediction,
    holds ? '+' : '-',
    option,
    reasons.join(' '),
  ]);
  return `${table([['prediction', '', 'option', 'the simulator says'], ...rows])}\n`;
}

/** Requirements are numbered, so that the matrix stays narrow: + met, - missed, ! not as its file says. */
function matrixOf(rows: readonly Row[]): string {
  const requirements = rows[0]?.cells.map(({ requirement }) => requirement) ?? [];
  const numbers = requirements.map((_, at) => String(at + 1));
  const mark = ({ met, asSaid }: Row['cells'][number]) => (asSaid ? (met ? '+' : '-') : '!');
  return [
    ...requirements.map((id, at) => `${numbers[at]?.padStart(3) ?? ''} ${plain(id)}\n`),
    '\n',
    table([
      ['', '', ...numbers, 'points', '$/month'],
      ...rows.map((row) => [row.type, row.name, ...row.cells.map(mark), String(row.earned), row.monthly.toFixed(2)]),
    ]),
  ].join('');
}

export function jsonOf(folders: readonly ProvenFolder[]): string {
  const content = {
    format: 'perimeter-proofs',
    version: 1,
    scenarios: folders.map((one) =>
      one.state === 'unreadable'
        ? { folder: one.folder, state: one.state, faults: one.faults }
        : {
            folder: one.folder,
            state: one.proof.proven ? 'proven' : 'open',
            id: one.proof.scenario,
            title: one.title,
            claims: one.proof.claims.map(({ id, title, state, gaps }) => ({
              id,
              title,
              state,
              gaps: gaps.map((gap) => ({ code: gap.code, ...one.faultOf(gap) })),
            })),
            ...(one.proof.foretold.length > 0 && { foretold: one.proof.foretold }),
            matrix: one.proof.matrix,
            ablated: one.proof.ablated,
          },
    ),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** One suite per scenario, one test per claim. */
export function junitOf(folders: readonly ProvenFolder[]): string {
  return junit(
    folders.map((one) => ({
      name: one.folder,
      cases:
        one.state === 'unreadable'
          ? [{ name: 'can be read', errors: one.faults.map(faultLine) }]
          : one.proof.claims.map(({ title, state, gaps }) => ({
              name: title,
              failures: gaps.map((gap) => faultLine(one.faultOf(gap))),
              skipped: state === 'unasked',
            })),
    })),
  );
}
