import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { clock } from '../../engine/time/diary';
import { Button } from '../../kit/Button';
import { Select } from '../../kit/Select';
import type { MetricSeries, Seconds } from '../../model/timeline';
import type { DrillRun } from '../../store/state';
import { useSession } from '../../store/use-session';
import { MetricChart } from './MetricChart';
import { MetricTable } from './MetricTable';
import { figure, pointsOf, statisticsOf, thresholdsOf, usualStatistic } from './points';
import type { AlarmOn, Point, Threshold } from './points';
import styles from './timeline.module.css';

interface Props {
  readonly run: DrillRun;
  readonly series: MetricSeries;
  /** the alarms that watch it. */
  readonly alarms: readonly AlarmOn[];
  readonly now: Seconds;
  /** the list from which it was chosen. */
  readonly choice: ReactNode;
}

/** The period in which sums are shown where no alarm says another one. */
const USUAL_PERIOD = 300;

/** One metric: chart, table, and the statistic in which both show it. */
export function SeriesView({ run, series, alarms, now, choice }: Props) {
  const { timeline } = run;
  const name = useSession((state) => state.diagram.nodes[series.node]?.name ?? series.node);
  const [statistic, setStatistic] = useState(alarms[0]?.facet.statistic ?? usualStatistic(series));
  const [table, setTable] = useState(false);
  const tableId = useId();
  const period = alarms[0]?.facet.periodSeconds ?? USUAL_PERIOD;
  const points = useMemo(() => pointsOf(series, statistic, period), [series, statistic, period]);
  const thresholds = useMemo(() => thresholdsOf(timeline, alarms, statistic), [timeline, alarms, statistic]);
  const incidents = useMemo(() => timeline.outcomes.map((one) => one.at), [timeline]);
  const unit = series.unit === 'None' ? '' : ` in ${series.unit}`;
  const sums = statistic === 'Sum' || statistic === 'SampleCount' ? `, for each ${period} s` : '';
  const caption = `${statistic} of ${series.metric} of ${name}${unit}${sums}`;
  return (
    <>
      <div className={styles.tools}>
        {choice}
        <Select
          fieldSize="sm"
          aria-label="Statistic"
          value={statistic}
          onChange={setStatistic}
          options={statisticsOf(alarms).map((value) => ({ value, label: value }))}
        />
        <Button size="sm" aria-expanded={table} aria-controls={tableId} onClick={() => setTable(!table)}>
          {table ? 'Hide the table' : 'Show as a table'}
        </Button>
      </div>
      <p className={styles.caption}>{caption}</p>
      {points.length === 0 ? (
        <p className={styles.faint}>No value came in this run.</p>
      ) : (
        <MetricChart
          label={`${caption}. ${inWords(points, thresholds)}`}
          points={points}
          from={timeline.from}
          to={timeline.to}
          thresholds={thresholds}
          incidents={incidents}
          now={now}
        />
      )}
      <div id={tableId}>
        {table ? (
          <MetricTable caption={caption} bucket={series.bucket} points={points} thresholds={thresholds} />
        ) : null}
      </div>
    </>
  );
}

function inWords(points: readonly Point[], thresholds: readonly Threshold[]): string {
  const [first, ...rest] = points;
  if (!first) return 'No values.';
  const low = rest.reduce((least, one) => (one.value < least.value ? one : least), first);
  const high = rest.reduce((most, one) => (one.value > most.value ? one : most), first);
  return [
    `${points.length} values; lowest ${figure(low.value)} on ${clock(low.at)}, highest ${figure(high.value)} on ${clock(high.at)}.`,
    ...thresholds.map((one) => `${one.alarm} waits for ${one.comparison} ${figure(one.value)}.`),
    'The table has every value.',
  ].join(' ');
}
