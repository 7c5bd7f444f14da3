import type { NodeOf } from '../../engine/facets';
import type { MetricSource } from '../../engine/monitoring/facets';
import type { Measure } from '../../engine/time/facets';
import type { Props } from './props';

interface Published extends Pick<MetricSource, 'metric' | 'min' | 'max' | 'signal'> {
  readonly measure: Measure;
}

/** Names are the code's own choice; these are ours. Quality and bias keep the names that AWS's monitors use. */
function published({ watches, features }: Props): readonly Published[] {
  switch (watches) {
    case 'data-quality':
      return features.flatMap((feature): Published[] => [
        { metric: `drift_${feature}`, min: 0, max: 1, signal: 'data-drift', measure: { quantity: 'drift', feature } },
        {
          metric: `completeness_${feature}`,
          min: 0,
          max: 1,
          signal: 'completeness',
          measure: { quantity: 'completeness', feature },
        },
      ]);
    case 'model-quality':
      return ['accuracy', 'precision', 'recall', 'f1', 'auc'].map((metric) => ({
        metric,
        min: 0,
        max: 1,
        signal: 'quality-drift',
        measure: { quantity: 'quality' },
      }));
    case 'model-bias':
      return [
        { metric: 'DPPL', min: -1, max: 1, signal: 'bias-drift', measure: { quantity: 'prediction-gap' } },
        { metric: 'DI', min: 0, max: 1_000_000, signal: 'bias-drift', measure: { quantity: 'impact-ratio' } },
        { metric: 'AD', min: -1, max: 1, signal: 'bias-drift', measure: { quantity: 'accuracy-gap' } },
      ];
    case 'explainability':
      return features.map((feature) => ({
        metric: `attribution_${feature}`,
        min: 0,
        max: 1_000_000,
        signal: 'attribution-drift',
        measure: { quantity: 'attribution', feature },
      }));
  }
}

export function publishes({ purpose, metricNamespace }: Props): boolean {
  return purpose === 'monitor' && metricNamespace.trim() !== '';
}

/** One value a run. Whether a run ever publishes is decided by the schedule's chain. */
export function metrics(node: NodeOf<Props>): readonly MetricSource[] {
  const { props } = node;
  if (!publishes(props)) return [];
  return published(props).map(({ metric, min, max, signal }) => ({
    namespace: props.metricNamespace.trim(),
    metric,
    unit: 'None',
    min,
    max,
    signal,
    schedule: node.id,
    every: (props.everyHours ?? 1) * 3600,
  }));
}

export function measureOf(metric: string, props: Props): Measure | undefined {
  return published(props).find((one) => one.metric === metric)?.measure;
}
