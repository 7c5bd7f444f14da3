import type { NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, plainName, present, reference } from '../cloudformation';
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
        const enabled = (path: string) => (reading.has(path) ? reading.text(path) === 'Enabled' : undefined);
        return {
          instanceType: reading.text('InstanceType'),
          role: reading.ref('RoleArn'),
          subnet: reading.ref('SubnetId'),
          securityGroups: reading.refs('SecurityGroupIds'),
          directInternetAccess: enabled('DirectInternetAccess'),
          rootAccess: enabled('RootAccess'),
          imdsV2: reading.has(VERSION) ? reading.text(VERSION) === '2' : undefined,
          kmsKey: reading.ref('KmsKeyId'),
          lifecycleConfig: reading.ref('LifecycleConfigName'),
          volumeSizeGb: reading.number('VolumeSizeInGB'),
        };
      },
    },
  },
});
