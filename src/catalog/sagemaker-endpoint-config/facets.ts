import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Store } from '../../engine/encryption/facets';
import type { Refusal } from '../../engine/refusal-facets';
import { keyOr, managedKey } from '../keys';
import { keyedStore, volumeStore } from '../ml-storage';
import { idsAt, isOn } from '../neighbour';
import { controlOperation, sageMakerArn } from '../sagemaker';
import { ENDPOINT_CONFIG } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { variantsOf } from '../variants';

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

function captured(node: Config, context: FacetContext): readonly Store[] {
  const { enabled, kmsKey, samplingPercent } = node.props.dataCapture;
  const used = enabled && samplingPercent > 0 && !node.props.serverless && inUse(node, context);
  return keyedStore({ id: 'capture', label: 'Captured requests', field: 'dataCapture.kmsKey', used }, kmsKey);
}

/** Every variant runs a model; and what serverless inference does not take ("Serverless endpoints", exclusions). */
function refusals(node: Config, context: FacetContext): readonly Refusal[] {
  const idle = node.props.moreVariants.flatMap(({ name, model }, index) =>
    model ? [] : [{ field: `moreVariants[${index}].model`, message: `Variant ${name} has no model to run.` }],
  );
  const model = context.node(node.props.model);
  if (!node.props.serverless || !model) return idle;
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
  return [
    {
      id: 'answers',
      label: 'Answers',
      field: 'async.kmsKey',
      key: keyOr(async.kmsKey, managedKey('s3')),
      used: Boolean(async.output),
    },
  ];
}

export const facets: Facets<Props> = {
  arn: (node, context) => sageMakerArn('endpoint-config', node, context),
  stores: (node, context) => [volume(node, context), ...captured(node, context), ...answers(node)],
  refusals,
  operations: (node, context) => {
    const arn = sageMakerArn('endpoint-config', node, context);
    const keyArn = context.arn(node.props.kmsKey);
    return [
      controlOperation('sagemaker:CreateEndpointConfig', arn, ENDPOINT_CONFIG, {
        'sagemaker:InstanceTypes': [...new Set(variantsOf(node).map((one) => one.instanceType))],
        ...(keyArn !== undefined && { 'sagemaker:VolumeKmsKeyArn': [keyArn] }),
      }),
      controlOperation('sagemaker:DescribeEndpointConfig', arn, ENDPOINT_CONFIG),
      controlOperation('sagemaker:DeleteEndpointConfig', arn, ENDPOINT_CONFIG),
    ];
  },
  cost,
};
