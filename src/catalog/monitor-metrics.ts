import type { MetricSource } from '../engine/monitoring/facets';
import type { Measure } from '../engine/time/facets';
import type { NodeId } from '../model/diagram';

/** A metric of a monitor, and what it shows of the model. */
export interface Published extends Pick<MetricSource, 'metric' | 'min' | 'max' | 'signal'> {
  readonly measure: Measure;
}

/** One metric for each feature: its name begins with `prefix`. */
export function featureMetrics(
  features: readonly string[],
  prefix: string,
  quantity: 'drift' | 'completeness' | 'attribution',
): readonly Published[] {
  const signal = quantity === 'completeness' ? quantity : `${quantity === 'drift' ? 'data' : quantity}-drift`;
  const max = quantity === 'attribution' ? 1_000_000 : 1;
  return features.map((feature) => ({
    metric: `${prefix}${feature}`,
    min: 0,
    max,
    signal,
    measure: { quantity, feature },
  }));
}

export const QUALITY_METRICS: readonly Published[] = ['accuracy', 'precision', 'recall', 'f1', 'auc'].map((metric) => ({
  metric,
  min: 0,
  max: 1,
  signal: 'quality-drift',
  measure: { quantity: 'quality' },
}));

const BIAS = {
  CI: 'class-imbalance',
  DPL: 'label-gap',
  DPPL: 'prediction-gap',
  AD: 'accuracy-gap',
  DI: 'impact-ratio',
} as const;

/** Differences run from -1 to 1; disparate impact is a ratio. */
export function biasMetrics(names: readonly (keyof typeof BIAS)[], prefix = ''): readonly Published[] {
  return names.map((name) => ({
    metric: `${prefix}${name}`,
    min: name === 'DI' ? 0 : -1,
    max: name === 'DI' ? 1_000_000 : 1,
    signal: 'bias-drift',
    measure: { quantity: BIAS[name] },
  }));
}

/** One value a run. Whether a run ever publishes is decided by the schedule's chain. */
export function metricsOfRuns(
  published: readonly Published[],
  of: { readonly namespace: string; readonly schedule: NodeId; readonly everyHours: number | undefined },
): readonly MetricSource[] {
  return published.map(({ metric, min, max, signal }) => ({
    namespace: of.namespace,
    metric,
    unit: 'None',
    min,
    max,
    signal,
    schedule: of.schedule,
    every: (of.everyHours ?? 1) * 3600,
  }));
}

export function measureIn(published: readonly Published[], metric: string): Measure | undefined {
  return published.find((one) => one.metric === metric)?.measure;
}
