import type { NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  plainName,
  present,
  type Reading,
  reference,
  s3Address,
  s3Key,
} from '../cloudformation';
import type { Props } from './props';

export const ENDPOINT_CONFIG = 'AWS::SageMaker::EndpointConfig';
const SERVERLESS = { MaxConcurrency: 10, MemorySizeInMB: 2048 };

type Variant = Omit<Props['moreVariants'][number], 'model'> & Pick<Props, 'model' | 'serverless'>;

function writeVariant({ name, model, instanceType, initialInstanceCount, weight, serverless }: Variant): Json {
  return present({
    VariantName: name,
    ModelName: model ? attribute(model, 'ModelName') : undefined,
    InitialVariantWeight: weight,
    ...(serverless
      ? { ServerlessConfig: SERVERLESS }
      : { InstanceType: instanceType, InitialInstanceCount: initialInstanceCount }),
  });
}

function readVariant(reading: Reading | undefined) {
  return {
    name: reading?.text('VariantName'),
    model: reading?.ref('ModelName'),
    instanceType: reading?.text('InstanceType'),
    initialInstanceCount: reading?.number('InitialInstanceCount'),
    weight: reading?.number('InitialVariantWeight'),
  };
}

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  const { dataCapture } = props;
  return {
    Type: ENDPOINT_CONFIG,
    Properties: present({
      EndpointConfigName: plainName(node.name),
      ProductionVariants: [
        writeVariant({ ...props, name: props.variantName }),
        ...props.moreVariants.map((one) => writeVariant({ ...one, serverless: false })),
      ],
      KmsKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      DataCaptureConfig: dataCapture.enabled
        ? present({
            EnableCapture: true,
            InitialSamplingPercentage: dataCapture.samplingPercent,
            DestinationS3Uri: dataCapture.bucket ? s3Address(dataCapture.bucket, dataCapture.prefix) : undefined,
            KmsKeyId: dataCapture.kmsKey ? attribute(dataCapture.kmsKey, 'Arn') : undefined,
            CaptureOptions: [
              ...(dataCapture.input ? [{ CaptureMode: 'Input' }] : []),
              ...(dataCapture.output ? [{ CaptureMode: 'Output' }] : []),
            ],
          })
        : undefined,
      AsyncInferenceConfig: asyncConfig(props.async),
    }),
  };
}

function asyncConfig({ enabled, output, outputPrefix, kmsKey, successTopic, errorTopic }: Props['async']) {
  if (!enabled) return undefined;
  return {
    OutputConfig: present({
      S3OutputPath: output ? s3Address(output, outputPrefix) : undefined,
      KmsKeyId: kmsKey ? attribute(kmsKey, 'Arn') : undefined,
      NotificationConfig:
        successTopic || errorTopic
          ? present({
              SuccessTopic: successTopic ? reference(successTopic) : undefined,
              ErrorTopic: errorTopic ? reference(errorTopic) : undefined,
            })
          : undefined,
    }),
  };
}

function readAsync(reading: Reading) {
  if (!reading.has('AsyncInferenceConfig')) return undefined;
  const at = (path: string) => `AsyncInferenceConfig.OutputConfig.${path}`;
  return present({
    enabled: true,
    output: reading.ref(at('S3OutputPath')),
    outputPrefix: s3Key(reading.text(at('S3OutputPath'))),
    kmsKey: reading.ref(at('KmsKeyId')),
    successTopic: reading.ref(at('NotificationConfig.SuccessTopic')),
    errorTopic: reading.ref(at('NotificationConfig.ErrorTopic')),
  });
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [ENDPOINT_CONFIG]: {
      name: 'EndpointConfigName',
      props(reading) {
        const [variant, ...more] = reading.list('ProductionVariants');
        const { name, ...first } = readVariant(variant);
        const serverless = variant?.has('ServerlessConfig') ?? false;
        if (serverless) variant?.skip('ServerlessConfig', 'Memory and concurrency change nothing here.');
        const options = reading.list('DataCaptureConfig.CaptureOptions');
        const modes = new Set(options.map((one) => one.text('CaptureMode')));
        const both = modes.has('InputAndOutput');
        const capture = (path: string) => `DataCaptureConfig.${path}`;
        return {
          ...first,
          variantName: name,
          moreVariants: more.length > 0 ? more.map((one) => present(readVariant(one))) : undefined,
          serverless,
          kmsKey: reading.ref('KmsKeyId'),
          async: readAsync(reading),
          dataCapture: reading.has('DataCaptureConfig')
            ? present({
                enabled: reading.flag(capture('EnableCapture')) ?? true,
                samplingPercent: reading.number(capture('InitialSamplingPercentage')),
                bucket: reading.ref(capture('DestinationS3Uri')),
                prefix: s3Key(reading.text(capture('DestinationS3Uri'))),
                kmsKey: reading.ref(capture('KmsKeyId')),
                input: both || modes.has('Input'),
                output: both || modes.has('Output'),
              })
            : undefined,
        };
      },
    },
  },
});
