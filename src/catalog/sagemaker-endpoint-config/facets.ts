import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Store } from '../../engine/encryption/facets';
import type { Refusal } from '../../engine/refusal-facets';
import { volumeStore } from '../ml-storage';
import { idAt, idsAt, isOn, textAt } from '../neighbour';
import { controlOperation, sageMakerArn } from '../sagemaker';
import { ENDPOINT_CONFIG } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

type Config = NodeOf<Props>;

/** Nothing is stored until an endpoint uses the configuration. */
function inUse(node: Config, context: FacetContext): boolean {
  return context.referrers(node.id).some(({ pattern }) => pattern === 'endpointConfig');
}

function volume(node: Config, context: FacetContext): Store {
  const { kmsKey, instanceType, serverless } = node.props;
  const used = !serverless && inUse(node, context);
  return volumeStore({ label: 'Instance volumes', field: 'kmsKey', instanceType, key: kmsKey, used });
}

/** Without a key of its own, captured data is encrypted as the bucket encrypts by default. */
function captured(node: Config, context: FacetContext): Store {
  const { enabled, kmsKey, bucket, samplingPercent } = node.props.dataCapture;
  const target = context.node(bucket);
  const bucketKey = idAt(target, 'kmsKey');
  const algorithm = textAt(target, 'encryption');
  const inherited: Store['key'] =
    algorithm === 'sse-s3' || algorithm === ''
      ? { type: 'aws-owned', label: 'SSE-S3' }
      : algorithm === 'sse-kms-aws-managed' || !bucketKey
        ? { type: 'aws-managed', alias: 'aws/s3' }
        : { type: 'customer-managed', node: bucketKey };
  return {
    id: 'capture',
    label: 'Captured requests',
    field: 'dataCapture.kmsKey',
    key: kmsKey ? { type: 'customer-managed', node: kmsKey } : inherited,
    used: enabled && samplingPercent > 0 && !node.props.serverless && inUse(node, context),
  };
}

/** What serverless inference does not take ("Serverless endpoints", exclusions). */
function refusals(node: Config, context: FacetContext): readonly Refusal[] {
  const model = context.node(node.props.model);
  if (!node.props.serverless || !model) return [];
  const refuse = (message: string) => ({ field: 'serverless', message });
  return [
    ...(idsAt(model, 'subnets').length > 0
      ? [refuse(`Serverless inference takes no model with subnets, and ${model.name} has some. Use instances.`)]
      : []),
    ...(isOn(model, 'enableNetworkIsolation')
      ? [refuse(`Serverless inference takes no model with network isolation, as ${model.name} has. Use instances.`)]
      : []),
  ];
}

/** Answers of asynchronous inference. */
function answers({ props: { async } }: Config): readonly Store[] {
  if (!async.enabled) return [];
  const key: Store['key'] = async.kmsKey
    ? { type: 'customer-managed', node: async.kmsKey }
    : { type: 'aws-managed', alias: 'aws/s3' };
  return [{ id: 'answers', label: 'Answers', field: 'async.kmsKey', key, used: Boolean(async.output) }];
}

export const facets: Facets<Props> = {
  arn: (node, context) => sageMakerArn('endpoint-config', node, context),
  stores: (node, context) => [volume(node, context), captured(node, context), ...answers(node)],
  refusals,
  operations: (node, context) => {
    const arn = sageMakerArn('endpoint-config', node, context);
    const keyArn = context.arn(node.props.kmsKey);
    return [
      controlOperation('sagemaker:CreateEndpointConfig', arn, ENDPOINT_CONFIG, {
        'sagemaker:InstanceTypes': [node.props.instanceType],
        ...(keyArn !== undefined && { 'sagemaker:VolumeKmsKeyArn': [keyArn] }),
      }),
      controlOperation('sagemaker:DescribeEndpointConfig', arn, ENDPOINT_CONFIG),
      controlOperation('sagemaker:DeleteEndpointConfig', arn, ENDPOINT_CONFIG),
    ];
  },
  cost,
};
