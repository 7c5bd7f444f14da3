import { BookOpenText, EllipsisVertical, Moon, Redo2, Sun, Undo2 } from 'lucide-react';
import { dollars } from '../../game/words';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Menu } from '../../kit/Menu';
import type { MenuItems } from '../../kit/menu-item';
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
  /** what is at home: "list of scenarios". */
  readonly homeWords: string;
  readonly onTheme: () => void;
  /** absent where nothing is asked for. */
  readonly onBrief?: (() => void) | undefined;
  /** absent where there is no score. */
  readonly onSummary?: (() => void) | undefined;
  readonly onCost: () => void;
  readonly items: MenuItems;
}

/** Who, what, how far, and what it costs. */
export function TopBar(props: TopBarProps) {
  const { narrow, dark } = props;
  const title = useSession((state) => state.scenario.title);
  const canUndo = useSession((state) => state.canUndo);
  const canRedo = useSession((state) => state.canRedo);
  const actions = useSession((state) => state.actions);
  return (
    <header className={classes(frame.bar, styles.top)} data-pane>
      <a className={frame.mark} href={props.homeHref} aria-label={`Perimeter, ${props.homeWords}`}>
        <Mark />
        {narrow ? null : <span>Perimeter</span>}
      </a>
      <h1 className={classes(frame.title, styles.scenario)}>{title}</h1>
      {narrow || !props.onBrief ? null : (
        <Button size="sm" variant="ghost" icon={<BookOpenText />} onClick={props.onBrief}>
          Brief
        </Button>
      )}
      <span className={classes(frame.spring, styles.spring)} />
      {narrow ? null : <SavedAt />}
      {narrow ? null : <Cost onOpen={props.onCost} />}
      {props.onSummary ? <ScoreRing onOpen={props.onSummary} /> : null}
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
      {narrow ? null : (
        <IconButton
          label={dark ? 'Light theme' : 'Dark theme'}
          icon={dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
          onClick={props.onTheme}
        />
      )}
      <Menu items={props.items} align="end">
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
