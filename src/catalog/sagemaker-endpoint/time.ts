import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Measure, Rollout, TimeFacet } from '../../engine/time/facets';
import { stateChange } from '../aws-events';
import { idsAt } from '../neighbour';
import { fleetOf, variantsOf } from '../variants';
import type { Props } from './props';

const MEASURES: Readonly<Record<string, Measure>> = {
  Invocations: { quantity: 'requests' },
  InvocationsPerInstance: { quantity: 'requests-per-instance' },
  Invocation4XXErrors: { quantity: 'client-errors' },
  Invocation5XXErrors: { quantity: 'server-errors' },
  InvocationModelErrors: { quantity: 'model-errors' },
  ModelLatency: { quantity: 'model-latency' },
  OverheadLatency: { quantity: 'overhead-latency' },
  CPUUtilization: { quantity: 'cpu' },
  MemoryUtilization: { quantity: 'memory' },
  DiskUtilization: { quantity: 'disk' },
};

/** Batches are steps as well; only the old part of each is gone. */
const STRATEGIES = { ALL_AT_ONCE: 'all-at-once', CANARY: 'canary', LINEAR: 'linear', ROLLING: 'linear' } as const;

function rolloutOf({ trafficShift, stepPercent, waitSeconds, terminationWaitSeconds, rollbackAlarms }: Props): Rollout {
  return {
    strategy: STRATEGIES[trafficShift],
    stepPercent: trafficShift === 'ALL_AT_ONCE' ? 100 : stepPercent,
    waitSeconds,
    terminationWaitSeconds,
    alarms: rollbackAlarms,
  };
}

/** GPU metrics have no values here: the simulated model runs on the processors. */
export function time(node: NodeOf<Props>, context: FacetContext): TimeFacet | undefined {
  const config = context.node(node.props.endpointConfig);
  if (!config) return undefined;
  const variants = variantsOf(config);
  return {
    serves: {
      ...fleetOf(variants),
      subnets: [...new Set(variants.flatMap(({ model }) => idsAt(context.node(model), 'subnets')))],
      rollout: rolloutOf(node.props),
      rollback: 'sagemaker:UpdateEndpoint',
    },
    measures: (metric) => (Object.hasOwn(MEASURES, metric) ? MEASURES[metric] : undefined),
    harms: {
      deleted: {
        action: 'sagemaker:DeleteEndpoint',
        leaves: 'gone',
        undo: 'sagemaker:CreateEndpoint',
        tells: stateChange('Endpoint', node, context, { EndpointStatus: 'DELETING' }),
      },
    },
  };
}
