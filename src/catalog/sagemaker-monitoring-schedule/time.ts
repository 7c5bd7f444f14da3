import type { NodeOf } from '../../engine/facets';
import type { Measure, TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

const BIAS: Readonly<Record<string, Measure>> = {
  bias_metric_CI: { quantity: 'class-imbalance' },
  bias_metric_DPL: { quantity: 'label-gap' },
  bias_metric_DPPL: { quantity: 'prediction-gap' },
  bias_metric_DI: { quantity: 'impact-ratio' },
  bias_metric_AD: { quantity: 'accuracy-gap' },
};

/** What a metric of this monitor shows, from its name ("CloudWatch metrics" of each monitor). */
function measureOf(metric: string, { monitoringType }: Props): Measure | undefined {
  const after = (prefix: string) => (metric.startsWith(prefix) ? metric.slice(prefix.length) : undefined);
  switch (monitoringType) {
    case 'DataQuality': {
      const drift = after('feature_baseline_drift_');
      if (drift !== undefined) return { quantity: 'drift', feature: drift };
      const completeness = after('feature_completeness_');
      return completeness === undefined ? undefined : { quantity: 'completeness', feature: completeness };
    }
    case 'ModelQuality':
      return { quantity: 'quality' };
    case 'ModelBias':
      return Object.hasOwn(BIAS, metric) ? BIAS[metric] : undefined;
    case 'ModelExplainability': {
      const feature = after('feature_');
      return feature === undefined ? undefined : { quantity: 'attribution', feature };
    }
  }
}

export function time({ props }: NodeOf<Props>): TimeFacet {
  return { measures: (metric) => measureOf(metric, props) };
}
