import { Check, ChevronRight, X } from 'lucide-react';
import { useId, useState } from 'react';
import { QUALITY_WORDS, readingsOf, type Point, type Reading } from '../../game/qualities';
import { dollars } from '../../game/words';
import { Hidden } from '../../kit/Hidden';
import { Meter } from '../../kit/Meter';
import { useSession } from '../../store/use-session';
import { ShowMe } from '../evidence/ShowMe';
import { useEvidence } from '../evidence/use-evidence';
import { useWeighed } from './use-weighed';
import styles from './trade-offs.module.css';

/** What the design is good at, side by side, and what that costs: each share with every answer it is made of. */
export function TradeOffsPanel() {
  const { points, done } = useWeighed();
  const cost = useSession((state) => state.report.cost.monthly);
  const { budget, par } = useSession((state) => state.scenario);
  const [open, setOpen] = useState<Reading['quality'] | undefined>(undefined);
  const readings = readingsOf(points);
  return (
    <section className={styles.panel} aria-label="Trade-offs" aria-busy={!done}>
      <div className={styles.dial}>
        {readings.map((reading) => (
          <QualityRow
            key={reading.quality}
            reading={reading}
            done={done}
            open={open === reading.quality}
            onToggle={() => setOpen(open === reading.quality ? undefined : reading.quality)}
          />
        ))}
        <div className={styles.cost}>
          <h3>Cost</h3>
          <p>
            <strong>{dollars(cost)}</strong> a month
            {par !== undefined ? `; our own design costs ${dollars(par)}` : ''}
            {budget !== undefined ? `; the budget is ${dollars(budget)}` : ''}.
          </p>
        </div>
      </div>
      <p className={styles.note}>
        {done ? null : 'Incidents are being played. '}
        No design is best at everything. Controls are those of AWS Foundational Security Best Practices and of the
        SageMaker governance pack; each incident is played for three days on the design as it is now.
      </p>
      <Hidden live>{done ? `Weighed: ${spoken(readings)}.` : ''}</Hidden>
    </section>
  );
}

function spoken(readings: readonly Reading[]): string {
  return readings.map(({ quality, good, of }) => `${QUALITY_WORDS[quality].title} ${good} of ${of}`).join(', ');
}

interface RowProps {
  readonly reading: Reading;
  readonly done: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function QualityRow({ reading, done, open, onToggle }: RowProps) {
  const bodyId = useId();
  const { quality, good, of, points } = reading;
  const { title, asks } = QUALITY_WORDS[quality];
  return (
    <div className={styles.quality} data-open={open || undefined}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={bodyId} disabled={of === 0} onClick={onToggle}>
          <ChevronRight aria-hidden="true" />
          {title}
        </button>
      </h3>
      <div className={styles.share}>
        <Meter value={good} max={Math.max(1, of)} label={title} tone="accent" />
        <span>{of > 0 ? `${good} of ${of}` : done ? 'nothing to ask' : '…'}</span>
      </div>
      <p className={styles.asks}>{asks}</p>
      <div id={bodyId} className={styles.body} hidden={!open}>
        {open ? (
          <ul className={styles.points} aria-label={`What ${title.toLowerCase()} is made of`}>
            {points.map((point, index) => (
              <PointRow key={index} point={point} />
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

function PointRow({ point }: { readonly point: Point }) {
  const lit = useEvidence(point, point.good ? 'meets' : 'misses');
  return (
    <li className={styles.point} data-good={point.good || undefined}>
      <button type="button" {...lit}>
        {point.good ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
        <span>
          <Hidden>{point.good ? 'Holds: ' : 'Does not hold: '}</Hidden>
          {point.title}
          {point.says !== undefined ? <span className={styles.says}> {point.says}.</span> : null}
        </span>
      </button>
      {point.trace && point.trace.steps.length > 0 ? <ShowMe trace={point.trace} /> : null}
    </li>
  );
}
