import { lazy, Suspense } from 'react';
import styles from './Markdown.module.css';

/** The parser loads with the first text. */
const Prose = lazy(() => import('./Prose'));

/** Markdown of an untrusted author. Until the parser is there it takes its place without showing its marks. */
export function Markdown(props: { readonly text: string; readonly className?: string }) {
  return (
    <Suspense fallback={<p className={styles.coming}>{props.text}</p>}>
      <Prose {...props} />
    </Suspense>
  );
}
