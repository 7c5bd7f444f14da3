import { clock } from '../../engine/time/diary';
import { STATE_WORDS, stateIn } from './moments';
import { figure } from './points';
import type { Point, Threshold } from './points';
import styles from './timeline.module.css';

interface Props {
  readonly caption: string;
  /** seconds that one row stands for. */
  readonly bucket: number;
  readonly points: readonly Point[];
  readonly thresholds: readonly Threshold[];
}

/** The chart in numbers. */
export function MetricTable({ caption, bucket, points, thresholds }: Props) {
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Value</th>
          {thresholds.map((one) => (
            <th key={one.alarm} scope="col">
              {one.alarm} ({one.comparison} {figure(one.value)})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.at}>
            <th scope="row">{clock(point.at)}</th>
            <td>{figure(point.value)}</td>
            {thresholds.map((one) => (
              <td key={one.alarm}>{STATE_WORDS[stateIn(one.states, point.at, point.at + bucket)]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
