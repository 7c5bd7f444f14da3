import { useMemo, useState } from 'react';
import { Select } from '../../kit/Select';
import type { MetricSeries, Seconds } from '../../model/timeline';
import type { DrillRun } from '../../store/state';
import { useSession } from '../../store/use-session';
import { AlarmList } from './AlarmList';
import { alarmsOn, dashboardsOn } from './points';
import { SeriesView } from './SeriesView';
import styles from './timeline.module.css';

interface Props {
  readonly run: DrillRun;
  readonly now: Seconds;
  readonly onPlay: () => void;
}

const keyOf = ({ node, namespace, metric }: MetricSeries) => `${node} ${namespace} ${metric}`;

/** Every metric of the run as a chart and as a table, and what the alarms made of it. */
export function Metrics({ run, now, onPlay }: Props) {
  const nodes = useSession((state) => state.diagram.nodes);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  // What an alarm watches comes first, then what a dashboard shows.
  const all = useMemo(() => {
    const { facts, timeline } = run;
    return timeline.series
      .map((series) => ({
        key: keyOf(series),
        series,
        alarms: alarmsOn(facts, series),
        shown: dashboardsOn(facts, series),
      }))
      .toSorted((a, b) => b.alarms.length - a.alarms.length || b.shown.length - a.shown.length);
  }, [run]);
  const shown = all.find((one) => one.key === chosen) ?? all[0];
  return (
    <div className={styles.metrics}>
      {shown ? (
        <SeriesView
          key={shown.key}
          run={run}
          series={shown.series}
          alarms={shown.alarms}
          now={now}
          choice={
            <Select
              fieldSize="sm"
              aria-label="Metric"
              value={shown.key}
              onChange={setChosen}
              options={all.map(({ key, series, alarms, shown: on }) => ({
                value: key,
                label: `${nodes[series.node]?.name ?? series.node}: ${series.metric}${marks(alarms.length > 0 ? ['alarm', ...on] : on)}`,
              }))}
            />
          }
        />
      ) : (
        <p className={styles.faint}>Nothing in this design publishes a metric.</p>
      )}
      <AlarmList run={run} onPlay={onPlay} />
    </div>
  );
}

/** ` (alarm, operations)` */
function marks(words: readonly string[]): string {
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}
