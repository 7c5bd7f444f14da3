import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, container, defineTemplate, nameTag, part, present, reference } from '../cloudformation';
import type { Props } from './props';

/** The image is a parameter that AWS itself keeps current: the newest Amazon Linux 2023. */
const IMAGE = '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}';

/** AWS recommends /dev/sdf to /dev/sdp for data volumes. */
function deviceName(index: number): string {
  return `/dev/sd${'fghijklmnop'.charAt(index % 11)}`;
}

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const attachment = present({
    DeviceIndex: '0',
    SubnetId: container(node, 'subnet', context),
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
      IamInstanceProfile: props.role === undefined ? undefined : reference(part(id, 'Profile')),
      Monitoring: props.detailedMonitoring ? true : undefined,
      Tags: nameTag(name),
    }),
    ...((props.role !== undefined || props.volumes.length > 0) && {
      With: {
        ...(props.role !== undefined && {
          Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [reference(props.role)] } },
        }),
        ...Object.fromEntries(
          props.volumes.map((volume, index) => [
            `Attachment${index}`,
            {
              Type: 'AWS::EC2::VolumeAttachment',
              Properties: { InstanceId: reference(id), VolumeId: reference(volume), Device: deviceName(index) },
            },
          ]),
        ),
      },
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::Instance': {
      in: ['SubnetId', 'NetworkInterfaces[0].SubnetId'],
      props(reading) {
        const [first] = reading.list('NetworkInterfaces');
        const own = first?.flag('AssociatePublicIpAddress');
        first?.text('DeviceIndex');
        reading.skip('ImageId', 'The image changes nothing here.');
        return {
          instanceType: reading.text('InstanceType'),
          role: reading.follow('IamInstanceProfile')?.refs('Roles')?.[0],
          securityGroups: reading.refs('SecurityGroupIds') ?? reading.refs('SecurityGroups') ?? first?.refs('GroupSet'),
          volumes: reading.list('Volumes').flatMap((one) => one.ref('VolumeId') ?? []),
          detailedMonitoring: reading.flag('Monitoring'),
          associatePublicIp: own === undefined ? undefined : own ? 'yes' : 'no',
        };
      },
    },
  },
  parts: {
    'AWS::EC2::VolumeAttachment': {
      of: ['InstanceId'],
      add(reading, { props }) {
        const volume = reading.ref('VolumeId');
        reading.text('Device');
        return volume === undefined
          ? 'Its volume is not in this diagram.'
          : { props: { volumes: [...props.volumes, volume] } };
      },
    },
  },
});
