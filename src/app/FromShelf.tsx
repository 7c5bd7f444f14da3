import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../kit/Button';
import { Loading } from './Loading';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { ProblemList } from './ProblemList';
import type { Kept, Loaded, Shelf } from './shelf';
import styles from './app.module.css';

interface Props<One extends Kept> {
  readonly shelf: Shelf<One>;
  readonly id: string;
  readonly storage: TextStorage;
  /** what one of the shelf is called: "draft". */
  readonly what: string;
  /** where all of them are listed. */
  readonly listHref: string;
  readonly children: (kept: One) => ReactNode;
}

/** Loads one work of this browser, and says so when it is not there or cannot be read. */
export function FromShelf<One extends Kept>({ shelf, id, storage, what, listHref, children }: Props<One>) {
  const [loaded, setLoaded] = useState<Loaded<One> | undefined>(undefined);
  useEffect(() => {
    let current = true;
    setLoaded(undefined);
    void shelf.load(storage, id).then((next) => current && setLoaded(next));
    return () => {
      current = false;
    };
  }, [shelf, id, storage]);
  if (!loaded) return <Loading />;
  if (loaded.type === 'found') return children(loaded.kept);
  return (
    <main className={styles.failure}>
      <h1>{loaded.type === 'missing' ? `There is no such ${what} in this browser` : `This ${what} cannot be read`}</h1>
      {loaded.type === 'broken' ? <ProblemList problems={loaded.problems} /> : <p>It may have been deleted.</p>}
      <div className={styles.ways}>
        {loaded.type === 'broken' ? (
          <Button onClick={() => browserFiles.download(`${id}-unreadable.json`, loaded.text)}>Download it</Button>
        ) : null}
        <Button variant="primary" onClick={() => (window.location.hash = listHref)}>
          To the list of {what}s
        </Button>
      </div>
    </main>
  );
}
