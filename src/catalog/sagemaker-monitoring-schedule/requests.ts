import type { FacetContext, NodeOf } from '../../engine/facets';
import type { RequestSpec } from '../../engine/request/facets';
import { capturedBy } from '../captured';
import { grantRequest, outputRequests, readRequests, setupRequest, type Worker } from '../execution-role';
import { volumeKeyOf } from '../ml-storage';
import { nameOf } from '../neighbour';
import { dataOrigin } from '../sagemaker';
import { namespaceOf } from './metrics';
import type { Props } from './props';

export function needsGroundTruth({ monitoringType }: Props): boolean {
  return monitoringType === 'ModelQuality' || monitoringType === 'ModelBias';
}

/** Which monitors run on SageMaker Clarify. */
export function usesClarify(type: Props['monitoringType']): boolean {
  return type === 'ModelBias' || type === 'ModelExplainability';
}

/** What one run does, in its order: read, read, compare, write, publish. */
export function requests(node: NodeOf<Props>, context: FacetContext): readonly RequestSpec[] {
  const { props } = node;
  const worker: Worker = { node, role: props.role, origin: dataOrigin(node.id, props, props.enableNetworkIsolation) };
  const name = (id: string | undefined) => nameOf(id, context);
  const captured = capturedBy(context.node(props.endpoint), context);
  const read = (bucket: string | undefined, prefix: string, field: string, what: string) =>
    readRequests(worker, { bucket, prefix, field, what: `${what} in ${name(bucket)}` }, context);
  return [
    ...(captured ? read(captured.bucket, captured.prefix, 'endpoint', 'captured requests') : []),
    ...read(props.baseline, props.baselinePrefix, 'baseline', 'the baseline'),
    ...(needsGroundTruth(props) ? read(props.groundTruth, props.groundTruthPrefix, 'groundTruth', 'ground truth') : []),
    ...outputRequests(worker, props, 'reports', context),
    ...grantRequest(worker, volumeKeyOf(props.instanceType, props.volumeKmsKey), 'volumeKmsKey', context),
    ...(props.publishMetrics
      ? [
          // PutMetricData has no resource: the schedule stands for the API of CloudWatch here.
          setupRequest(worker, {
            action: 'cloudwatch:PutMetricData',
            to: node.id,
            field: 'publishMetrics',
            title: 'publishes its metrics',
            origin: { type: 'platform' },
            context: { 'cloudwatch:namespace': [namespaceOf(node, context)] },
          }),
        ]
      : []),
  ];
}
