import type { NodeOf } from '../../engine/facets';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  plainName,
  present,
  readWord,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export const NOTEBOOK = 'AWS::SageMaker::NotebookInstance';
const VERSION = 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  return {
    Type: NOTEBOOK,
    Properties: present({
      NotebookInstanceName: plainName(node.name),
      InstanceType: props.instanceType,
      RoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
      SubnetId: props.subnet ? reference(props.subnet) : undefined,
      SecurityGroupIds:
        props.securityGroups.length > 0 ? props.securityGroups.map((id) => attribute(id, 'GroupId')) : undefined,
      DirectInternetAccess: props.directInternetAccess ? 'Enabled' : 'Disabled',
      RootAccess: props.rootAccess ? 'Enabled' : 'Disabled',
      InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: props.imdsV2 ? '2' : '1' },
      KmsKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      VolumeSizeInGB: props.volumeSizeGb,
      LifecycleConfigName: props.lifecycleConfig
        ? attribute(props.lifecycleConfig, 'NotebookInstanceLifecycleConfigName')
        : undefined,
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [NOTEBOOK]: {
      name: 'NotebookInstanceName',
      props(reading) {
        return {
          instanceType: reading.text('InstanceType'),
          role: reading.ref('RoleArn'),
          subnet: reading.ref('SubnetId'),
          securityGroups: reading.refs('SecurityGroupIds'),
          directInternetAccess: readWord(reading, 'DirectInternetAccess', 'Enabled'),
          rootAccess: readWord(reading, 'RootAccess', 'Enabled'),
          imdsV2: readWord(reading, VERSION, '2'),
          kmsKey: reading.ref('KmsKeyId'),
          lifecycleConfig: reading.ref('LifecycleConfigName'),
          volumeSizeGb: reading.number('VolumeSizeInGB'),
        };
      },
    },
  },
});
