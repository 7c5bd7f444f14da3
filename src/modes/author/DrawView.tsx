import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import Canvas from '../../canvas/Canvas';
import type { Category } from '../../catalog/kind';
import { FoldingPanel, FoldingTabs } from '../../kit/FoldingPanel';
import { ResizablePanel } from '../../kit/ResizablePanel';
import { Tabs, type TabItem } from '../../kit/Tabs';
import { Announcer } from '../../panels/notices/Announcer';
import { Notices } from '../../panels/notices/Notices';
import { Palette } from '../../panels/palette/Palette';
import { Requirements } from '../../panels/requirements/Requirements';
import type { DockTab } from '../../store/state';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { SessionProvider, useSession, useSessionStore } from '../../store/use-session';
import { DesignBar } from './DesignBar';
import { DesignPanel } from './DesignPanel';
import { AccessPanel, CostPanel, Inspector, Later, Outline, Problems, TimelinePanel, TracePanel } from './later';
import { LockToggle } from './LockToggle';
import type { DrawTab } from './navigation';
import { useCategoryKeys } from './use-category-keys';
import frame from '../../kit/Frame.module.css';
import styles from './author.module.css';

interface Props {
  readonly narrow: boolean;
  readonly tab: DrawTab;
  readonly onTab: (tab: DrawTab) => void;
  /** the requirement that is unfolded among the goals. */
  readonly goal: string | undefined;
  readonly onGoal: (id: string | undefined) => void;
  readonly missing: ReactNode;
  readonly missingCount: number;
}

/** The drawings: the same canvas, palette, inspector and analysis that a player has, with every kind there is. */
export function DrawView(props: Props) {
  const store = useAuthorStore();
  const draft = useAuthor((state) => state.draft);
  const session = useAuthor((state) => state.session);
  const shown = useAuthor((state) => state.shown);
  // Whatever changed around the drawing (a requirement, a lock, an undo) shows on the canvas.
  useEffect(() => store.getState().actions.refresh(), [store, draft]);
  return (
    <SessionProvider session={session}>
      <div className={styles.draw}>
        <DesignBar />
        <Work key={`${shown.type} ${shown.name}`} {...props} />
      </div>
    </SessionProvider>
  );
}

function Work({ narrow, ...shown }: Props) {
  const { tab, onTab } = shown;
  const [category, setCategory] = useState<Category>('network');
  const [sideSize, setSideSize] = useState(360);
  const [dockSize, setDockSize] = useState(240);
  const [dockOpen, setDockOpen] = useState(false);
  const onCategory = useCallback((next: Category) => setCategory(next), []);
  const playing = useSession((state) => state.playback !== undefined);
  const session = useSessionStore();
  useCategoryKeys(onCategory);
  useEffect(() => {
    if (playing) setDockOpen(true);
  }, [playing]);
  useEffect(
    () =>
      session.subscribe((now, before) => {
        if (now.selection !== before.selection && now.selection.length > 0 && tab !== 'missing') onTab('inspector');
      }),
    [session, onTab, tab],
  );
  const side = <Side {...shown} />;
  if (narrow) {
    return (
      <>
        <main className={frame.canvas} aria-label="Diagram" data-pane>
          <Canvas />
          <Notices />
        </main>
        <div className={styles.below} data-pane>
          <Side
            {...shown}
            more={[
              { id: 'palette', label: 'Palette', content: <Palette category={category} onCategory={onCategory} /> },
              { id: 'outline', label: 'Outline', content: <Later>{<Outline />}</Later> },
            ]}
          />
        </div>
        <Announcer />
      </>
    );
  }
  return (
    <div className={frame.work}>
      <aside className={frame.left} aria-label="Resources" data-pane>
        <Palette category={category} onCategory={onCategory} />
      </aside>
      <main className={frame.centre} aria-label="Diagram">
        <div className={frame.canvas} data-pane>
          <Canvas />
          <Notices />
        </div>
        <FoldingPanel
          open={dockOpen}
          onOpen={setDockOpen}
          size={dockSize}
          onSize={setDockSize}
          label="Height of the analysis"
        >
          <Dock open={dockOpen} onOpen={setDockOpen} />
        </FoldingPanel>
      </main>
      <aside className={frame.side} aria-label="Properties" data-pane>
        <ResizablePanel
          className={frame.fill}
          side="right"
          size={sideSize}
          onSize={setSideSize}
          min={300}
          max={640}
          label="Width of the properties"
        >
          {side}
        </ResizablePanel>
      </aside>
      <Announcer />
    </div>
  );
}

interface SideProps extends Omit<Props, 'narrow'> {
  /** on a small screen: what stands beside the canvas on a bigger one. */
  readonly more?: readonly TabItem[];
}

const NO_TABS: readonly TabItem[] = [];
const DRAW_TABS: ReadonlySet<string> = new Set<DrawTab>(['inspector', 'goals', 'design', 'missing']);
const isDrawTab = (id: string): id is DrawTab => DRAW_TABS.has(id);

function Side({ tab, onTab, goal, onGoal, missing, missingCount, more = NO_TABS }: SideProps) {
  const results = useSession((state) => state.report.requirements);
  const [other, setOther] = useState<string | undefined>(undefined);
  useEffect(() => setOther(undefined), [tab]);
  const met = results.filter((result) => result.met).length;
  const count = (words: string) => <span className={frame.count}>{words}</span>;
  return (
    <Tabs
      className={frame.fill}
      label="Properties"
      value={other ?? tab}
      onChange={(id) => {
        setOther(isDrawTab(id) ? undefined : id);
        if (isDrawTab(id)) onTab(id);
      }}
      items={[
        ...more,
        {
          id: 'inspector',
          label: 'Inspector',
          content: (
            <Later>
              <LockToggle />
              <Inspector />
            </Later>
          ),
        },
        {
          id: 'goals',
          label: 'Goals',
          badge: count(`${met}/${results.length}`),
          content: <Requirements open={goal} onOpen={onGoal} />,
        },
        { id: 'design', label: 'Design', content: <DesignPanel /> },
        {
          id: 'missing',
          label: 'Missing',
          badge: missingCount > 0 ? count(String(missingCount)) : undefined,
          content: missing,
        },
      ]}
    />
  );
}

const DOCK: readonly { readonly id: DockTab; readonly label: string; readonly panel: () => ReactNode }[] = [
  { id: 'trace', label: 'Traces', panel: () => <TracePanel /> },
  { id: 'problems', label: 'Problems', panel: () => <Problems /> },
  { id: 'access', label: 'Access', panel: () => <AccessPanel /> },
  { id: 'cost', label: 'Cost', panel: () => <CostPanel /> },
  { id: 'timeline', label: 'Timeline', panel: () => <TimelinePanel /> },
  { id: 'outline', label: 'Outline', panel: () => <Outline /> },
];

function Dock({ open, onOpen }: { readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  const dock = useSession((state) => state.dock);
  const actions = useSession((state) => state.actions);
  return (
    <FoldingTabs
      label="Analysis"
      what="the analysis"
      open={open}
      onOpen={onOpen}
      value={dock}
      onChange={(id) => {
        const chosen = DOCK.find((one) => one.id === id);
        if (chosen) actions.showDock(chosen.id);
      }}
      items={DOCK.map(({ id, label, panel }) => ({ id, label, content: open ? <Later>{panel()}</Later> : null }))}
    />
  );
}
