import { lazy, Suspense } from 'react';

/** The parser loads with the first text. */
const Prose = lazy(() => import('./Prose'));

/** Markdown of an untrusted author; plain until the parser is there. */
export function Markdown(props: { readonly text: string; readonly className?: string }) {
  return (
    <Suspense fallback={<p className={props.className}>{props.text}</p>}>
      <Prose {...props} />
    </Suspense>
  );
}
