import type { FacetContext, NodeOf } from '../../engine/facets';
import {
  accessPointName,
  attribute,
  type CloudFormation,
  type CloudFormationPart,
  defineTemplate,
  nameTag,
  present,
  readWord,
  reference,
  writtenDocument,
} from '../cloudformation';
import { groupsOrDefault } from '../network-fields';
import type { Props } from './props';

export const FILE_SYSTEM = 'AWS::EFS::FileSystem';

function mountTarget(subnet: string, { id, props }: NodeOf<Props>, context: FacetContext): CloudFormationPart {
  return {
    Type: 'AWS::EFS::MountTarget',
    Properties: {
      FileSystemId: reference(id),
      SubnetId: reference(subnet),
      SecurityGroups: groupsOrDefault(subnet, props.securityGroups, context).map((group) =>
        attribute(group, 'GroupId'),
      ),
    },
    needed: true,
  };
}

function accessPoint(fileSystem: string, { name, path, uid, gid }: Props['accessPoints'][number]): CloudFormationPart {
  const [user, group] = [String(uid), String(gid)];
  return {
    Type: 'AWS::EFS::AccessPoint',
    Properties: {
      FileSystemId: reference(fileSystem),
      PosixUser: { Uid: user, Gid: group },
      RootDirectory: { Path: path, CreationInfo: { OwnerUid: user, OwnerGid: group, Permissions: '0750' } },
      AccessPointTags: nameTag(name),
    },
  };
}

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, props } = node;
  const parts = [
    ...props.subnets.map((subnet, index) => [`MountTarget${index}`, mountTarget(subnet, node, context)] as const),
    ...props.accessPoints.map((one, index) => [`AccessPoint${index}`, accessPoint(id, one)] as const),
  ];
  return {
    Type: FILE_SYSTEM,
    Properties: present({
      Encrypted: props.encrypted,
      KmsKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      FileSystemPolicy: writtenDocument(props.policy),
      BackupPolicy: props.backups ? { Status: 'ENABLED' } : undefined,
      FileSystemTags: nameTag(node.name),
    }),
    ...(parts.length > 0 && { With: Object.fromEntries(parts) }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  arn: 'Arn',
  nodes: {
    [FILE_SYSTEM]: {
      tags: 'FileSystemTags',
      props: (reading) => ({
        encrypted: reading.flag('Encrypted'),
        kmsKey: reading.ref('KmsKeyId'),
        policy: reading.policy('FileSystemPolicy'),
        backups: readWord(reading, 'BackupPolicy.Status', 'ENABLED'),
      }),
    },
  },
  parts: {
    'AWS::EFS::MountTarget': {
      of: ['FileSystemId'],
      add(reading, { props }) {
        const subnet = reading.ref('SubnetId');
        if (subnet === undefined) return 'Its subnet is not in this diagram.';
        const groups = reading.refs('SecurityGroups') ?? [];
        return {
          props: {
            subnets: [...props.subnets, subnet],
            securityGroups: [...new Set([...props.securityGroups, ...groups])],
          },
        };
      },
    },
    'AWS::EFS::AccessPoint': {
      of: ['FileSystemId'],
      add(reading, { props }) {
        const point = present({
          name: accessPointName(reading),
          path: reading.text('RootDirectory.Path'),
          uid: reading.number('PosixUser.Uid'),
          gid: reading.number('PosixUser.Gid'),
        });
        reading.text('RootDirectory.CreationInfo.OwnerUid');
        reading.text('RootDirectory.CreationInfo.OwnerGid');
        reading.text('RootDirectory.CreationInfo.Permissions');
        return { props: { accessPoints: [...props.accessPoints, point] } };
      },
    },
  },
});
