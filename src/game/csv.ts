/** A cell that begins like a formula is run by spreadsheets: an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as RFC 4180 wants them. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
