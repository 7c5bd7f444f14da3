import type { NodeOf } from '../../engine/facets';
import { attribute, present, reference, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const NOTEBOOK = 'AWS::SageMaker::NotebookInstance';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  return {
    Type: NOTEBOOK,
    Properties: present({
      NotebookInstanceName: node.name,
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
    }),
  };
}
