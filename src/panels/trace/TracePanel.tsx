import { CircleCheck, CircleX, Route } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '../../kit/EmptyState';
import { Hidden } from '../../kit/Hidden';
import { useFacts, useSession } from '../../store/use-session';
import { Player } from './Player';
import { traceGroups } from './trace-groups';
import rowButton from '../../kit/RowButton.module.css';
import styles from './trace.module.css';

/** All requests with their verdicts; choosing one plays it on the canvas and lists its steps. */
export function TracePanel() {
  const facts = useFacts();
  const playback = useSession((state) => state.playback);
  const actions = useSession((state) => state.actions);
  const groups = useMemo(() => traceGroups(facts), [facts]);
  const playing = playback?.trace;
  const report = useSession((state) => state.report);
  const say = useSession((state) => state.say);
  const shown = report.requirements.flatMap((one) => one.findings).find((one) => one.trace === playing);
  const title =
    groups.flatMap((group) => group.entries).find((entry) => entry.trace === playing)?.title ??
    (shown && say(shown.reason));
  if (groups.length === 0 && !playback) {
    return (
      <EmptyState icon={<Route />} title="No requests yet">
        Place something that calls something: a person, a function, an instance. Give it calls in the inspector.
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <nav className={styles.list} aria-label="Requests">
        {groups.map((group) => (
          <div key={group.title}>
            <h2>{group.title}</h2>
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.key}>
                  <button
                    type="button"
                    className={rowButton.row}
                    data-allowed={entry.trace.allowed}
                    aria-current={entry.trace === playing || undefined}
                    onClick={() => actions.play(entry.trace)}
                  >
                    {entry.trace.allowed ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
                    <span>
                      <Hidden>{entry.trace.allowed ? 'Succeeds: ' : 'Fails: '}</Hidden>
                      {entry.title}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {playback ? (
        <Player playback={playback} title={title ?? playback.trace.request} />
      ) : (
        <EmptyState icon={<Route />} title="Choose a request">
          Its steps play on the canvas and stand here as text.
        </EmptyState>
      )}
    </div>
  );
}
