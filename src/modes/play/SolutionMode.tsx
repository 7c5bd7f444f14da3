import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import Canvas from '../../canvas/Canvas';
import { DEFAULT_VIEW } from '../../canvas/Toolbar';
import type { CanvasView } from '../../canvas/Toolbar';
import { dollars } from '../../game/words';
import { Button } from '../../kit/Button';
import { Select } from '../../kit/Select';
import { useMedia } from '../../kit/use-media';
import { Announcer } from '../../panels/notices/Announcer';
import { Notices } from '../../panels/notices/Notices';
import { Requirements } from '../../panels/requirements/Requirements';
import { useSession } from '../../store/use-session';
import frame from '../../kit/Frame.module.css';
import styles from './solution.module.css';

interface Props {
  /** titles of all solutions of the scenario. */
  readonly titles: readonly string[];
  readonly shown: number;
  readonly onShow: (index: number) => void;
  readonly onBack: () => void;
}

/** A solution of ours on a canvas that nobody changes, with the goals that it meets and the traces that prove them. */
export function SolutionMode({ titles, shown, onShow, onBack }: Props) {
  const scenario = useSession((state) => state.scenario);
  const monthly = useSession((state) => state.report.cost.monthly);
  const wide = useMedia('(min-width: 900px)');
  const [goal, setGoal] = useState<string | undefined>(scenario.requirements[0]?.id);
  const [view, setView] = useState<CanvasView>(() => ({ ...DEFAULT_VIEW, minimap: false }));
  return (
    <div className={frame.screen}>
      <header className={styles.top} data-pane>
        <h1>Our solution</h1>
        {titles.length > 1 ? (
          <Select
            aria-label="Which solution"
            value={String(shown)}
            options={titles.map((title, index) => ({ value: String(index), label: title }))}
            onChange={(index) => onShow(Number(index))}
          />
        ) : (
          <p>{titles[0]}</p>
        )}
        {wide ? (
          <p className={styles.words}>{dollars(monthly)} a month. Nothing here counts or can be changed.</p>
        ) : null}
        <Button variant="primary" size="sm" icon={<ArrowLeft />} autoFocus onClick={onBack}>
          Back to your work
        </Button>
      </header>
      <div className={frame.work}>
        <main className={styles.canvas} aria-label="Diagram" data-pane>
          <Canvas view={view} onView={setView} />
          <Notices />
        </main>
        <aside className={styles.side} aria-label="Goals" data-pane>
          <Requirements open={goal} onOpen={setGoal} />
        </aside>
      </div>
      <Announcer />
    </div>
  );
}
