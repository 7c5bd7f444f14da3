import {
  BookOpenText,
  ClipboardCheck,
  Download,
  EllipsisVertical,
  FileDown,
  FileUp,
  FolderOpen,
  Keyboard,
  Moon,
  Presentation,
  Redo2,
  RotateCcw,
  Send,
  Sun,
  Undo2,
} from 'lucide-react';
import { dollars } from '../../game/words';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Menu } from '../../kit/Menu';
import type { MenuItem } from '../../kit/menu-item';
import { useSession } from '../../store/use-session';
import { Mark } from '../../panels/brand/Mark';
import { ScoreRing } from './ScoreRing';
import { classes } from '../../kit/classes';
import frame from '../../kit/Frame.module.css';
import styles from './play.module.css';

export interface TopBarProps {
  readonly narrow: boolean;
  readonly dark: boolean;
  readonly homeHref: string;
  readonly onTheme: () => void;
  readonly onBrief: () => void;
  readonly onSummary: () => void;
  readonly onCost: () => void;
  readonly onAudit: () => void;
  readonly onRestart: () => void;
  readonly onHandIn?: () => void;
  readonly onTeach?: () => void;
  readonly onExport: () => void;
  readonly onOpenFile: () => void;
  readonly onExportTemplate: () => void;
  readonly onImportTemplate: () => void;
  readonly onHelp: () => void;
}

/** Who, what, how far, and what it costs. */
export function TopBar(props: TopBarProps) {
  const { narrow, dark } = props;
  const title = useSession((state) => state.scenario.title);
  const canUndo = useSession((state) => state.canUndo);
  const canRedo = useSession((state) => state.canRedo);
  const actions = useSession((state) => state.actions);
  const themeWords = dark ? 'Light theme' : 'Dark theme';
  const themeIcon = dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />;
  const items: MenuItem[] = [
    ...(narrow
      ? [
          { id: 'brief', label: 'Brief', icon: <BookOpenText />, onSelect: props.onBrief },
          { id: 'theme', label: themeWords, icon: themeIcon, onSelect: props.onTheme },
        ]
      : []),
    {
      id: 'audit',
      label: 'Audit',
      detail: 'Your design against PCI DSS, HIPAA, GDPR and others',
      icon: <ClipboardCheck />,
      onSelect: props.onAudit,
    },
    ...(props.onHandIn
      ? [
          {
            id: 'hand-in',
            label: 'Hand in',
            detail: 'To your teacher, as a link or a file',
            icon: <Send />,
            onSelect: props.onHandIn,
          },
        ]
      : []),
    {
      id: 'export',
      label: 'Save to a file',
      detail: 'Your work in this scenario',
      icon: <Download />,
      onSelect: props.onExport,
    },
    { id: 'open', label: 'Open a saved file', icon: <FolderOpen />, onSelect: props.onOpenFile },
    { id: 'export-template', label: 'Export to CloudFormation', icon: <FileDown />, onSelect: props.onExportTemplate },
    {
      id: 'import-template',
      label: 'Import from CloudFormation',
      detail: 'YAML or JSON; replaces the drawing',
      icon: <FileUp />,
      onSelect: props.onImportTemplate,
    },
    ...(props.onTeach
      ? [
          {
            id: 'teach',
            label: 'Teach with it',
            detail: 'Console for you, stage for the projector',
            icon: <Presentation />,
            onSelect: props.onTeach,
          },
        ]
      : []),
    { id: 'help', label: 'Keyboard shortcuts', icon: <Keyboard />, shortcut: '?', onSelect: props.onHelp },
    { id: 'line', separator: true },
    {
      id: 'restart',
      label: 'Start again',
      detail: 'Can be undone',
      icon: <RotateCcw />,
      danger: true,
      onSelect: props.onRestart,
    },
  ];
  return (
    <header className={classes(frame.bar, styles.top)} data-pane>
      <a className={frame.mark} href={props.homeHref} aria-label="Perimeter, list of scenarios">
        <Mark />
        {narrow ? null : <span>Perimeter</span>}
      </a>
      <h1 className={classes(frame.title, styles.scenario)}>{title}</h1>
      {narrow ? null : (
        <Button size="sm" variant="ghost" icon={<BookOpenText />} onClick={props.onBrief}>
          Brief
        </Button>
      )}
      <span className={classes(frame.spring, styles.spring)} />
      {narrow ? null : <SavedAt />}
      {narrow ? null : <Cost onOpen={props.onCost} />}
      <ScoreRing onOpen={props.onSummary} />
      <span className={frame.tools} role="group" aria-label="History">
        <IconButton
          label="Undo"
          shortcut="Mod+Z"
          icon={<Undo2 aria-hidden="true" />}
          disabled={!canUndo}
          onClick={actions.undo}
        />
        <IconButton
          label="Redo"
          shortcut="Mod+Shift+Z"
          icon={<Redo2 aria-hidden="true" />}
          disabled={!canRedo}
          onClick={actions.redo}
        />
      </span>
      {narrow ? null : <IconButton label={themeWords} icon={themeIcon} onClick={props.onTheme} />}
      <Menu items={items} align="end">
        <button type="button" className={frame.menu} aria-label="Menu">
          <EllipsisVertical aria-hidden="true" />
        </button>
      </Menu>
    </header>
  );
}

function Cost({ onOpen }: { readonly onOpen: () => void }) {
  const monthly = useSession((state) => state.report.cost.monthly);
  const budget = useSession((state) => state.scenario.budget);
  const over = budget !== undefined && monthly > budget;
  return (
    <button type="button" className={styles.cost} data-over={over || undefined} onClick={onOpen}>
      <span>{dollars(monthly)}</span>
      <small>{budget !== undefined ? `of ${dollars(budget)} a month${over ? ', over budget' : ''}` : 'a month'}</small>
    </button>
  );
}

function SavedAt() {
  const at = useSession((state) => state.savedAt);
  if (at === undefined) return null;
  const time = new Date(at);
  return (
    <time className={classes(frame.saved, styles.saved)} dateTime={at}>
      Saved {time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
    </time>
  );
}
