import { useEffect } from 'react';
import { StageBoard } from '../../canvas/StageBoard';
import type { Room } from '../../model/classroom';
import { traceAt } from '../../panels/trace/trace-ref';
import { useSession } from '../../store/use-session';
import { useStage, type StageDesk } from './desk';
import { StageIncident } from './StageIncident';
import { StageSide } from './StageSide';
import { StageStep } from './StageStep';
import { StageVote } from './StageVote';
import { useClicker } from './use-clicker';
import styles from './stage.module.css';

interface Props {
  readonly desk: StageDesk;
  /** for each prediction, the option that is true. */
  readonly truths: ReadonlyMap<string, string>;
  /** milliseconds since 1970. */
  readonly now: () => number;
}

/** The projector: the drawing, and what the facilitator has revealed. It has nothing to click on. */
export function StageMode({ desk, truths, now }: Props) {
  const { room, pointer } = useStage(desk);
  useClicker(desk.press);
  useFollow(room);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey && !event.altKey) desk.fullScreen();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [desk]);

  if (!room) return <Waiting />;
  return (
    <main className={styles.stage} data-black={room.black || undefined}>
      {room.black ? (
        <h1 className={styles.dark}>The screen is black</h1>
      ) : (
        <>
          <div className={styles.picture}>
            <div className={styles.board}>
              <StageBoard view={room.view} pointer={room.pointing ? pointer : undefined} />
            </div>
            <StageStep playback={room.playback} />
            {room.drill ? <StageIncident drill={room.drill} /> : null}
            {room.vote ? <StageVote vote={room.vote} truths={truths} /> : null}
          </div>
          <StageSide room={room} now={now} />
        </>
      )}
    </main>
  );
}

function Waiting() {
  const title = useSession((state) => state.scenario.title);
  return (
    <main className={styles.waiting}>
      <h1>{title}</h1>
      <p>This window is for the projector. It shows what the console says.</p>
      <p>
        Press <kbd>F</kbd> to fill the screen.
      </p>
    </main>
  );
}

/** Lights up what the console lights up, by this window's own judgement of the drawing. */
function useFollow(room: Room | undefined): void {
  const facts = useSession((state) => state.facts);
  const report = useSession((state) => state.report);
  const actions = useSession((state) => state.actions);
  const spotlight = room?.spotlight;
  const playback = room?.playback;
  useEffect(() => {
    actions.highlight(spotlight === undefined ? undefined : { nodes: [spotlight], tone: 'neutral' });
  }, [actions, spotlight, facts]);
  useEffect(() => {
    const trace = playback && facts ? traceAt(playback.trace, facts, report) : undefined;
    if (!trace || !playback) return actions.stopPlayback();
    actions.play(trace);
    actions.setRunning(false);
    actions.stepTo(playback.step);
  }, [actions, playback, facts, report]);
}
