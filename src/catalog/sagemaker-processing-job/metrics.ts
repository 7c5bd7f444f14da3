import type { NodeOf } from '../../engine/facets';
import type { MetricSource } from '../../engine/monitoring/facets';
import { biasMetrics, featureMetrics, metricsOfRuns, type Published, QUALITY_METRICS } from '../monitor-metrics';
import type { Props } from './props';

/** Names are the code's own choice; these are ours. Quality and bias keep the names that AWS's monitors use. */
export function published({ watches, features }: Props): readonly Published[] {
  switch (watches) {
    case 'data-quality':
      return [
        ...featureMetrics(features, 'drift_', 'drift'),
        ...featureMetrics(features, 'completeness_', 'completeness'),
      ];
    case 'model-quality':
      return QUALITY_METRICS;
    case 'model-bias':
      return biasMetrics(['DPPL', 'DI', 'AD']);
    case 'explainability':
      return featureMetrics(features, 'attribution_', 'attribution');
  }
}

export function publishes({ purpose, metricNamespace }: Props): boolean {
  return purpose === 'monitor' && metricNamespace.trim() !== '';
}

export function metrics({ id, props }: NodeOf<Props>): readonly MetricSource[] {
  if (!publishes(props)) return [];
  const { metricNamespace, everyHours } = props;
  return metricsOfRuns(published(props), { namespace: metricNamespace.trim(), schedule: id, everyHours });
}
