import { useId, type ReactNode } from 'react';
import styles from './console.module.css';

interface Props {
  readonly title: string;
  /** at the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One group of controls. */
export function ControlSection({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
