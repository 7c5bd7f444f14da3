import { FileDown, Inbox, PencilRuler } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../kit/Button';
import type { SentWork } from '../model/hand-in-link';
import type { FileProblem } from '../model/read-json';
import { writeSave } from './autosave';
import { keepHandIn, tellBoards } from './class-board';
import { readLink } from './hand-in-link';
import { loadScenario } from './library';
import { Loading } from './Loading';
import { browserChannel } from './ports/channel';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { ProblemList } from './ProblemList';
import styles from './app.module.css';

interface Props {
  /** what follows the route in the link. */
  readonly payload: string;
  readonly storage: TextStorage;
}

interface Found {
  readonly work: SentWork;
  readonly json: string;
  /** `undefined`: this browser does not have the scenario. */
  readonly title: string | undefined;
  /** somebody's own work on that scenario is here. */
  readonly own: boolean;
}
type State =
  | { readonly type: 'loading' }
  | { readonly type: 'broken'; readonly problems: readonly FileProblem[] }
  | ({ readonly type: 'found' } & Found);

/** Work that came as a link: onto the class board, into a file, or to be played on with. */
export default function HandInRoute({ payload, storage }: Props) {
  const [state, setState] = useState<State>({ type: 'loading' });
  useEffect(() => {
    let current = true;
    document.title = 'Handed-in work · Perimeter';
    void find(payload, storage).then((next) => current && setState(next));
    return () => {
      current = false;
    };
  }, [payload, storage]);
  if (state.type === 'loading') return <Loading />;
  if (state.type === 'broken') {
    return (
      <main className={styles.failure}>
        <h1>This link cannot be read</h1>
        <ProblemList problems={state.problems} />
      </main>
    );
  }
  return <Work {...state} storage={storage} />;
}

async function find(payload: string, storage: TextStorage): Promise<State> {
  const read = await readLink(payload);
  if (!read.ok) return { type: 'broken', problems: read.problems };
  const work = read.value;
  const { scenario } = work.save;
  const [loaded, keys] = await Promise.all([loadScenario(storage, scenario), storage.keys(`save/${scenario}`)]);
  return {
    type: 'found',
    work,
    json: JSON.stringify(work.save, null, 2),
    title: loaded.type === 'found' ? loaded.scenario.title : undefined,
    own: keys.includes(`save/${scenario}`),
  };
}

function Work({ work, json, title, own, storage }: Found & { readonly storage: TextStorage }) {
  const [, navigate] = useLocation();
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly words: string } | undefined>(undefined);
  const { by, save } = work;
  const nodes = Object.keys(save.diagram.nodes).length;

  const toBoard = async (): Promise<void> => {
    const kept = await keepHandIn(storage, save.scenario, { name: by, text: JSON.stringify(save) });
    if (!kept.ok) return setSaid(kept);
    tellBoards(browserChannel, save.scenario);
    const words = kept.replaced ? 'It is on the class board, in place of the one before.' : 'It is on the class board.';
    setSaid({ ok: true, words });
  };
  const playOn = async (): Promise<void> => {
    const written = await writeSave(storage, save);
    if (written.ok) navigate(`/play/${save.scenario}`);
    else setSaid({ ok: false, words: written.words });
  };
  return (
    <main className={styles.failure}>
      <h1>Work of {by}</h1>
      <p>
        {title ?? `Scenario “${save.scenario}”, which this browser does not have`}, {nodes} elements, saved{' '}
        <time dateTime={save.at}>{new Date(save.at).toLocaleString()}</time>.
      </p>
      <div className={styles.ways}>
        <Button variant="primary" icon={<Inbox />} disabled={title === undefined} onClick={() => void toBoard()}>
          Put it on the class board
        </Button>
        <Button
          icon={<FileDown />}
          onClick={() => browserFiles.download(`${by}.${save.scenario}.perimeter.json`, json)}
        >
          Save it to a file
        </Button>
        <Button icon={<PencilRuler />} disabled={title === undefined || own} onClick={() => void playOn()}>
          Play on with it
        </Button>
      </div>
      {own ? (
        <p>You have work of your own on this scenario. To look at this one there, save it to a file and open it.</p>
      ) : null}
      <p role={said?.ok === false ? 'alert' : 'status'}>{said?.words}</p>
      {said?.ok ? <a href={`#/console/${save.scenario}`}>To the console of this scenario</a> : null}
    </main>
  );
}
