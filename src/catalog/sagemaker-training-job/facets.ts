import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Store } from '../../engine/encryption/facets';
import type { Operation, RequestSpec } from '../../engine/request/facets';
import { stateChange } from '../aws-events';
import { grantRequest, outputRequests, readRequests, type Worker } from '../execution-role';
import { mountRequests } from '../file-systems';
import { pullRequests } from '../images';
import { talkRefusal } from '../instances-talk';
import { outputStore, volumeKeyOf, volumeStore } from '../ml-storage';
import { nameOf } from '../neighbour';
import { containerNetwork, controlOperation, dataOrigin, jobContext, sageMakerArn } from '../sagemaker';
import { TRAINING_JOB } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

type Job = NodeOf<Props>;

function operations(node: Job, context: FacetContext): readonly Operation[] {
  const arn = sageMakerArn('training-job', node, context);
  const settings = jobContext(node.props, context);
  const refused = talkRefusal(node.props, context);
  return [
    {
      ...controlOperation('sagemaker:CreateTrainingJob', arn, TRAINING_JOB, settings, node.props.role),
      ...(refused && { refused: refused.message }),
    },
    controlOperation('sagemaker:DescribeTrainingJob', arn, TRAINING_JOB),
    controlOperation('sagemaker:StopTrainingJob', arn, TRAINING_JOB),
  ];
}

function requests(node: Job, context: FacetContext): readonly RequestSpec[] {
  const { props } = node;
  const worker: Worker = { node, role: props.role, origin: dataOrigin(node.id, props, props.enableNetworkIsolation) };
  const name = (id: string | undefined) => nameOf(id, context);
  const volumeKey = volumeKeyOf(props.instanceType, props.volumeKmsKey);
  return [
    ...pullRequests(worker, props.image, context),
    ...mountRequests(
      node,
      [
        {
          fileSystem: props.inputFileSystem,
          write: props.inputFileSystemWrite,
          accessPoint: '',
          tls: false,
          signer: { type: 'anonymous' },
          origin: worker.origin,
          field: 'inputFileSystem',
        },
      ],
      context,
    ),
    ...readRequests(
      worker,
      { bucket: props.input, prefix: props.inputPrefix, field: 'input', what: `training data in ${name(props.input)}` },
      context,
    ),
    ...outputRequests(worker, props, 'its artifacts', context, true),
    ...grantRequest(worker, volumeKey, 'volumeKmsKey', context),
  ];
}

function stores({ props }: Job): readonly Store[] {
  return [
    volumeStore({
      label: 'Instance volumes',
      field: 'volumeKmsKey',
      instanceType: props.instanceType,
      key: props.volumeKmsKey,
      used: true,
    }),
    outputStore('Model artifacts', props),
  ];
}

export const facets: Facets<Props> = {
  arn: (node, context) => sageMakerArn('training-job', node, context),
  network: (node) => containerNetwork(node.props, node.props.enableNetworkIsolation),
  operations,
  refusals(node, context) {
    const refused = talkRefusal(node.props, context);
    return refused ? [refused] : [];
  },
  requests,
  events: (node, context) => [stateChange('Training Job', node, context)],
  stores,
  cost,
};
