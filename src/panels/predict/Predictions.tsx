import { Lock } from 'lucide-react';
import { useState } from 'react';
import { isPredicting } from '../../game/predict-play';
import { count } from '../../game/words';
import { useSession } from '../../store/use-session';
import type { ReportDesk } from '../audit/AuditPanel';
import { Requirements } from '../requirements/Requirements';
import { PredictionCard } from './PredictionCard';
import cards from '../requirements/requirements.module.css';
import styles from './predict.module.css';

interface Props {
  /** the prediction or the goal that is unfolded; given by a parent that outlives this panel. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly desk?: ReportDesk | undefined;
}

/** What the player says will happen, and then the goals. */
export function Predictions({ open, onOpen, desk }: Props) {
  const scenario = useSession((state) => state.scenario);
  const report = useSession((state) => state.report);
  const { predictions, requirements } = scenario;
  const results = report.predictions ?? [];
  const right = results.filter(({ state }) => state === 'right').length;
  const waiting = isPredicting(report);
  const [led, setLed] = useState<string | undefined>(undefined);
  const after = (index: number) => {
    const next = predictions[index + 1];
    const goal = requirements[0];
    if (next) {
      const onGo = () => {
        setLed(next.id);
        onOpen(next.id);
      };
      return { words: 'Next prediction', onGo };
    }
    return goal && !waiting ? { words: 'To the goals', onGo: () => onOpen(goal.id) } : undefined;
  };
  const points = requirements.reduce((sum, one) => sum + one.points, 0);
  return (
    <>
      <section aria-label="Predictions" className={cards.panel}>
        <h2 className={cards.count}>
          {right} of {predictions.length} foretold
        </h2>
        <ol className={cards.list}>
          {predictions.map((prediction, index) => {
            const result = results.find(({ id }) => id === prediction.id);
            return result ? (
              <PredictionCard
                key={prediction.id}
                number={index + 1}
                prediction={prediction}
                result={result}
                open={open === prediction.id}
                onToggle={() => onOpen(open === prediction.id ? undefined : prediction.id)}
                led={led === prediction.id}
                next={after(index)}
              />
            ) : null;
          })}
        </ol>
        {waiting && requirements.length > 0 ? (
          <p className={styles.waiting}>
            <Lock aria-hidden="true" />
            <span>
              Then the design is yours: {count(requirements.length, 'goal')} for {count(points, 'point')}. The simulator
              says no more until everything is foretold.
            </span>
          </p>
        ) : null}
      </section>
      {waiting || requirements.length === 0 ? null : <Requirements open={open} onOpen={onOpen} desk={desk} />}
    </>
  );
}
