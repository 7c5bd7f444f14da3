import type { FacetContext, NodeOf } from '../../engine/facets';
import type { MetricSource } from '../../engine/monitoring/facets';
import { biasMetrics, featureMetrics, metricsOfRuns, type Published, QUALITY_METRICS } from '../monitor-metrics';
import { everyHours } from './expression';
import type { Props } from './props';

/**
 * Namespaces as the SageMaker Python SDK reads them, without a leading slash. AWS's own pages disagree about the
 * data-quality one; the explainability one is as far as we know.
 */
const NAMESPACES: Readonly<Record<Props['monitoringType'], string>> = {
  DataQuality: 'aws/sagemaker/Endpoints/data-metrics',
  ModelQuality: 'aws/sagemaker/Endpoints/model-metrics',
  ModelBias: 'aws/sagemaker/Endpoints/bias-metrics',
  ModelExplainability: 'aws/sagemaker/Endpoints/explainability-metrics',
};

/** A batch job has no endpoint: its metrics stand in a namespace of their own. */
export function namespaceOf({ props }: NodeOf<Props>, context: FacetContext): string {
  const namespace = NAMESPACES[props.monitoringType];
  return context.hasTrait(props.endpoint, 'sagemaker-transform-job')
    ? namespace.replace('Endpoints', 'ModelMonitoring')
    : namespace;
}

/** "CloudWatch metrics" of each monitor. */
export function published({ monitoringType, features }: Props): readonly Published[] {
  switch (monitoringType) {
    case 'DataQuality':
      return [
        ...featureMetrics(features, 'feature_baseline_drift_', 'drift'),
        ...featureMetrics(features, 'feature_completeness_', 'completeness'),
      ];
    case 'ModelQuality':
      return QUALITY_METRICS;
    case 'ModelBias':
      return biasMetrics(['CI', 'DPL', 'DPPL', 'AD', 'DI'], 'bias_metric_');
    case 'ModelExplainability':
      return featureMetrics(features, 'feature_', 'attribution');
  }
}

export function metrics(node: NodeOf<Props>, context: FacetContext): readonly MetricSource[] {
  const { id, props } = node;
  if (!props.publishMetrics) return [];
  return metricsOfRuns(published(props), {
    namespace: namespaceOf(node, context),
    schedule: id,
    everyHours: everyHours(props.scheduleExpression),
  });
}
