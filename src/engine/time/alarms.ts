import type { NodeId } from '../../model/diagram';
import type { AlarmHistory, AlarmState } from '../../model/timeline';
import type { AlarmFacet } from '../monitoring/facets';
import { enoughSamples } from '../monitoring/percentile';
import { evaluateAlarm } from './alarm-state';
import { outsideBand, UsualValues } from './band';
import type { MetricBook } from './metrics';
import { SlidingWindow } from './window';

/** An alarm that changed state for ever would fill the memory; CloudWatch itself keeps a limited history too. */
const MOST_CHANGES = 500;

export interface Change {
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
}

/** Of the state that it has now: another time is another alarm. */
export function alarmKey({ alarm, since }: AlarmWatch): string {
  return `${alarm}@${since}`;
}

/** One alarm during a run: what it has seen, and how it stands. */
export class AlarmWatch {
  state: AlarmState = 'INSUFFICIENT_DATA';
  /** when it took this state. */
  since: number;
  readonly changes: Change[] = [];
  private readonly window: SlidingWindow;
  private readonly usual = new UsualValues();

  constructor(
    readonly alarm: NodeId,
    readonly facet: AlarmFacet,
    metrics: MetricBook,
    from: number,
  ) {
    this.since = from;
    this.window = new SlidingWindow(facet, from);
    const source = facet.source === undefined ? [] : metrics.of(facet.source);
    const metric = source.find((one) => one.source.metric === facet.metric && one.source.namespace === facet.namespace);
    metric?.listeners.push((at, sum, count, min, max) => this.window.add(at, sum, count, min, max));
  }

  /** seconds between two evaluations: a minute, ten seconds for a period below one minute. */
  get every(): number {
    return this.window.slotSeconds;
  }

  /** Looks at the data of all full slots; tells whether the state changed. */
  evaluate(at: number): Change | undefined {
    const { facet, window } = this;
    const newest = at - this.every;
    if (facet.waitsForSamples && window.samples(newest) < enoughSamples(facet.statistic)) return undefined;
    const seen = window.values(newest);
    const points = facet.band ? this.outside(at, seen, facet.band) : seen;
    const to = points ? evaluateAlarm(points, facet, this.state) : 'INSUFFICIENT_DATA';
    if (to === this.state) return undefined;
    const change = { at, from: this.state, to };
    this.state = to;
    this.since = at;
    if (this.changes.length < MOST_CHANGES) this.changes.push(change);
    return change;
  }

  /** The same points as how far each lies outside of its band; `undefined` = nobody knows yet what is usual. */
  private outside(
    at: number,
    newestFirst: readonly (number | undefined)[],
    band: NonNullable<AlarmFacet['band']>,
  ): readonly (number | undefined)[] | undefined {
    const { periodSeconds } = this.facet;
    const [newest] = newestFirst;
    if (at % periodSeconds === 0 && newest !== undefined) this.usual.learn(at - periodSeconds, newest);
    if (!this.usual.at(at - periodSeconds)) return undefined;
    return newestFirst.map((value, age) => {
      const start = at - periodSeconds * (age + 1);
      const usual = value === undefined || start < 0 ? undefined : this.usual.at(start);
      return usual && value !== undefined ? outsideBand(value, usual, band) : undefined;
    });
  }

  history(): AlarmHistory {
    return { alarm: this.alarm, changes: this.changes };
  }
}
