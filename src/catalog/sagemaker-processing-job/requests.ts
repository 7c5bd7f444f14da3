import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Origin, RequestSpec } from '../../engine/request/facets';
import { grantRequest, outputRequests, readRequests, setupRequest, type Worker } from '../execution-role';
import { volumeKeyOf } from '../ml-storage';
import { capturedBy } from '../captured';
import { nameOf } from '../neighbour';
import { dataOrigin } from '../sagemaker';
import { publishes } from './metrics';
import type { Props } from './props';

type Job = NodeOf<Props>;

export function needsGroundTruth({ purpose, watches }: Props): boolean {
  return purpose === 'monitor' && (watches === 'model-quality' || watches === 'model-bias');
}

export function isClarify({ purpose }: Props): boolean {
  return purpose === 'clarify-bias' || purpose === 'clarify-explainability';
}

/** What starts it every few hours: EventBridge Scheduler, with a role of its own that passes the execution role on. */
function startRequests(node: Job): readonly RequestSpec[] {
  const { everyHours, scheduleRole } = node.props;
  if (everyHours === undefined) return [];
  return [
    {
      id: `${node.id}/sagemaker:CreateProcessingJob/${node.id}/scheduleRole`,
      from: node.id,
      field: 'scheduleRole',
      signer: { type: 'identity', node: scheduleRole, service: 'scheduler.amazonaws.com' },
      origin: { type: 'platform' },
      action: 'sagemaker:CreateProcessingJob',
      to: node.id,
      purpose: 'setup',
      title: `The schedule starts ${node.name}`,
    },
  ];
}

/** What one run does, in its order: start, read, open the volume, work, write. */
export function requests(node: Job, context: FacetContext): readonly RequestSpec[] {
  const { props } = node;
  const worker: Worker = { node, role: props.role, origin: dataOrigin(node.id, props, props.enableNetworkIsolation) };
  const fromContainer: Origin = { type: 'interfaces', node: node.id };
  const name = (id: string | undefined) => nameOf(id, context);
  const read = (bucket: string | undefined, prefix: string, field: string, what: string) =>
    readRequests(worker, { bucket, prefix, field, what: `${what} in ${name(bucket)}` }, context);
  const captured = props.purpose === 'monitor' ? capturedBy(context.node(props.monitored), context) : undefined;
  const monitor = props.purpose === 'monitor';
  return [
    ...startRequests(node),
    ...read(props.input, props.inputPrefix, 'input', 'its input'),
    ...(captured ? read(captured.bucket, captured.prefix, 'monitored', 'captured requests') : []),
    ...(monitor ? read(props.baseline, props.baselinePrefix, 'baseline', 'the baseline') : []),
    ...(needsGroundTruth(props) ? read(props.groundTruth, props.groundTruthPrefix, 'groundTruth', 'ground truth') : []),
    ...grantRequest(worker, volumeKeyOf(props.instanceType, props.volumeKmsKey), 'volumeKmsKey', context),
    ...(isClarify(props) && props.model
      ? (['sagemaker:CreateEndpoint', 'sagemaker:InvokeEndpoint'] as const).map((action) =>
          setupRequest(worker, {
            action,
            to: node.id,
            field: 'model',
            title: `${action === 'sagemaker:InvokeEndpoint' ? 'asks' : 'starts'} an endpoint of its own for ${name(props.model)}`,
            origin: fromContainer,
          }),
        )
      : []),
    ...outputRequests(worker, props, 'its results', context),
    ...(publishes(props)
      ? [
          // The code in the container calls PutMetricData, so it needs a way there; the job stands for that API.
          setupRequest(worker, {
            action: 'cloudwatch:PutMetricData',
            to: node.id,
            field: 'metricNamespace',
            title: 'publishes its metrics',
            origin: fromContainer,
            context: { 'cloudwatch:namespace': [props.metricNamespace.trim()] },
          }),
        ]
      : []),
  ];
}
