import { Suspense, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import Canvas from '../../canvas/Canvas';
import { DEFAULT_VIEW } from '../../canvas/Toolbar';
import type { CanvasView } from '../../canvas/Toolbar';
import type { Category } from '../../catalog/kind';
import { classes } from '../../kit/classes';
import { FoldingPanel } from '../../kit/FoldingPanel';
import type { MenuItem } from '../../kit/menu-item';
import { ResizablePanel } from '../../kit/ResizablePanel';
import { useCommandKey } from '../../kit/use-command-key';
import { usePanes } from '../../kit/use-panes';
import type { ReportDesk } from '../../panels/audit/AuditPanel';
import type { Place } from '../../panels/commands/place';
import { Announcer } from '../../panels/notices/Announcer';
import { Notices } from '../../panels/notices/Notices';
import { Palette } from '../../panels/palette/Palette';
import { useSession } from '../../store/use-session';
import type { Bench, FirstTab } from './bench';
import { Dock } from './Dock';
import {
  BenchCommands,
  ExportTemplateDialog,
  FrozenBar,
  FrozenPalette,
  ImportTemplateDialog,
  Later,
  ShortcutsDialog,
} from './later';
import { Sheet } from './Sheet';
import { SidePanel } from './SidePanel';
import { TEMPLATE_FILES } from './template-file';
import type { TemplateFile, TemplateFiles } from './template-file';
import { TopBar, type TopBarProps } from './TopBar';
import { useShortcuts } from './use-shortcuts';
import frame from '../../kit/Frame.module.css';
import styles from './play.module.css';

/** What every menu around a canvas leads to. */
export interface CommonWays {
  readonly narrow: boolean;
  readonly dark: boolean;
  readonly onTheme: () => void;
  readonly onAudit: () => void;
  readonly onExportTemplate: () => void;
  readonly onImportTemplate: () => void;
  readonly onCommands: () => void;
  readonly onHelp: () => void;
}

export interface WorkbenchProps extends Pick<
  TopBarProps,
  'dark' | 'homeHref' | 'homeWords' | 'onTheme' | 'onBrief' | 'onSummary'
> {
  readonly bench: Bench;
  readonly first: FirstTab;
  readonly desk: ReportDesk;
  readonly templateFiles: TemplateFiles;
  /** fetches the items of the menu, which are commands too. */
  readonly menu: (common: CommonWays) => Promise<readonly MenuItem[]>;
  /** what else the list of commands can open. */
  readonly places: () => Promise<readonly Place[]>;
  /** between the bar and the canvas. */
  readonly above?: ReactNode;
  /** what stands on the canvas as long as nothing is drawn. */
  readonly renderEmpty?: (common: CommonWays) => ReactNode;
  /** dialogs. */
  readonly children?: ReactNode;
}

/** The share of the window that a chart with its player needs. */
const ROOMY = 0.42;

/** One drawing with everything around it: bar, palette, canvas, properties and analysis. */
export function Workbench({ bench, first, desk, templateFiles, menu, places, ...props }: WorkbenchProps) {
  const actions = useSession((state) => state.actions);
  const frozen = useSession((state) => state.frozen);
  const dock = useSession((state) => state.dock);
  const { narrow, dockOpen, onDock } = bench;
  const [open, setOpen] = useState<'help' | 'commands' | 'export' | undefined>(undefined);
  const [template, setTemplate] = useState<TemplateFile | undefined>(undefined);
  const [category, setCategory] = useState<Category>('network');
  const [sideSize, setSideSize] = useState(360);
  const [view, setView] = useState<CanvasView>(() => ({ ...DEFAULT_VIEW, minimap: !narrow }));
  const [dockSizes, setDockSizes] = useState(() => ({ usual: 260, roomy: Math.round(window.innerHeight * ROOMY) }));
  const room = dock === 'timeline' || dock === 'defend' ? 'roomy' : 'usual';
  const close = () => setOpen(undefined);
  const onHelp = useCallback(() => setOpen('help'), []);
  const onCommands = useCallback(() => setOpen('commands'), []);
  useShortcuts({ onCategory: setCategory, onHelp });
  useCommandKey(onCommands);
  usePanes();
  const common: CommonWays = {
    narrow,
    dark: props.dark,
    onTheme: props.onTheme,
    onAudit: () => bench.show('audit'),
    onExportTemplate() {
      actions.dismissNotice();
      setOpen('export');
    },
    onImportTemplate() {
      if (frozen) {
        actions.notify({ tone: 'refused', text: 'The design is frozen.', remedy: 'Say what will happen to it.' });
        return;
      }
      actions.dismissNotice();
      void templateFiles.open(TEMPLATE_FILES).then(setTemplate);
    },
    onCommands,
    onHelp,
  };
  const items = () => menu(common);
  return (
    <div className={classes(frame.screen, styles.play)} data-narrow={narrow || undefined}>
      <TopBar {...props} narrow={narrow} onCost={() => bench.show('cost')} items={items} />
      {props.above}
      <div className={frame.work}>
        {narrow ? null : (
          <aside className={frame.left} aria-label="Resources" data-pane>
            {frozen ? (
              <Later>
                <FrozenPalette />
              </Later>
            ) : (
              <Palette category={category} onCategory={setCategory} />
            )}
          </aside>
        )}
        <main className={frame.centre} aria-label="Diagram">
          <Suspense fallback={null}>{frozen ? <FrozenBar /> : null}</Suspense>
          <div className={frame.canvas} data-pane>
            <Canvas view={view} onView={setView} empty={props.renderEmpty?.(common)} />
            <Notices />
          </div>
          {narrow ? null : (
            <FoldingPanel
              open={dockOpen}
              onOpen={onDock}
              size={dockSizes[room]}
              onSize={(size) => setDockSizes({ ...dockSizes, [room]: size })}
              label="Height of the analysis"
            >
              <Dock open={dockOpen} onOpen={onDock} desk={desk} />
            </FoldingPanel>
          )}
        </main>
        {narrow ? null : (
          <aside className={frame.side} aria-label={`${first.label} and inspector`} data-pane>
            <ResizablePanel
              className={frame.fill}
              side="right"
              size={sideSize}
              onSize={setSideSize}
              min={300}
              max={640}
              label={`Width of ${first.label.toLowerCase()} and inspector`}
            >
              <SidePanel first={first} tab={bench.side} onTab={bench.onSide} />
            </ResizablePanel>
          </aside>
        )}
      </div>
      {narrow ? (
        <Sheet
          first={first}
          tab={bench.sheet}
          onTab={bench.onSheet}
          category={category}
          onCategory={setCategory}
          desk={desk}
        />
      ) : null}
      <Announcer />
      <Suspense fallback={null}>
        {open === 'help' ? <ShortcutsDialog open onOpenChange={close} /> : null}
        {open === 'commands' ? (
          <BenchCommands
            bench={bench}
            first={first.label}
            items={items}
            places={places}
            onClose={() => setOpen((now) => (now === 'commands' ? undefined : now))}
          />
        ) : null}
        {open === 'export' ? <ExportTemplateDialog files={templateFiles} onClose={close} /> : null}
        {template ? <ImportTemplateDialog file={template} onClose={() => setTemplate(undefined)} /> : null}
        {props.children}
      </Suspense>
    </div>
  );
}
