import {
  ArrowRight,
  BookOpenCheck,
  Download,
  EllipsisVertical,
  FlaskConical,
  FolderOpen,
  Moon,
  PencilRuler,
  Sun,
  Upload,
} from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { mapOf, nextOf } from '../game/level-map';
import { bestOf } from '../game/progress';
import { count } from '../game/words';
import { Button } from '../kit/Button';
import { classes } from '../kit/classes';
import { EmptyState } from '../kit/EmptyState';
import { IconButton } from '../kit/IconButton';
import { Menu } from '../kit/Menu';
import type { MenuItem } from '../kit/menu-item';
import { Meter } from '../kit/Meter';
import { useMedia } from '../kit/use-media';
import { Mark } from '../panels/brand/Mark';
import { FileProblems } from './later';
import type { TextStorage } from './ports/storage';
import { scenarios } from './scenario-index';
import { TASKS } from './ScenarioCard';
import type { CardScenario } from './ScenarioCard';
import { ScenarioMap } from './ScenarioMap';
import { TaskFilter } from './TaskFilter';
import { useTheme } from './theme';
import { useShelf } from './use-shelf';
import frame from '../kit/Frame.module.css';
import styles from './app.module.css';
import own from './home.module.css';

/** All scenarios as a map, with what was reached, what comes next, and the way in for files. */
export function Home({ storage }: { readonly storage: TextStorage }) {
  const theme = useTheme();
  const [, navigate] = useLocation();
  const wide = useMedia('(min-width: 720px)');
  const [task, setTask] = useState<CardScenario['task'] | undefined>(undefined);
  const desk = useShelf(storage);
  const { shelf, removed, failed } = desk;
  useEffect(() => {
    document.title = 'Perimeter';
  }, []);

  const all: readonly CardScenario[] = [...scenarios, ...shelf.imported];
  const stars = all.reduce((sum, one) => sum + (bestOf(shelf.progress, one.id)?.stars ?? 0), 0);
  const next = nextOf(all, shelf.progress);
  const begun = Object.keys(shelf.progress.best).length > 0;
  const nextWords = begun ? 'Next' : 'Start here';
  const reviewWords = shelf.due > 0 ? `Review (${shelf.due})` : 'Review';
  const items: MenuItem[] = [
    ...(wide
      ? []
      : [
          { id: 'open', label: 'Open a file', icon: <FolderOpen />, onSelect: () => void desk.open() },
          { id: 'review', label: reviewWords, icon: <BookOpenCheck />, onSelect: () => navigate('/review') },
          { id: 'sandbox', label: 'Sandbox', icon: <FlaskConical />, onSelect: () => navigate('/sandbox') },
          { id: 'author', label: 'Author', icon: <PencilRuler />, onSelect: () => navigate('/author') },
          { id: 'line', separator: true as const },
        ]),
    {
      id: 'save-progress',
      label: 'Save progress to a file',
      detail: 'Stars, best costs and what you review',
      icon: <Download />,
      onSelect: desk.saveProgress,
    },
    {
      id: 'open-progress',
      label: 'Add progress from a file',
      detail: 'The better of both stays',
      icon: <Upload />,
      onSelect: () => void desk.openProgress(),
    },
  ];
  return (
    <div className={styles.home}>
      <header className={styles.homeTop}>
        <span className={styles.brand}>
          <Mark />
          Perimeter
        </span>
        <span className={styles.homeTools}>
          {wide ? (
            <>
              <Button size="sm" variant="ghost" icon={<BookOpenCheck />} onClick={() => navigate('/review')}>
                {reviewWords}
              </Button>
              <Button size="sm" variant="ghost" icon={<FlaskConical />} onClick={() => navigate('/sandbox')}>
                Sandbox
              </Button>
              <Button size="sm" variant="ghost" icon={<PencilRuler />} onClick={() => navigate('/author')}>
                Author
              </Button>
              <Button size="sm" icon={<FolderOpen />} onClick={() => void desk.open()}>
                Open a file
              </Button>
            </>
          ) : null}
          <IconButton
            label={theme.dark ? 'Light theme' : 'Dark theme'}
            icon={theme.dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
            onClick={theme.toggle}
          />
          <Menu items={items} align="end">
            <button type="button" className={frame.menu} aria-label="Menu">
              <EllipsisVertical aria-hidden="true" />
            </button>
          </Menu>
        </span>
      </header>
      <main className={classes(styles.shelf, own.shelf)}>
        <div className={own.hero}>
          <div className={own.intro}>
            <h1>Draw the architecture. See what it really does.</h1>
            <p>
              Each scenario is a system for machine learning on AWS. You draw it; a simulator walks every request
              through routes, policies and keys, and shows the step that decides.
            </p>
            <div className={own.tally}>
              <span>
                <strong>{stars}</strong> of {all.length * 3} stars
              </span>
              <Meter value={stars} max={all.length * 3} label="Stars" tone="warn" />
            </div>
            {shelf.due > 0 ? (
              <p className={own.due}>
                {count(shelf.due, 'idea')} that you missed {shelf.due === 1 ? 'comes' : 'come'} back today.
                <Button size="sm" icon={<BookOpenCheck />} onClick={() => navigate('/review')}>
                  Review now
                </Button>
              </p>
            ) : null}
          </div>
          {next ? (
            <section className={own.next} aria-label="What comes next">
              <span className={own.nextHead}>
                <strong>{nextWords}</strong>
                <span>
                  {TASKS[next.task]} · {next.minutes} minutes
                </span>
              </span>
              <h2>{next.title}</h2>
              <p>{next.summary}</p>
              <Button variant="primary" icon={<ArrowRight />} onClick={() => navigate(`/play/${next.id}`)}>
                {shelf.saved.has(next.id) ? 'Continue' : 'Start'}
              </Button>
            </section>
          ) : null}
        </div>
        {desk.said === undefined ? null : (
          <p className={styles.removed} role="status">
            {desk.said}
          </p>
        )}
        {shelf.broken ? (
          <p className={styles.removed} role="alert">
            The progress in this browser cannot be read. It is kept, and new progress does not overwrite it.
            <Button size="sm" onClick={desk.saveBroken}>
              Download it
            </Button>
          </p>
        ) : null}
        {removed ? (
          <p className={styles.removed} role="status">
            “{removed.title}” is out of the list. Your work on it is kept.
            <Button size="sm" onClick={() => void desk.putBack(removed)}>
              Put it back
            </Button>
          </p>
        ) : null}
        {all.length === 0 ? (
          <EmptyState title="No scenario here" icon={<FolderOpen />}>
            Open a scenario file that you were given.
          </EmptyState>
        ) : (
          <TaskFilter scenarios={all} task={task} onTask={setTask} />
        )}
        <ScenarioMap
          map={mapOf(all.filter((one) => task === undefined || one.task === task))}
          shelf={shelf}
          next={next && { id: next.id, words: nextWords }}
          onRemove={(scenario) => void desk.remove(scenario)}
        />
      </main>
      <Suspense fallback={null}>{failed ? <FileProblems {...failed} onClose={desk.closeFailed} /> : null}</Suspense>
    </div>
  );
}
