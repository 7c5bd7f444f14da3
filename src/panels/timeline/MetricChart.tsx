import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { memo, useMemo, useRef } from 'react';
import { clock } from '../../engine/time/diary';
import type { AlarmState, Seconds } from '../../model/timeline';
import { STATE_WORDS } from './moments';
import { figure } from './points';
import type { Point, Threshold } from './points';
import { useWidth } from './use-width';
import styles from './timeline.module.css';

interface Props {
  /** what a screen reader hears instead of the picture. */
  readonly label: string;
  readonly points: readonly Point[];
  readonly from: Seconds;
  readonly to: Seconds;
  readonly thresholds: readonly Threshold[];
  /** when incidents begin. */
  readonly incidents: readonly Seconds[];
  readonly now: Seconds;
}

const HEIGHT = 132;
const EDGE = { left: 52, right: 12, top: 10, bottom: 20 };
const LANE = 8;
/** More points than this stand too close for a dot each. */
const MOST_DOTS = 80;
const HOURS = 3600;

/** A metric over time with its thresholds, and below it how each alarm stood. */
export function MetricChart(props: Props) {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame, 640);
  const height = HEIGHT + props.thresholds.length * (LANE + 4);
  const { from, to, now } = props;
  const x = scaleLinear([from, to], [EDGE.left, width - EDGE.right]);
  return (
    <figure ref={frame} className={styles.chart}>
      <svg width={width} height={height} role="img" aria-label={props.label}>
        <Drawing {...props} width={width} now={0} />
        <line className={styles.nowLine} x1={x(now)} x2={x(now)} y1={EDGE.top} y2={height} />
      </svg>
      {props.thresholds.length > 0 ? <Legend /> : null}
    </figure>
  );
}

/** How the lanes below the chart are drawn: by height and by colour. */
const LANES = { ALARM: LANE, OK: 2, INSUFFICIENT_DATA: 2 } as const;

function Legend() {
  return (
    <figcaption className={styles.legend}>
      {(Object.keys(LANES) as AlarmState[]).map((state) => (
        <span key={state}>
          <svg aria-hidden="true">
            <rect
              className={styles.lane}
              data-state={state}
              y={(LANE - LANES[state]) / 2}
              width="14"
              height={LANES[state]}
            />
          </svg>
          {STATE_WORDS[state]}
        </span>
      ))}
    </figcaption>
  );
}

/** Everything but the line of the present moment, which moves many times a second. */
const Drawing = memo(function Drawing({
  points,
  from,
  to,
  thresholds,
  incidents,
  width,
}: Props & { readonly width: number }) {
  const floor = HEIGHT - EDGE.bottom;
  const right = width - EDGE.right;
  const { x, y, path } = useMemo(() => {
    const values = [...points.map((one) => one.value), ...thresholds.map((one) => one.value)];
    const low = Math.min(0, ...values);
    const top = Math.max(low, ...values);
    // A flat line needs a scale too.
    const high = top > low ? top : low + 1;
    const across = scaleLinear([from, to], [EDGE.left, right]);
    const up = scaleLinear([low, high], [floor, EDGE.top]).nice(4);
    const draw = line<Point>(
      (one) => across(one.at),
      (one) => up(one.value),
    );
    return { x: across, y: up, path: draw([...points]) ?? '' };
  }, [points, thresholds, from, to, right, floor]);
  const every = to - from > 48 * HOURS ? 24 * HOURS : width < 480 ? 6 * HOURS : 3 * HOURS;
  const hours = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => from + index * every);
  return (
    <g>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={EDGE.left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className={styles.tick} x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
            {shortly(tick)}
          </text>
        </g>
      ))}
      {hours.slice(0, -1).map((hour) => (
        <text key={hour} className={styles.tick} x={x(hour)} y={HEIGHT - 5}>
          {every < 24 * HOURS ? clock(hour).slice(4) : clock(hour).slice(0, 3)}
        </text>
      ))}
      {incidents.map((at, index) => (
        <line key={index} className={styles.incidentLine} x1={x(at)} x2={x(at)} y1={EDGE.top} y2={floor} />
      ))}
      <path className={styles.line} d={path} />
      {points.length <= MOST_DOTS
        ? points.map((one) => <circle key={one.at} className={styles.dot} cx={x(one.at)} cy={y(one.value)} r="2.5" />)
        : null}
      {thresholds.map((one, index) => (
        <g key={index}>
          <line className={styles.threshold} x1={EDGE.left} x2={right} y1={y(one.value)} y2={y(one.value)} />
          <text className={styles.thresholdWords} x={right} y={y(one.value) - 4} textAnchor="end">
            {one.alarm} {one.comparison} {figure(one.value)}
          </text>
          {one.states.map((each) => (
            <rect
              key={each.from}
              className={styles.lane}
              data-state={each.state}
              x={x(each.from)}
              width={Math.max(1, x(each.to) - x(each.from))}
              y={HEIGHT + index * (LANE + 4) + (LANE - LANES[each.state]) / 2}
              height={LANES[each.state]}
            />
          ))}
        </g>
      ))}
    </g>
  );
});

function shortly(value: number): string {
  return value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 3 });
}
