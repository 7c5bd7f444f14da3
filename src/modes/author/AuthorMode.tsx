import {
  Command,
  Download,
  EllipsisVertical,
  Eye,
  FolderDown,
  ListChecks,
  Moon,
  Redo2,
  Sun,
  Undo2,
} from 'lucide-react';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { checklist, countOf, type Missing } from '../../game/author/checklist';
import { proposalOf, type DesignKey } from '../../game/author/designs';
import { playable } from '../../game/author/playable';
import { textAt } from '../../game/author/place';
import { proving } from '../../game/prove';
import type { Proof, ProofStep } from '../../game/proof/contract';
import { count } from '../../game/words';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Menu } from '../../kit/Menu';
import type { MenuItem } from '../../kit/menu-item';
import { useCommandKey } from '../../kit/use-command-key';
import { useMedia } from '../../kit/use-media';
import { usePanes } from '../../kit/use-panes';
import { useTabs } from '../../kit/use-tabs';
import type { Draft } from '../../model/bundle';
import { evidenceOf } from '../../panels/requirements/requirement-state';
import { Mark } from '../../panels/brand/Mark';
import type { Place } from '../../panels/commands/place';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { Checklist } from './Checklist';
import { DrawView } from './DrawView';
import { FieldsView } from './FieldsView';
import { GoalsView } from './GoalsView';
import { JsonView } from './JsonView';
import { AuthorCommands } from './later';
import { focusPlace, targetOf, VIEWS, type DrawTab, type Target, type View } from './navigation';
import { ProveView } from './ProveView';
import { Said } from './Said';
import { isTyping } from './use-category-keys';
import { useFrame } from './use-frame';
import { useSteps } from './use-steps';
import { classes } from '../../kit/classes';
import shared from '../../kit/Frame.module.css';
import styles from './author.module.css';

export interface AuthorModeProps {
  readonly dark: boolean;
  readonly onTheme: () => void;
  /** the list of drafts. */
  readonly draftsHref: string;
  readonly onPreview: () => void;
  readonly onExport: () => void;
  readonly onExportFolder: () => void;
  /** what else the list of commands can open. */
  readonly places: () => Promise<readonly Place[]>;
}

const VIEW_IDS = VIEWS.map(({ id }) => id);
const isView = (id: string): id is View => VIEW_IDS.some((one) => one === id);

/** A scenario in the making: drawn, described, as JSON, and proven. Stands inside an `AuthorProvider`. */
export function AuthorMode(props: AuthorModeProps) {
  const store = useAuthorStore();
  const draft = useAuthor((state) => state.draft);
  const rules = useAuthor((state) => state.rules);
  const broken = useAuthor((state) => state.text !== undefined);
  const narrow = !useMedia('(min-width: 1100px)');
  const [view, setView] = useState<View>('draw');
  const [tab, setTab] = useState<DrawTab>('inspector');
  const [open, setOpen] = useState<number | undefined>(undefined);
  const [goal, setGoal] = useState<string | undefined>(undefined);
  const [target, setTarget] = useState<{ readonly place: string } | undefined>(undefined);
  const [proved, setProved] = useState<Draft | undefined>(undefined);
  const [finding, setFinding] = useState(false);
  const run = useSteps<ProofStep, Proof>();
  const body = useRef<HTMLDivElement>(null);
  usePanes();

  const isCurrent = proved === draft && run.state === 'done';
  const proof = isCurrent ? run.result : undefined;
  const lines = useMemo(() => checklist(draft, rules, proof), [draft, rules, proof]);
  const missing = countOf(lines);
  const frame = useFrame(lines);
  const scenario = useMemo(() => playable(draft.scenario).scenario, [draft.scenario]);

  const go = useCallback(
    (to: Target) => {
      const { actions } = store.getState();
      setView(to.view);
      if (to.view === 'draw') {
        actions.show(to.design);
        setTab(to.node === undefined ? 'design' : 'inspector');
        if (to.node !== undefined) store.getState().session.getState().actions.select([to.node], to.field);
      } else if (to.view !== 'json') {
        const at = /^requirements\[(\d+)\]/.exec(to.place)?.[1];
        if (at !== undefined) setOpen(Number(at));
        setTarget({ place: to.place });
      }
    },
    [store],
  );
  const showCell = useCallback(
    (design: DesignKey, requirement: string) => {
      setView('draw');
      setTab('goals');
      setGoal(requirement);
      const { actions } = store.getState();
      actions.show(design);
      const canvas = store.getState().session.getState();
      const result = canvas.report.requirements.find(({ id }) => id === requirement);
      if (!result) return;
      canvas.actions.highlight({ ...evidenceOf(result), tone: result.met ? 'meets' : 'misses', reveal: true });
    },
    [store],
  );
  const goTo = useCallback((one: Pick<Missing, 'part' | 'path'>) => go(targetOf(one)), [go]);
  useEffect(() => {
    if (target && body.current) focusPlace(body.current, target.place);
  }, [target]);
  useUndoKeys(view);
  const onCommands = useCallback(() => setFinding(true), []);
  useCommandKey(onCommands);

  const onProve = (): void => {
    const now = store.getState().draft;
    setProved(now);
    run.start(() => proving(proposalOf(now), rules));
  };
  const items = menuItems({ ...props, onCommands });
  const list = <Checklist lines={lines} onGo={goTo} />;
  const tabs = useTabs({ ids: VIEW_IDS, value: view, onChange: (id) => isView(id) && setView(id) });
  const missingIn = (place: string): number =>
    lines.flatMap((line) => line.missing).filter((one) => one.place === place || one.place.startsWith(`${place}.`))
      .length;
  return (
    <div className={classes(shared.screen, styles.author)} data-narrow={narrow || undefined}>
      <TopBar
        {...props}
        narrow={narrow}
        view={view}
        missing={missing}
        items={items}
        onMissing={() => (setView('draw'), setTab('missing'))}
      />
      <nav className={styles.views} data-pane aria-label="Author mode">
        <div className={styles.viewList} aria-label="Views" {...tabs.list}>
          {VIEWS.map(({ id, label }) => (
            <button key={id} className={styles.view} {...tabs.tab(id)}>
              {label}
            </button>
          ))}
        </div>
      </nav>
      {narrow ? (
        <p className={classes(shared.strip, styles.small)}>
          Author mode is easier on a bigger screen. Everything works here too.
        </p>
      ) : null}
      {broken && view !== 'json' ? (
        <p className={classes(shared.strip, styles.broken)} role="status">
          The JSON cannot be read at the moment, so this shows the scenario as it was before.
          <Button size="sm" onClick={() => setView('json')}>
            To the JSON
          </Button>
        </p>
      ) : null}
      <div ref={body} className={styles.body} {...tabs.panel(view)}>
        {view === 'draw' ? (
          <DrawView
            narrow={narrow}
            tab={tab}
            onTab={setTab}
            goal={goal}
            onGoal={setGoal}
            missing={list}
            missingCount={missing.open}
          />
        ) : (
          <main className={styles.page} data-pane tabIndex={-1} aria-label={VIEWS.find(({ id }) => id === view)?.label}>
            <div className={styles.main}>
              <fieldset className={styles.bare} disabled={broken && view !== 'json'}>
                {view === 'goals' ? <GoalsView frame={frame} open={open} onOpen={setOpen} missing={missingIn} /> : null}
                {view === 'fields' ? <FieldsView frame={frame} /> : null}
                {view === 'json' ? <JsonView lines={lines} /> : null}
                {view === 'prove' ? (
                  <ProveView
                    run={run}
                    isCurrent={isCurrent}
                    scenario={scenario}
                    onProve={onProve}
                    onGo={goTo}
                    onCell={showCell}
                  />
                ) : null}
              </fieldset>
            </div>
            {view === 'json' || narrow ? null : (
              <aside className={styles.aside} aria-label="Checklist">
                <h2>{headline(missing)}</h2>
                {list}
              </aside>
            )}
          </main>
        )}
      </div>
      <Said />
      <Suspense fallback={null}>
        {finding ? (
          <AuthorCommands
            items={[
              { id: 'preview', label: 'Preview as a student', icon: <Eye />, onSelect: props.onPreview },
              ...items,
            ]}
            places={props.places}
            onView={setView}
            onTab={setTab}
            onProve={onProve}
            onClose={() => setFinding(false)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

function headline({ open, unasked }: ReturnType<typeof countOf>): string {
  if (open > 0) return `${count(open, 'thing')} missing`;
  return unasked > 0 ? 'To be proven' : 'Complete and proven';
}

function menuItems({
  dark,
  onTheme,
  onCommands,
  ...props
}: AuthorModeProps & { readonly onCommands: () => void }): readonly MenuItem[] {
  return [
    {
      id: 'file',
      label: 'Save to one file',
      detail: 'Scenario, solutions and attempts',
      icon: <Download />,
      onSelect: props.onExport,
    },
    {
      id: 'folder',
      label: 'Save as a folder',
      detail: 'A ZIP archive, as in scenarios/',
      icon: <FolderDown />,
      onSelect: props.onExportFolder,
    },
    {
      id: 'theme',
      label: dark ? 'Light theme' : 'Dark theme',
      icon: dark ? <Sun /> : <Moon />,
      onSelect: onTheme,
    },
    { id: 'commands', label: 'All commands', icon: <Command />, shortcut: 'Mod+K', onSelect: onCommands },
  ];
}

interface TopBarProps extends AuthorModeProps {
  readonly items: readonly MenuItem[];
  readonly narrow: boolean;
  readonly view: View;
  readonly missing: ReturnType<typeof countOf>;
  readonly onMissing: () => void;
}

function TopBar({ narrow, view, missing, onMissing, ...props }: TopBarProps) {
  const title = useAuthor((state) => textAt(state.draft.scenario, ['title']));
  const savedAt = useAuthor((state) => state.savedAt);
  const { undo, redo, canUndo, canRedo } = useUndo(view);
  return (
    <header className={classes(shared.bar, styles.top)} data-pane>
      <a className={shared.mark} href={props.draftsHref} aria-label="Perimeter, list of drafts">
        <Mark />
        {narrow ? null : <span>Author</span>}
      </a>
      <h1 className={classes(shared.title, styles.title)}>{title || 'New scenario'}</h1>
      <span className={shared.spring} />
      {narrow || savedAt === undefined ? null : (
        <time className={shared.saved} dateTime={savedAt}>
          Saved {new Date(savedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
        </time>
      )}
      <Button
        size="sm"
        variant="ghost"
        icon={<ListChecks />}
        aria-label={`${headline(missing)}: show the list`}
        onClick={onMissing}
      >
        {narrow ? String(missing.open) : headline(missing)}
      </Button>
      <IconButton
        label="Undo"
        shortcut="Mod+Z"
        icon={<Undo2 aria-hidden="true" />}
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        label="Redo"
        shortcut="Mod+Shift+Z"
        icon={<Redo2 aria-hidden="true" />}
        disabled={!canRedo}
        onClick={redo}
      />
      {narrow ? (
        <IconButton label="Preview as a student" icon={<Eye aria-hidden="true" />} onClick={props.onPreview} />
      ) : (
        <Button size="sm" icon={<Eye />} onClick={props.onPreview}>
          Preview
        </Button>
      )}
      <Menu align="end" items={props.items}>
        <button type="button" className={shared.menu} aria-label="Menu">
          <EllipsisVertical aria-hidden="true" />
        </button>
      </Menu>
    </header>
  );
}

/** On the canvas its own undo comes first; elsewhere that of the forms. */
function useUndo(view: View) {
  const store = useAuthorStore();
  const session = useAuthor((state) => state.session);
  const { canUndo, canRedo } = useAuthor((state) => ({ canUndo: state.canUndo, canRedo: state.canRedo }));
  const [drawn, setDrawn] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    const read = (): void => {
      const now = session.getState();
      setDrawn((before) =>
        before.canUndo === now.canUndo && before.canRedo === now.canRedo
          ? before
          : { canUndo: now.canUndo, canRedo: now.canRedo },
      );
    };
    read();
    return session.subscribe(read);
  }, [session]);
  const onCanvas = view === 'draw';
  return {
    canUndo: canUndo || (onCanvas && drawn.canUndo),
    canRedo: canRedo || (onCanvas && drawn.canRedo),
    undo: () => {
      const canvas = store.getState().session.getState();
      if (onCanvas && canvas.canUndo) canvas.actions.undo();
      else store.getState().actions.undo();
    },
    redo: () => {
      const canvas = store.getState().session.getState();
      if (onCanvas && canvas.canRedo) canvas.actions.redo();
      else store.getState().actions.redo();
    },
  };
}

function useUndoKeys(view: View): void {
  const { undo, redo } = useUndo(view);
  const latest = useRef({ undo, redo });
  useEffect(() => {
    latest.current = { undo, redo };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // A field has an undo of its own.
      if (event.defaultPrevented || isTyping(event.target) || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 'z') (event.shiftKey ? latest.current.redo : latest.current.undo)();
      else if (key === 'y') latest.current.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
