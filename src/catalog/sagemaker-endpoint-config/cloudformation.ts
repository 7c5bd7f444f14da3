import type { NodeOf } from '../../engine/facets';
import { attribute, present, reference, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const ENDPOINT_CONFIG = 'AWS::SageMaker::EndpointConfig';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  const { dataCapture } = props;
  return {
    Type: ENDPOINT_CONFIG,
    Properties: present({
      EndpointConfigName: node.name,
      ProductionVariants: [
        present({
          VariantName: 'AllTraffic',
          ModelName: props.model ? attribute(props.model, 'ModelName') : undefined,
          InitialVariantWeight: 1,
          InstanceType: props.serverless ? undefined : props.instanceType,
          InitialInstanceCount: props.serverless ? undefined : props.initialInstanceCount,
          ServerlessConfig: props.serverless ? { MaxConcurrency: 10, MemorySizeInMB: 2048 } : undefined,
        }),
      ],
      KmsKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      DataCaptureConfig: dataCapture.enabled
        ? present({
            EnableCapture: true,
            InitialSamplingPercentage: dataCapture.samplingPercent,
            DestinationS3Uri: dataCapture.bucket
              ? { 'Fn::Join': ['/', ['s3:/', reference(dataCapture.bucket), dataCapture.prefix]] }
              : undefined,
            KmsKeyId: dataCapture.kmsKey ? attribute(dataCapture.kmsKey, 'Arn') : undefined,
            CaptureOptions: [
              ...(dataCapture.input ? [{ CaptureMode: 'Input' }] : []),
              ...(dataCapture.output ? [{ CaptureMode: 'Output' }] : []),
            ],
          })
        : undefined,
    }),
  };
}
