import type { CSSProperties } from 'react';
import css from './icons.module.css';

const FILES = import.meta.glob<string>('./*/icon.svg', { eager: true, query: '?url', import: 'default' });
const ADDRESSES: ReadonlyMap<string, string> = new Map(
  Object.entries(FILES).map(([path, url]) => [path.split('/')[1] ?? path, url]),
);

export interface KindIconProps {
  /** a kind's id; an unknown one shows a plain box. */
  readonly kind: string;
  /** edge length in pixels. */
  readonly size?: number;
}

/** The glyph of a kind in the colour of the text around it. Decorative: its name stands beside it. */
export function KindIcon({ kind, size = 20 }: KindIconProps) {
  const address = ADDRESSES.get(kind);
  const box: CSSProperties = { width: size, height: size };
  if (address === undefined) {
    return (
      <svg className={css.fallback} style={box} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3 20 7.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9" />
      </svg>
    );
  }
  const mask = `url("${address}")`;
  return <span className={css.glyph} style={{ ...box, maskImage: mask, WebkitMaskImage: mask }} aria-hidden="true" />;
}
