import {
  ChevronLeft,
  ChevronRight,
  LayoutGrid,
  Moon,
  MonitorUp,
  PencilRuler,
  Snowflake,
  Square,
  Sun,
} from 'lucide-react';
import { Badge } from '../../kit/Badge';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Mark } from '../../panels/brand/Mark';
import { useSession } from '../../store/use-session';
import type { ConsoleDesk, ConsoleState } from './desk';
import frame from '../../kit/Frame.module.css';
import styles from './console.module.css';

export type ConsolePlace = 'canvas' | 'board';

interface Props {
  readonly desk: ConsoleDesk;
  readonly state: ConsoleState;
  readonly homeHref: string;
  readonly dark: boolean;
  readonly onTheme: () => void;
  readonly place: ConsolePlace;
  readonly onPlace: (place: ConsolePlace) => void;
}

/** What is needed at any moment of a lesson: the way on and back, freeze, black, and the stage itself. */
export function ConsoleBar({ desk, state, homeHref, dark, onTheme, place, onPlace }: Props) {
  const title = useSession((session) => session.scenario.title);
  const { room, stages, kept } = state;
  return (
    <header className={styles.top} data-pane>
      <a className={styles.mark} href={homeHref} aria-label="Perimeter, list of scenarios">
        <Mark />
      </a>
      <h1 className={styles.title}>Console: {title}</h1>
      <span className={frame.spring} />
      <Button
        size="sm"
        variant="ghost"
        icon={place === 'board' ? <PencilRuler /> : <LayoutGrid />}
        onClick={() => onPlace(place === 'board' ? 'canvas' : 'board')}
      >
        {place === 'board' ? 'Canvas' : 'Class board'}
      </Button>
      <span className={styles.kept}>{kept ? 'Saved' : 'Saving'}</span>
      <Badge tone={stages > 0 ? 'good' : 'warn'}>{stages > 0 ? 'Stage is open' : 'No stage open'}</Badge>
      <Button size="sm" variant={stages > 0 ? 'secondary' : 'primary'} icon={<MonitorUp />} onClick={desk.openStage}>
        Open the stage
      </Button>
      <span className={frame.tools} role="group" aria-label="Clicker">
        <IconButton
          label="Back"
          shortcut="PageUp"
          icon={<ChevronLeft aria-hidden="true" />}
          onClick={() => desk.press('back')}
        />
        <IconButton
          label="Next"
          shortcut="PageDown"
          icon={<ChevronRight aria-hidden="true" />}
          onClick={() => desk.press('next')}
        />
        <IconButton
          label="Black screen"
          shortcut="B"
          pressed={room.black}
          icon={<Square aria-hidden="true" />}
          onClick={() => desk.press('black')}
        />
        <IconButton
          label="Freeze the stage"
          pressed={room.frozen}
          icon={<Snowflake aria-hidden="true" />}
          onClick={() => desk.change((now) => ({ ...now, frozen: !now.frozen }))}
        />
      </span>
      <IconButton
        label={dark ? 'Light theme' : 'Dark theme'}
        icon={dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
        onClick={onTheme}
      />
    </header>
  );
}
