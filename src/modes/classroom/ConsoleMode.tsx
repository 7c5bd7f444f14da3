import { TriangleAlert, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { seenIn } from '../../canvas/where';
import type { Category } from '../../catalog/kind';
import { Button } from '../../kit/Button';
import { Tabs, type TabItem } from '../../kit/Tabs';
import { useMedia } from '../../kit/use-media';
import { usePanes } from '../../kit/use-panes';
import { Inspector } from '../../panels/inspector/Inspector';
import { Announcer } from '../../panels/notices/Announcer';
import { Palette } from '../../panels/palette/Palette';
import { Requirements } from '../../panels/requirements/Requirements';
import { TracePanel } from '../../panels/trace/TracePanel';
import { useSession } from '../../store/use-session';
import type { BoardDesk } from './board-desk';
import { ClassBoard } from './ClassBoard';
import { ConsoleBar, type ConsolePlace } from './ConsoleBar';
import { ConsoleCanvas } from './ConsoleCanvas';
import { useConsole, type ConsoleDesk } from './desk';
import { GoalControls } from './GoalControls';
import { IncidentControls } from './IncidentControls';
import { TeamControls } from './TeamControls';
import { TimerControls } from './TimerControls';
import { useClicker } from './use-clicker';
import { ViewControls } from './ViewControls';
import { VoteControls } from './VoteControls';
import { classes } from '../../kit/classes';
import shared from '../../kit/Frame.module.css';
import styles from './console.module.css';

export interface ConsoleModeProps {
  readonly desk: ConsoleDesk;
  readonly board: BoardDesk;
  /** another window of this browser is a console of the same scenario. */
  readonly twin: boolean;
  readonly homeHref: string;
  /** milliseconds since 1970. */
  readonly now: () => number;
  readonly dark: boolean;
  readonly onTheme: () => void;
}

/** The facilitator's window: the canvas as in play, and everything that the stage may show of it. */
export function ConsoleMode({ desk, board, twin, homeHref, now, dark, onTheme }: ConsoleModeProps) {
  const state = useConsole(desk);
  const { room } = state;
  const wide = useMedia('(min-width: 1500px)');
  const judged = useSession((session) => session.facts !== undefined);
  const playing = useSession((session) => session.playback !== undefined);
  const picked = useSession((session) => session.focusField);
  const frame = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState('stage');
  const [place, setPlace] = useState<ConsolePlace>('canvas');
  const [category, setCategory] = useState<Category>('network');
  const [goal, setGoal] = useState<string | undefined>(undefined);
  useClicker(desk.press);
  usePanes();
  useEffect(() => {
    if (playing) setTab('traces');
  }, [playing]);
  useEffect(() => {
    if (picked !== undefined) setTab('inspector');
  }, [picked]);

  const palette = <Palette category={category} onCategory={setCategory} />;
  const waiting = <p className={styles.faint}>Loading</p>;
  const { change } = desk;
  const tabs: TabItem[] = [
    {
      id: 'stage',
      label: 'Stage',
      content: (
        <div className={styles.controls}>
          <ViewControls room={room} change={change} seen={() => (frame.current ? seenIn(frame.current) : undefined)} />
          <TimerControls room={room} change={change} now={now} />
          <TeamControls room={room} change={change} />
          <VoteControls room={room} change={change} />
          <IncidentControls room={room} change={change} />
        </div>
      ),
    },
    {
      id: 'reveal',
      label: 'Reveal',
      content: <GoalControls room={room} change={change} onAsk={() => setTab('stage')} />,
    },
    { id: 'goals', label: 'Goals', content: <Requirements open={goal} onOpen={setGoal} /> },
    {
      id: 'traces',
      label: 'Traces',
      content: <div className={styles.traces}>{judged ? <TracePanel /> : waiting}</div>,
    },
    { id: 'inspector', label: 'Inspector', content: judged ? <Inspector /> : waiting },
    ...(wide ? [] : [{ id: 'palette', label: 'Palette', content: palette }]),
  ];
  return (
    <div className={shared.screen}>
      <ConsoleBar
        desk={desk}
        state={state}
        homeHref={homeHref}
        dark={dark}
        onTheme={onTheme}
        place={place}
        onPlace={setPlace}
      />
      {twin ? (
        <p className={classes(shared.strip, styles.banner)} role="status">
          <TriangleAlert aria-hidden="true" />
          This console is open in another window too. Close one of them: both tell the stage what to show.
        </p>
      ) : null}
      {room.whose === undefined ? null : (
        <p className={classes(shared.strip, styles.banner)} role="status">
          On the canvas: {room.whose}. Your own design is kept.
          <Button size="sm" icon={<Undo2 />} onClick={desk.takeBack}>
            Back to my design
          </Button>
        </p>
      )}
      <div className={classes(shared.work, styles.work)} data-place={place}>
        {wide && place === 'canvas' ? (
          <aside className={shared.left} aria-label="Resources" data-pane>
            {palette}
          </aside>
        ) : null}
        <main className={styles.centre} aria-label={place === 'board' ? 'Board' : 'Diagram'}>
          {place === 'board' ? (
            <ClassBoard board={board} desk={desk} room={room} onPresented={() => setPlace('canvas')} />
          ) : (
            <ConsoleCanvas desk={desk} room={room} frame={frame} />
          )}
        </main>
        <aside className={styles.right} aria-label="Lesson" data-pane>
          <Tabs
            className={classes(shared.fill, styles.tabs)}
            label="Lesson"
            value={tab}
            onChange={setTab}
            items={tabs}
          />
        </aside>
      </div>
      <Announcer />
    </div>
  );
}
