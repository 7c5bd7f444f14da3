import { Fragment, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../kit/Button';
import { FileProblems } from './later';
import { PageTop } from './PageTop';
import { idOf, type Entry, type Kept } from './shelf';
import type { Works } from './use-works';
import styles from './app.module.css';
import own from './work-home.module.css';

interface Props<One extends Kept> {
  readonly works: Works<One>;
  readonly title: string;
  readonly intro: string;
  /** ways to begin, one `Way` each. */
  readonly begin: ReactNode;
  /** of the list: "Drafts". */
  readonly name: string;
  /** instead of the list when there is nothing in it. */
  readonly empty: ReactNode;
  readonly renderCard: (entry: Entry<One>) => ReactNode;
  /** dialogs. */
  readonly children?: ReactNode;
}

/** The page of a shelf of this browser: how to begin something, and what is there already. */
export function WorkHome<One extends Kept>({ works, title, intro, begin, name, empty, ...props }: Props<One>) {
  const { entries, removed, failed } = works;
  return (
    <div className={styles.home}>
      <PageTop />
      <main className={styles.shelf}>
        <div className={own.intro}>
          <h1>{title}</h1>
          <p>{intro}</p>
        </div>
        <section className={own.begin} aria-label="Begin">
          {begin}
        </section>
        {removed ? (
          <p className={styles.removed} role="status">
            “{removed.name}” is deleted.
            <Button size="sm" onClick={() => void removed.putBack()}>
              Put it back
            </Button>
          </p>
        ) : null}
        <section className={own.works} aria-label={name}>
          <h2>{name} in this browser</h2>
          {entries?.length === 0 ? (
            empty
          ) : (
            <ul>
              {entries?.map((entry) => (
                <Fragment key={idOf(entry)}>{props.renderCard(entry)}</Fragment>
              ))}
            </ul>
          )}
        </section>
      </main>
      {props.children}
      <Suspense fallback={null}>
        {failed ? <FileProblems {...failed} onClose={() => works.setFailed(undefined)} /> : null}
      </Suspense>
    </div>
  );
}

interface WayProps {
  readonly title: string;
  readonly words: string;
  /** what begins it. */
  readonly children?: ReactNode;
}

/** One way to begin. */
export function Way({ title, words, children }: WayProps) {
  return (
    <div>
      <h2>{title}</h2>
      <p>{words}</p>
      {children}
    </div>
  );
}
