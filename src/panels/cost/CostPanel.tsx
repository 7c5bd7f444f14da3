import { Coins } from 'lucide-react';
import { dollars } from '../../game/words';
import { EmptyState } from '../../kit/EmptyState';
import { Meter } from '../../kit/Meter';
import type { CostLine } from '../../model/report';
import { useSession } from '../../store/use-session';
import { useEvidence } from '../evidence/use-evidence';
import styles from './cost.module.css';

/** What the design costs a month, line by line, against the budget. */
export function CostPanel() {
  const cost = useSession((state) => state.report.cost);
  const budget = useSession((state) => state.scenario.budget);
  const par = useSession((state) => state.scenario.par);
  const lines = [...cost.lines].sort((a, b) => b.monthly - a.monthly);
  const over = budget !== undefined && cost.monthly > budget;
  return (
    <section className={styles.panel} aria-label="Cost">
      <div className={styles.total}>
        <p>
          <strong>{dollars(cost.monthly)}</strong> per month
        </p>
        {budget !== undefined ? (
          <>
            <Meter
              value={Math.round(cost.monthly)}
              max={budget}
              tone={over ? 'bad' : 'good'}
              label="Cost against the budget"
            />
            <p>
              {over
                ? `${dollars(cost.monthly - budget)} over the budget of `
                : `${dollars(budget - cost.monthly)} left of a budget of `}
              {dollars(budget)}.
            </p>
          </>
        ) : null}
        {par !== undefined ? <p>Our own best design costs {dollars(par)}.</p> : null}
        <p className={styles.note}>
          On-demand list prices in US dollars, a month of 730 hours, without taxes, and without traffic unless a line
          names it. Prices change: check the AWS Pricing Calculator before you buy.
        </p>
      </div>
      {lines.length === 0 ? (
        <EmptyState icon={<Coins />} title="Nothing costs anything yet" />
      ) : (
        <table className={styles.lines}>
          <caption>Cost per month, highest first</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Per month</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Line key={index} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: CostLine }) {
  const lit = useEvidence(line, 'neutral');
  return (
    <tr onPointerEnter={lit.onPointerEnter} onPointerLeave={lit.onPointerLeave}>
      <td>
        {line.nodes.length > 0 ? (
          <button type="button" onClick={lit.onClick} onFocus={lit.onFocus} onBlur={lit.onBlur}>
            {line.label}
          </button>
        ) : (
          line.label
        )}
      </td>
      <td>{dollars(line.monthly)}</td>
    </tr>
  );
}
