import type { AnyNode } from '../../engine/facets';
import type { MetricSource } from '../../engine/monitoring/facets';
import { ML_INSTANCES } from '../ml-instances';
import { isOn, textAt } from '../neighbour';

const INVOCATION = 'AWS/SageMaker';
const INSTANCE = '/aws/sagemaker/Endpoints';

/** SageMaker ends an invocation after 60 seconds. No container answers in less than a millisecond. */
const LATENCY = { unit: 'Microseconds', min: 1000, max: 60_000_000, signal: 'latency' } as const;
/** One sample per request, 1 or 0: the average is a rate, and 5 % is 0.05. */
const ERRORS = { unit: 'None', min: 0, max: 1, signal: 'errors' } as const;
const USAGE = { unit: 'Percent', min: 0, signal: 'usage' } as const;

/** What a running endpoint publishes by itself, every minute. Nothing runs without a configuration. */
export function metrics(config: AnyNode | undefined): readonly MetricSource[] {
  if (!config) return [];
  const one = (
    metric: string,
    shape: Pick<MetricSource, 'unit' | 'min' | 'max' | 'signal'>,
    namespace = INVOCATION,
  ): MetricSource => ({
    namespace,
    metric,
    ...shape,
    every: 60,
  });
  const requests = [
    one('Invocations', { unit: 'None', min: 0, max: 1, signal: 'usage' }),
    one('Invocation4XXErrors', ERRORS),
    one('Invocation5XXErrors', ERRORS),
    one('InvocationModelErrors', ERRORS),
    one('ModelLatency', LATENCY),
    one('OverheadLatency', LATENCY),
  ];
  if (isOn(config, 'serverless')) return [...requests, one('ModelSetupTime', LATENCY)];
  const instance = ML_INSTANCES[textAt(config, 'instanceType')];
  return [
    ...requests,
    one('InvocationsPerInstance', { unit: 'None', min: 0, max: 1, signal: 'usage' }),
    // Every core counts 100 %.
    one('CPUUtilization', { ...USAGE, max: 100 * (instance?.vcpus ?? 1) }, INSTANCE),
    one('MemoryUtilization', { ...USAGE, max: 100 }, INSTANCE),
    one('DiskUtilization', { ...USAGE, max: 100 }, INSTANCE),
    ...(instance?.gpu
      ? [
          one('GPUUtilization', { ...USAGE, max: 100 }, INSTANCE),
          one('GPUMemoryUtilization', { ...USAGE, max: 100 }, INSTANCE),
        ]
      : []),
  ];
}
