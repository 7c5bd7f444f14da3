import { readFileSync } from 'node:fs';

/** The tables of a section of a guide: rows of cells, without their heads. */
export function tablesOf(guide: string, section: string): readonly (readonly (readonly string[])[])[] {
  const text = readFileSync(new URL(`../../docs/${guide}`, import.meta.url), 'utf8');
  const part = text.split(/^## /m).find((one) => one.startsWith(section));
  if (part === undefined) throw new Error(`${guide} has no section “${section}”.`);
  return [...part.matchAll(/(?:^\|.*\|\n)+/gm)].map(([table]) =>
    table
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
  );
}
