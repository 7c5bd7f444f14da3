import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag, int, text } from '../../model/schema';
import { hasLocalStorage, HOSTING_TYPES, LOCAL_STORAGE_LESSON } from '../ml-instances';
import { MoreVariants, VariantName, Weight } from '../variants';

const DataCapture = z.strictObject({
  enabled: field(flag(false), {
    title: 'Capture requests',
    help: 'Writes live inputs and outputs to S3. Model Monitor reads nothing else.',
    aws: 'DataCaptureConfig.EnableCapture',
  }),
  samplingPercent: field(z._default(int(0, 100), 100), {
    title: 'Sampling',
    help: 'Share of the requests that is captured.',
    unit: '%',
    aws: 'DataCaptureConfig.InitialSamplingPercentage',
  }),
  bucket: ref('bucket', {
    title: 'Capture to',
    help: 'Captured requests are the raw payloads: card data, health data, personal data at rest.',
    aws: 'DataCaptureConfig.DestinationS3Uri',
  }),
  prefix: field(z._default(text(200), 'capture'), {
    title: 'Capture prefix',
    help: 'SageMaker writes to prefix/endpoint/variant/year/month/day/hour.',
    aws: 'DataCaptureConfig.DestinationS3Uri',
  }),
  kmsKey: ref('kms-key', {
    title: 'Capture key',
    help: 'Encrypts the captured objects. Without it, the default encryption of the bucket decides.',
    aws: 'DataCaptureConfig.KmsKeyId',
  }),
  input: field(flag(true), {
    title: 'Inputs',
    help: 'What the model was asked.',
    aws: 'CaptureOptions.CaptureMode',
  }),
  output: field(flag(true), {
    title: 'Outputs',
    help: 'What the model answered.',
    aws: 'CaptureOptions.CaptureMode',
  }),
});

const Async = z.strictObject({
  enabled: field(flag(false), {
    title: 'Asynchronous inference',
    help: 'Requests wait in a queue and answers arrive in S3. Callers use InvokeEndpointAsync, which is a permission of its own.',
    aws: 'AsyncInferenceConfig',
  }),
  output: ref('bucket', {
    title: 'Answers to',
    help: 'The role of the model needs s3:PutObject below the prefix.',
    aws: 'AsyncInferenceConfig.OutputConfig.S3OutputPath',
  }),
  outputPrefix: field(z._default(text(200), 'async'), {
    title: 'Answers prefix',
    help: 'Where in the bucket they arrive.',
    aws: 'AsyncInferenceConfig.OutputConfig.S3OutputPath',
  }),
  kmsKey: ref('kms-key', {
    title: 'Answers key',
    help: 'Without it SageMaker asks for the AWS managed key aws/s3.',
    aws: 'AsyncInferenceConfig.OutputConfig.KmsKeyId',
  }),
  successTopic: ref('topic', {
    title: 'Topic of answers',
    help: 'Told when an answer is there.',
    aws: 'NotificationConfig.SuccessTopic',
  }),
  errorTopic: ref('topic', {
    title: 'Topic of failures',
    help: 'Told when an inference fails. Without it nobody hears of it.',
    aws: 'NotificationConfig.ErrorTopic',
  }),
});

export const Props = z
  .strictObject({
    model: ref('sagemaker-model', {
      title: 'Model',
      help: 'The model of the first production variant.',
      aws: 'ProductionVariants.ModelName',
      immutable: true,
    }),
    variantName: field(z._default(VariantName, 'AllTraffic'), {
      title: 'Name of the variant',
      help: 'The first production variant. Captured data has it in its path.',
      aws: 'ProductionVariants.VariantName',
      immutable: true,
    }),
    weight: Weight,
    serverless: field(flag(false), {
      title: 'Serverless inference',
      help: 'No instances. Excludes VPC configuration, network isolation, data capture and Model Monitor.',
      aws: 'ProductionVariants.ServerlessConfig',
      immutable: true,
    }),
    instanceType: field(choice(HOSTING_TYPES, 'ml.m5.large'), {
      title: 'Instance type',
      help: 'm5d, g4dn and g5 have local NVMe storage, and refuse a volume key.',
      aws: 'ProductionVariants.InstanceType',
      immutable: true,
    }),
    initialInstanceCount: field(z._default(int(1, 100), 1), {
      title: 'Instances',
      help: 'SageMaker spreads two or more over Availability Zones. One instance is a single point of failure.',
      aws: 'ProductionVariants.InitialInstanceCount',
      immutable: true,
    }),
    moreVariants: field(MoreVariants, {
      title: 'More variants',
      help: 'Other models beside the first, each with its own instances and its share of the requests. Here metrics count all variants together.',
      aws: 'ProductionVariants',
      immutable: true,
    }),
    kmsKey: ref('kms-key', {
      title: 'Volume key',
      help: 'For the storage of the instances. Without it a key of the service encrypts it, out of your control.',
      aws: 'KmsKeyId',
      immutable: true,
    }),
    dataCapture: field(z.prefault(DataCapture, {}), {
      title: 'Data capture',
      help: 'Copies of live requests, for Model Monitor and for audits.',
      aws: 'DataCaptureConfig',
      immutable: true,
    }),
    async: field(z.prefault(Async, {}), {
      title: 'Asynchronous inference',
      help: 'For large inputs and long answers.',
      aws: 'AsyncInferenceConfig',
      immutable: true,
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string[], message: string) => issues.addIssue({ code: 'custom', path, message });
      const { dataCapture } = props;
      const variants = [props, ...props.moreVariants];
      if (props.kmsKey && !props.serverless && variants.some((one) => hasLocalStorage(one.instanceType)))
        refuse(['kmsKey'], LOCAL_STORAGE_LESSON);
      if (props.serverless && props.moreVariants.length > 0)
        refuse(['moreVariants'], 'Serverless inference takes one production variant.');
      const names = new Set([props.variantName, ...props.moreVariants.map((one) => one.name)]);
      if (names.size < variants.length) refuse(['moreVariants'], 'Each variant needs a name of its own.');
      if (props.kmsKey && props.serverless)
        refuse(['kmsKey'], 'A serverless variant has no instance volume that a key could encrypt.');
      if (props.serverless && dataCapture.enabled) {
        refuse(
          ['dataCapture', 'enabled'],
          'Serverless inference does not support data capture, and so not Model Monitor either.',
        );
      }
      if (props.async.enabled && props.serverless)
        refuse(['async', 'enabled'], 'A variant is serverless or asynchronous, not both.');
      if (props.async.enabled && !props.async.output)
        refuse(['async', 'output'], 'Asynchronous inference needs a bucket for its answers.');
      if (dataCapture.enabled && !dataCapture.bucket)
        refuse(['dataCapture', 'bucket'], 'Data capture needs a bucket to write to.');
      if (dataCapture.enabled && !dataCapture.input && !dataCapture.output) {
        refuse(['dataCapture', 'input'], 'Data capture needs at least one of inputs and outputs.');
      }
    }),
  );
export type Props = z.output<typeof Props>;
