import type { ReactNode } from 'react';
import css from './Hidden.module.css';

/** Words for assistive technology only. `live` announces changes politely. */
export function Hidden({ children, live }: { readonly children: ReactNode; readonly live?: boolean }) {
  return (
    <span className={css.hidden} {...(live ? { role: 'status', 'aria-live': 'polite' as const } : {})}>
      {children}
    </span>
  );
}
