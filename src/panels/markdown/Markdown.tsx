import { lazy, Suspense } from 'react';
import styles from './Markdown.module.css';

/** The parser loads with the first text. */
const Prose = lazy(() => import('./Prose'));

/** Markdown of an untrusted author; plain text, without the marks, until the parser is there. */
export function Markdown(props: { readonly text: string; readonly className?: string }) {
  return (
    <Suspense fallback={<p className={styles.coming}>{props.text.replace(/[*`#]/g, '')}</p>}>
      <Prose {...props} />
    </Suspense>
  );
}
