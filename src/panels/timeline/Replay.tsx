import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { clock } from '../../engine/time/diary';
import { Hidden } from '../../kit/Hidden';
import { Tabs } from '../../kit/Tabs';
import type { Timeline } from '../../model/timeline';
import type { DrillRun } from '../../store/state';
import { useSession } from '../../store/use-session';
import { EventLog } from './EventLog';
import { Metrics } from './Metrics';
import { momentsOf, shows } from './moments';
import type { Shown } from './moments';
import { Outcomes } from './Outcomes';
import { Records } from './Records';
import { Transport } from './Transport';
import { useCursor } from './use-cursor';
import { useLit } from './use-lit';
import { useStill } from './use-still';
import styles from './timeline.module.css';

export type View = 'incidents' | 'outcome' | 'events' | 'metrics' | 'records';
const VIEWS: readonly View[] = ['incidents', 'outcome', 'events', 'metrics', 'records'];

interface Props {
  readonly run: DrillRun | undefined;
  /** the drawing has changed since. */
  readonly stale: boolean;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly setup: ReactNode;
  readonly action: ReactNode;
}

const NOTHING: Timeline = {
  seed: 0,
  from: 0,
  to: 0,
  events: [],
  series: [],
  alarms: [],
  records: [],
  outcomes: [],
  processed: 0,
  dropped: 0,
};

/** What is to be run, and the last run, to be played: the canvas lights up what the event of the moment touches. */
export function Replay({ run, stale, view, onView, setup, action }: Props) {
  const timeline = run?.timeline ?? NOTHING;
  const say = useSession((state) => state.say);
  const actions = useSession((state) => state.actions);
  const [shown, setShown] = useState<Shown>('main');
  const moments = useMemo(() => momentsOf(timeline.events.filter((one) => shows(one, shown))), [timeline, shown]);
  const cursor = useCursor(timeline, run?.id ?? 0, moments, useStill());
  const moment = moments[cursor.moment];

  useLit(stale ? undefined : moment, timeline);

  const { goTo, pause, playing } = cursor;
  // A trace has the canvas to itself.
  const onPlay = useCallback(() => {
    pause();
    actions.highlight(undefined);
  }, [pause, actions]);
  const heard =
    moment && !playing ? `${clock(moment.at)}. ${moment.events.map(({ reason }) => say(reason)).join(' ')}` : '';
  const results = run
    ? [
        { id: 'outcome', label: 'Outcome', content: <Outcomes outcomes={timeline.outcomes} onPlay={onPlay} /> },
        {
          id: 'events',
          label: 'Events',
          content: (
            <EventLog
              timeline={timeline}
              moments={moments}
              now={cursor.moment}
              shown={shown}
              onShown={setShown}
              onGo={goTo}
            />
          ),
        },
        { id: 'metrics', label: 'Metrics', content: <Metrics run={run} now={cursor.at} onPlay={onPlay} /> },
        { id: 'records', label: 'Records', content: <Records run={run} now={cursor.at} playing={playing} /> },
      ]
    : [];
  return (
    <>
      <Tabs
        label="Timeline"
        look="pill"
        className={styles.views}
        value={view}
        onChange={(id) => onView(VIEWS.find((one) => one === id) ?? view)}
        items={[{ id: 'incidents', label: 'Incidents', content: setup }, ...results]}
        actions={
          <>
            {stale ? <span className={styles.stale}>The drawing has changed since this run.</span> : null}
            {action}
          </>
        }
      />
      {run ? <Transport timeline={timeline} moments={moments} cursor={cursor} /> : null}
      <Hidden live>{heard}</Hidden>
    </>
  );
}
