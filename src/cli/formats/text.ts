import type { FileFault } from '../files';

/** Characters that move the cursor, colour the screen or turn the line round. A file's author chooses names and titles. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text of unknown origin on one line of a terminal. */
export function plain(text: string): string {
  return text.replace(UNSAFE, '\u{fffd}');
}

/** `file:12: requirements[2].points: This is too small. At least 1.` */
export function faultLine({ file, line, place, reason, remedy }: FileFault): string {
  const where = line === undefined ? file : `${file}:${line}`;
  return plain(`${where}: ${place === '' ? '' : `${place}: `}${reason} ${remedy}`);
}

/** Columns side by side, the first row being their heads. Numbers stand to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(plain));
  const columns = Math.max(0, ...clean.map((row) => row.length));
  const body = clean.slice(1);
  const of = (column: number) => ({
    width: Math.max(...clean.map((row) => lengthOf(row[column] ?? ''))),
    right: body.length > 0 && body.every((row) => /^[\d.,/ -]*$/.test(row[column] ?? '')),
  });
  const layout = Array.from({ length: columns }, (_, column) => of(column));
  return clean
    .map((row) =>
      layout
        .map(({ width, right }, column) => {
          const cell = row[column] ?? '';
          const space = ' '.repeat(width - lengthOf(cell));
          return right ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function lengthOf(text: string): number {
  return [...text].length;
}
