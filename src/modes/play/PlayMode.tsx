import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import Canvas from '../../canvas/Canvas';
import { DEFAULT_VIEW } from '../../canvas/Toolbar';
import type { CanvasView } from '../../canvas/Toolbar';
import type { Category } from '../../catalog/kind';
import { ResizablePanel } from '../../kit/ResizablePanel';
import type { ReportDesk } from '../../panels/audit/AuditPanel';
import { Palette } from '../../panels/palette/Palette';
import type { DockTab } from '../../store/state';
import { useSession } from '../../store/use-session';
import { Announcer } from '../../panels/notices/Announcer';
import { Dock } from './Dock';
import type { HandInDesk } from './hand-in-desk';
import {
  BriefDialog,
  ExportTemplateDialog,
  FrozenBar,
  FrozenPalette,
  HandInDialog,
  ImportTemplateDialog,
  Later,
  ShortcutsDialog,
  SolvedDialog,
  WorkBanner,
} from './later';
import { Notices } from '../../panels/notices/Notices';
import type { NextScenario } from './SolvedDialog';
import type { SheetTab } from './Sheet';
import { Sheet } from './Sheet';
import { SidePanel } from './SidePanel';
import { TEMPLATE_FILES } from './template-file';
import type { TemplateFile, TemplateFiles } from './template-file';
import { TopBar } from './TopBar';
import { useMedia } from '../../kit/use-media';
import { usePanes } from '../../kit/use-panes';
import { useShortcuts } from './use-shortcuts';
import type { WorkBannerProps } from './WorkBanner';
import { classes } from '../../kit/classes';
import frame from '../../kit/Frame.module.css';
import styles from './play.module.css';

export interface PlayModeProps extends WorkBannerProps {
  readonly dark: boolean;
  readonly homeHref: string;
  readonly onTheme: () => void;
  readonly onLeave: () => void;
  readonly next?: NextScenario | undefined;
  /** shows a solution of ours; absent where there is none. */
  readonly onSolution?: (() => void) | undefined;
  /** absent where nothing can be handed in. */
  readonly handIn?: HandInDesk;
  /** to the console of the classroom. */
  readonly onTeach?: () => void;
  readonly onExport: () => void;
  readonly onOpenFile: () => void;
  readonly desk: ReportDesk;
  readonly templateFiles: TemplateFiles;
  /** a first visit begins with the brief. */
  readonly showBrief: boolean;
}

/** Pixels: the analysis with nothing but its tabs, and the least that shows something. */
const FOLDED = 38;
const SMALLEST_DOCK = 140;
/** The share of the window that a chart with its player needs. */
const ROOMY = 0.42;

/** One player, one scenario: palette, canvas, goals, inspector and analysis. Stands inside a `SessionProvider`. */
export function PlayMode(props: PlayModeProps) {
  const actions = useSession((state) => state.actions);
  const start = useSession((state) => state.scenario.start);
  const playing = useSession((state) => state.playback !== undefined);
  const played = useSession((state) => state.drill?.run?.id);
  const frozen = useSession((state) => state.frozen);
  const first = useSession((state) => state.scenario.predictions[0]?.id);
  const notice = useSession((state) => state.notice);
  const dock = useSession((state) => state.dock);
  const narrow = !useMedia('(min-width: 1100px)');
  const [brief, setBrief] = useState(props.showBrief);
  const [summary, setSummary] = useState(false);
  const [help, setHelp] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [handingIn, setHandingIn] = useState(false);
  const [template, setTemplate] = useState<TemplateFile | undefined>(undefined);
  const [category, setCategory] = useState<Category>('network');
  const [goal, setGoal] = useState(first);
  const [dockOpen, setDockOpen] = useState(false);
  const [sheet, setSheet] = useState<SheetTab | undefined>(undefined);
  const [sideSize, setSideSize] = useState(360);
  const [view, setView] = useState<CanvasView>(() => ({ ...DEFAULT_VIEW, minimap: !narrow }));
  const [dockSizes, setDockSizes] = useState(() => ({ usual: 260, roomy: Math.round(window.innerHeight * ROOMY) }));
  const room = dock === 'timeline' || dock === 'defend' ? 'roomy' : 'usual';
  const announced = useRef<number | undefined>(undefined);

  useEffect(() => {
    if (playing) setDockOpen(true);
    if (playing) setSheet('dock');
  }, [playing]);
  useEffect(() => {
    if (played !== undefined) setDockOpen(true);
    if (played !== undefined) setSheet('dock');
  }, [played]);
  useEffect(() => {
    if (notice?.tone !== 'won' || announced.current === notice.id) return;
    announced.current = notice.id;
    setSummary(true);
  }, [notice]);
  const onCategory = useCallback((next: Category) => setCategory(next), []);
  const onHelp = useCallback(() => setHelp(true), []);
  useShortcuts({ onCategory, onHelp });
  usePanes();

  const show = (tab: DockTab): void => {
    actions.showDock(tab);
    setDockOpen(true);
    setSheet('dock');
  };
  return (
    <div className={classes(frame.screen, styles.play)} data-narrow={narrow || undefined}>
      <TopBar
        {...props}
        narrow={narrow}
        onBrief={() => setBrief(true)}
        onSummary={() => setSummary(true)}
        onCost={() => show('cost')}
        onAudit={() => show('audit')}
        onHelp={onHelp}
        {...(props.handIn ? { onHandIn: () => setHandingIn(true) } : {})}
        onExportTemplate={() => {
          actions.dismissNotice();
          setExporting(true);
        }}
        onImportTemplate={() => {
          if (frozen) {
            actions.notify({ tone: 'refused', text: 'The design is frozen.', remedy: 'Say what will happen to it.' });
            return;
          }
          actions.dismissNotice();
          void props.templateFiles.open(TEMPLATE_FILES).then(setTemplate);
        }}
        onRestart={() => actions.load(start, 'Started again. Undo brings your work back.', {})}
      />
      <Suspense fallback={null}>
        {props.restored || props.otherTab ? <WorkBanner restored={props.restored} otherTab={props.otherTab} /> : null}
      </Suspense>
      <div className={frame.work}>
        {narrow ? null : (
          <aside className={frame.left} aria-label="Resources" data-pane>
            {frozen ? (
              <Later>
                <FrozenPalette />
              </Later>
            ) : (
              <Palette category={category} onCategory={onCategory} />
            )}
          </aside>
        )}
        <main className={frame.centre} aria-label="Diagram">
          <Suspense fallback={null}>{frozen ? <FrozenBar /> : null}</Suspense>
          <div className={frame.canvas} data-pane>
            <Canvas view={view} onView={setView} />
            <Notices />
          </div>
          {narrow ? null : (
            // One panel, open or folded: the focus stays on the tab that unfolds it.
            <ResizablePanel
              side="bottom"
              size={dockOpen ? dockSizes[room] : FOLDED}
              onSize={(size) => {
                setDockSizes({ ...dockSizes, [room]: Math.max(SMALLEST_DOCK, size) });
                setDockOpen(true);
              }}
              min={dockOpen ? SMALLEST_DOCK : FOLDED}
              max={560}
              label="Height of the analysis"
            >
              <Dock open={dockOpen} onOpen={setDockOpen} desk={props.desk} />
            </ResizablePanel>
          )}
        </main>
        {narrow ? null : (
          <aside className={frame.side} aria-label="Goals and inspector" data-pane>
            <ResizablePanel
              className={frame.fill}
              side="right"
              size={sideSize}
              onSize={setSideSize}
              min={300}
              max={640}
              label="Width of goals and inspector"
            >
              <SidePanel goal={goal} onGoal={setGoal} />
            </ResizablePanel>
          </aside>
        )}
      </div>
      {narrow ? (
        <Sheet
          tab={sheet}
          onTab={setSheet}
          category={category}
          onCategory={onCategory}
          goal={goal}
          onGoal={setGoal}
          desk={props.desk}
        />
      ) : null}
      <Announcer />
      <Suspense fallback={null}>
        {brief ? <BriefDialog open onOpenChange={setBrief} /> : null}
        {summary ? (
          <SolvedDialog
            open
            onOpenChange={setSummary}
            onDefend={() => show('defend')}
            onLeave={props.onLeave}
            next={props.next}
            onSolution={props.onSolution}
          />
        ) : null}
        {handingIn && props.handIn ? <HandInDialog desk={props.handIn} onClose={() => setHandingIn(false)} /> : null}
        {exporting ? <ExportTemplateDialog files={props.templateFiles} onClose={() => setExporting(false)} /> : null}
        {template ? <ImportTemplateDialog file={template} onClose={() => setTemplate(undefined)} /> : null}
        {help ? <ShortcutsDialog open onOpenChange={setHelp} /> : null}
      </Suspense>
    </div>
  );
}
