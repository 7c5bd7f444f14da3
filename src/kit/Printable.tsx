import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './Printable.module.css';

/** What goes on paper instead of the page. On the screen it is not there. */
export function Printable({ children }: { readonly children: ReactNode }) {
  return createPortal(<div className={css.paper}>{children}</div>, document.body);
}
