import type { NodeOf } from '../../engine/facets';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  plainName,
  present,
  reference,
  s3Address,
  s3Key,
} from '../cloudformation';
import { imageParameter, readVpcConfig, vpcConfig } from '../sagemaker-template';
import type { Props } from './props';

export const MODEL = 'AWS::SageMaker::Model';
const IMAGE = 'ModelImage';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  return {
    Type: MODEL,
    Properties: present({
      ModelName: plainName(node.name),
      ExecutionRoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
      PrimaryContainer: present({
        Image: props.image
          ? { 'Fn::Join': ['', [attribute(props.image, 'RepositoryUri'), ':latest']] }
          : reference(IMAGE),
        ModelDataUrl: props.modelData ? s3Address(props.modelData, props.modelDataKey) : undefined,
      }),
      EnableNetworkIsolation: props.enableNetworkIsolation,
      VpcConfig: vpcConfig(props),
    }),
    ...(!props.image && { Parameters: { [IMAGE]: imageParameter('models without a repository of their own') } }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  parameters: [IMAGE],
  nodes: {
    [MODEL]: {
      name: 'ModelName',
      props(reading) {
        const at = reading.has('PrimaryContainer') ? 'PrimaryContainer' : 'Containers[0]';
        const image = reading.ref(`${at}.Image`);
        if (image === undefined) reading.skip(`${at}.Image`, 'What the container does is not simulated.');
        return {
          role: reading.ref('ExecutionRoleArn'),
          image,
          modelData: reading.ref(`${at}.ModelDataUrl`),
          modelDataKey: s3Key(reading.text(`${at}.ModelDataUrl`)),
          enableNetworkIsolation: reading.flag('EnableNetworkIsolation'),
          ...readVpcConfig(reading),
        };
      },
    },
  },
});
