import { micromark } from 'micromark';
import { useMemo } from 'react';
import styles from './Markdown.module.css';

/** Text of an untrusted author. micromark escapes raw HTML and drops dangerous protocols by default. */
export default function Prose({ text, className }: { readonly text: string; readonly className?: string }) {
  const html = useMemo(
    () => ({ __html: openOutside(micromark(text, { allowDangerousHtml: false, allowDangerousProtocol: false })) }),
    [text],
  );
  return <div className={className ? `${styles.prose} ${className}` : styles.prose} dangerouslySetInnerHTML={html} />;
}

/** Links leave the game in a new tab and tell nothing of where they came from; pictures are not fetched. */
function openOutside(html: string): string {
  return html
    .replace(/<a href="(https?:[^"]*)"/g, '<a href="$1" target="_blank" rel="noreferrer noopener"')
    .replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '<em>$1</em>');
}
