import { ChartNoAxesGantt } from 'lucide-react';
import { useMemo } from 'react';
import { isStart, playOf } from '../../game/predict-drill';
import { Button } from '../../kit/Button';
import type { Finding, PredictionResult } from '../../model/report';
import type { Prediction } from '../../model/scenario';
import { useSession, useSessionStore } from '../../store/use-session';
import { ShowMe } from '../evidence/ShowMe';
import styles from './predict.module.css';

interface Props {
  readonly prediction: Prediction;
  readonly result: PredictionResult;
}

/** What the simulator found, and the play that decides: step by step on the canvas, and hour by hour. */
export function Deciding({ prediction, result }: Props) {
  const session = useSessionStore();
  const actions = useSession((state) => state.actions);
  const diagram = useSession((state) => state.diagram);
  const start = useSession((state) => state.scenario.start);
  const say = useSession((state) => state.say);
  const untouched = useMemo(() => isStart(diagram, start), [diagram, start]);
  const timed = prediction.options.some(({ when }) =>
    when.some(({ params }) => 'incident' in params || 'incident' in prediction.params),
  );
  const lines = new Map<string, Finding>();
  for (const finding of result.findings) {
    if (finding.answer !== 'silent') lines.set(say(finding.reason), finding);
  }
  const watch = (): void => {
    const { facts, drill } = session.getState();
    const played = facts && playOf(prediction, facts);
    if (!played) return;
    actions.stopPlayback();
    const { incidents, hours, seed, timeline } = played;
    actions.setDrill({ incidents, hours, seed, run: { id: (drill?.run?.id ?? 0) + 1, facts, incidents, timeline } });
    actions.showDock('timeline');
  };
  return (
    <div className={styles.deciding}>
      <ul>
        {[...lines].map(([sentence, { trace }]) => (
          <li key={sentence}>
            <p>{sentence}</p>
            {trace && untouched ? <ShowMe trace={trace} /> : null}
          </li>
        ))}
      </ul>
      {timed && untouched ? (
        <Button size="sm" variant="ghost" icon={<ChartNoAxesGantt />} onClick={watch}>
          Watch the hours pass
        </Button>
      ) : null}
      {untouched ? null : <p className={styles.note}>The design is another one now. Start again to see this played.</p>}
    </div>
  );
}
