import type { FacetContext, NodeOf } from '../../engine/facets';
import type { MetricSource } from '../../engine/monitoring/facets';
import { everyHours } from './expression';
import type { Props } from './props';

const HOUR = 3600;

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

type Shape = Pick<MetricSource, 'metric' | 'min' | 'max' | 'signal'>;

const QUALITY = ['accuracy', 'precision', 'recall', 'f1', 'auc'];
/** Differences run from -1 to 1; disparate impact is a ratio. */
const BIAS: readonly Shape[] = [
  ...['CI', 'DPL', 'DPPL', 'AD'].map((name) => ({
    metric: `bias_metric_${name}`,
    min: -1,
    max: 1,
    signal: 'bias-drift',
  })),
  { metric: 'bias_metric_DI', min: 0, max: 1_000_000, signal: 'bias-drift' },
];

function shapes({ monitoringType, features }: Props): readonly Shape[] {
  switch (monitoringType) {
    case 'DataQuality':
      return features.flatMap((name) => [
        { metric: `feature_baseline_drift_${name}`, min: 0, max: 1, signal: 'data-drift' },
        { metric: `feature_completeness_${name}`, min: 0, max: 1, signal: 'completeness' },
      ]);
    case 'ModelQuality':
      return QUALITY.map((metric) => ({ metric, min: 0, max: 1, signal: 'quality-drift' }));
    case 'ModelBias':
      return BIAS;
    case 'ModelExplainability':
      return features.map((name) => ({
        metric: `feature_${name}`,
        min: 0,
        max: 1_000_000,
        signal: 'attribution-drift',
      }));
  }
}

/** One value a run. Whether a run ever publishes is decided by the schedule's chain. */
export function metrics(node: NodeOf<Props>, context: FacetContext): readonly MetricSource[] {
  const { props } = node;
  if (!props.publishMetrics) return [];
  const every = (everyHours(props.scheduleExpression) ?? 1) * HOUR;
  return shapes(props).map((shape) => ({
    ...shape,
    namespace: namespaceOf(node, context),
    unit: 'None',
    schedule: node.id,
    every,
  }));
}
