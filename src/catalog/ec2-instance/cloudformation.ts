import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, present, reference } from '../cloudformation';
import type { Props } from './props';

/** The image is a parameter that AWS itself keeps current: the newest Amazon Linux 2023. */
const IMAGE = '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}';

export function cloudFormation({ id, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const subnet = context.enclosing(id, 'subnet')?.id;
  const attachment = present({
    DeviceIndex: '0',
    SubnetId: subnet === undefined ? undefined : reference(subnet),
    GroupSet: props.securityGroups.length > 0 ? props.securityGroups.map(reference) : undefined,
    AssociatePublicIpAddress:
      props.associatePublicIp === 'subnet-default' ? undefined : props.associatePublicIp === 'yes',
  });
  return {
    Type: 'AWS::EC2::Instance',
    Properties: present({
      ImageId: IMAGE,
      InstanceType: props.instanceType,
      NetworkInterfaces: [attachment],
      IamInstanceProfile: props.role === undefined ? undefined : reference(`${id}-profile`),
    }),
    ...(props.role !== undefined && {
      With: { Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [reference(props.role)] } } },
    }),
  };
}
