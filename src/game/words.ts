const VOWEL_LETTERS = /^[AEFHILMNORSX](?:[A-Z0-9]|\b)/;
/** Acronyms that are spoken as a word. */
const SPOKEN = /^(NAT|RAM|LAN)\b/;

/** `a VPC`, `an S3 bucket`, `an interface endpoint`. */
export function withArticle(title: string): string {
  const acronym = /^[A-Z][A-Z0-9]/.test(title);
  const vowel = acronym ? VOWEL_LETTERS.test(title) && !SPOKEN.test(title) : /^[aeiou]/i.test(title);
  return `${vowel ? 'an' : 'a'} ${title}`;
}

/** `a`, `a or b`, `a, b or c`; long lists end with "or N more". */
export function listWords(words: readonly string[], joint: 'and' | 'or', most = 4): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words;
  if (shown.length <= 1) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} ${joint} ${shown[shown.length - 1]}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** US dollars: `$7.30`, `$1,204`. */
export function dollars(amount: number): string {
  const text = amount >= 1000 ? String(Math.round(amount)) : amount.toFixed(2);
  return `$${text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}
