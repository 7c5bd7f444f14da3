/**
 * Glob matching with `*` (any run) and `?` (one character). No regular expressions and no backtracking over
 * several stars: each piece between two stars is placed at its first fit, which is enough for globs.
 */
export type GlobToken = { readonly text: string } | 'any' | 'one';

/** Text without stars; `holes` are the places that any one character fits. */
interface Piece {
  readonly text: string;
  readonly holes: readonly number[] | undefined;
}
export interface Glob {
  /** no star: the whole text is this one piece. */
  readonly whole: Piece | undefined;
  readonly first: Piece;
  readonly middle: readonly Piece[];
  readonly last: Piece;
  /** `*` alone. */
  readonly everything: boolean;
}

export function globOf(tokens: readonly GlobToken[]): Glob {
  const pieces: Piece[] = [];
  let text = '';
  let holes: number[] = [];
  const close = () => {
    pieces.push({ text, holes: holes.length > 0 ? holes : undefined });
    text = '';
    holes = [];
  };
  for (const token of tokens) {
    if (token === 'any') close();
    else if (token === 'one') {
      holes.push(text.length);
      text += '?';
    } else text += token.text;
  }
  close();
  const empty: Piece = { text: '', holes: undefined };
  const first = pieces[0] ?? empty;
  const last = pieces[pieces.length - 1] ?? empty;
  const middle = pieces.slice(1, -1).filter((piece) => piece.text !== '');
  return {
    whole: pieces.length === 1 ? first : undefined,
    first,
    middle,
    last,
    everything: pieces.length > 1 && first.text === '' && last.text === '' && middle.length === 0,
  };
}

/** `*` and `?` are wildcards, everything else stands for itself. */
export function tokensOf(pattern: string): GlobToken[] {
  const tokens: GlobToken[] = [];
  let from = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char !== '*' && char !== '?') continue;
    if (at > from) tokens.push({ text: pattern.slice(from, at) });
    tokens.push(char === '*' ? 'any' : 'one');
    from = at + 1;
  }
  if (from < pattern.length) tokens.push({ text: pattern.slice(from) });
  return tokens;
}

export function globMatches(glob: Glob, text: string): boolean {
  if (glob.everything) return true;
  const { whole, first, last } = glob;
  if (whole) return text.length === whole.text.length && fits(whole, text, 0);
  if (text.length < first.text.length + last.text.length || !fits(first, text, 0)) return false;
  const end = text.length - last.text.length;
  if (!fits(last, text, end)) return false;
  let at = first.text.length;
  for (const piece of glob.middle) {
    const found = find(piece, text, at, end);
    if (found < 0) return false;
    at = found + piece.text.length;
  }
  return true;
}

function fits(piece: Piece, text: string, at: number): boolean {
  if (!piece.holes) return text.startsWith(piece.text, at);
  let from = 0;
  for (const hole of piece.holes) {
    if (!text.startsWith(piece.text.slice(from, hole), at + from)) return false;
    from = hole + 1;
  }
  return text.startsWith(piece.text.slice(from), at + from);
}

function find(piece: Piece, text: string, from: number, end: number): number {
  const latest = end - piece.text.length;
  if (!piece.holes) {
    const found = text.indexOf(piece.text, from);
    return found >= 0 && found <= latest ? found : -1;
  }
  for (let at = from; at <= latest; at += 1) if (fits(piece, text, at)) return at;
  return -1;
}
