import { FileDown, FlaskConical } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { slugOf } from '../game/sandbox';
import { count } from '../game/words';
import { Button } from '../kit/Button';
import { writeDrawing, type Drawing } from '../model/drawing';
import type { Read } from '../model/read-json';
import { readDrawingLink } from './drawing-link';
import { addDrawing } from './drawings';
import { Loading } from './Loading';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { ProblemList } from './ProblemList';
import styles from './app.module.css';

interface Props {
  /** what follows the route in the link. */
  readonly payload: string;
  readonly storage: TextStorage;
}

/** A drawing that came as a link: into the sandbox, or into a file. Nothing is kept before somebody says so. */
export default function DrawingRoute({ payload, storage }: Props) {
  const [, navigate] = useLocation();
  const [read, setRead] = useState<Read<Drawing> | undefined>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let current = true;
    document.title = 'A drawing · Perimeter';
    void readDrawingLink(payload).then((next) => current && setRead(next));
    return () => {
      current = false;
    };
  }, [payload]);
  if (!read) return <Loading />;
  if (!read.ok) {
    return (
      <main className={styles.failure}>
        <h1>This link cannot be read</h1>
        <ProblemList problems={read.problems} />
      </main>
    );
  }
  const drawing = read.value;
  const keep = async (): Promise<void> => {
    const { id, written } = await addDrawing(storage, browserClock, drawing);
    if (written.ok) navigate(`/sandbox/${id}`);
    else setSaid(written.words);
  };
  return (
    <main className={styles.failure}>
      <h1>{drawing.name}</h1>
      <p>
        A drawing of the sandbox: {count(Object.keys(drawing.diagram.nodes).length, 'element')} in{' '}
        {drawing.account.region}.
      </p>
      <div className={styles.ways}>
        <Button variant="primary" icon={<FlaskConical />} onClick={() => void keep()}>
          Keep a copy and open it
        </Button>
        <Button
          icon={<FileDown />}
          onClick={() =>
            browserFiles.download(`${slugOf(drawing.name)}.drawing.json`, writeDrawing(drawing, browserClock.now()))
          }
        >
          Save it to a file
        </Button>
      </div>
      <p role="alert">{said}</p>
    </main>
  );
}
