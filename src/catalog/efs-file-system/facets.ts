import type { KeyChoice } from '../../engine/encryption/facets';
import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Refusal } from '../../engine/refusal-facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation, apiOperations, guardedActions } from '../api';
import { CLIENT_ACTIONS, efsArn, NFS_PORT } from '../file-systems';
import { keyOr, managedKey } from '../keys';
import { textAt } from '../neighbour';
import { groupsOrDefault } from '../network-fields';
import { writtenPolicy } from '../policies';
import { FILE_SYSTEM } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type FileSystem = NodeOf<Props>;

function arnOf({ id }: FileSystem, context: FacetContext): string {
  return efsArn('file-system', id, context);
}

function keyOf({ encrypted, kmsKey }: Props): KeyChoice {
  return encrypted ? keyOr(kmsKey, managedKey('elasticfilesystem')) : { type: 'none' };
}

/**
 * "Encrypting data at rest": whoever creates the file system lets EFS make a grant on the key; clients that mount
 * it need no permission for the key.
 */
function keyUse(node: FileSystem, actions: readonly string[], { account }: FacetContext): readonly KeyUse[] {
  const key = keyOf(node.props);
  if (key.type === 'none') return [];
  return [
    {
      key,
      actions,
      viaService: `elasticfilesystem.${account.region}.amazonaws.com`,
      granted: actions.includes('kms:Decrypt'),
    },
  ];
}

function operations(node: FileSystem, context: FacetContext): readonly Operation[] {
  const resource = arnOf(node, context);
  const api = {
    prefix: 'elasticfilesystem',
    resourceType: FILE_SYSTEM,
    resource,
  } as const;
  return [
    ...CLIENT_ACTIONS.map((action) => ({
      action,
      resource,
      port: NFS_PORT,
      context: { 'elasticfilesystem:AccessedViaMountTarget': ['true'] },
      keys: keyUse(node, ['kms:Decrypt'], context),
    })),
    apiOperation(api, 'CreateFileSystem', {
      resource: '*',
      context: { 'elasticfilesystem:Encrypted': [String(node.props.encrypted)] },
      keys: keyUse(node, ['kms:DescribeKey', 'kms:CreateGrant'], context),
    }),
    ...apiOperations(api, ['PutFileSystemPolicy', 'DeleteMountTarget', 'DeleteFileSystem']),
  ];
}

/** "Using IAM to control access to file systems", default policy: anybody who reaches a mount target. */
function defaultPolicy(resource: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'EverybodyWhoReachesAMountTarget',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: CLIENT_ACTIONS,
        Resource: resource,
        Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
      },
    ],
  });
}

/** "Managing mount targets": one per Availability Zone, all in one VPC. */
function refusals({ props }: FileSystem, context: FacetContext): readonly Refusal[] {
  const subnets = props.subnets.flatMap((id) => (context.hasTrait(id, 'subnet') ? (context.node(id) ?? []) : []));
  const zones = subnets.map((subnet) => textAt(subnet, 'availabilityZone'));
  const vpcs = new Set(subnets.map(({ id }) => context.enclosing(id, 'vpc')?.id));
  if (vpcs.size > 1) {
    return [
      { field: 'subnets', message: 'The mount targets of a file system stand in one VPC. Leave out the others.' },
    ];
  }
  const twice = zones.findIndex((zone, index) => zones.indexOf(zone) !== index);
  if (twice < 0) return [];
  return [
    {
      field: `subnets[${twice}]`,
      message: `There is a mount target in Availability Zone ${zones[twice] ?? ''} already, and EFS makes one per zone. Clients reach it from every subnet of the zone.`,
    },
  ];
}

export const facets: Facets<Props> = {
  arn: arnOf,
  network: ({ props }, context) => {
    const [first] = props.subnets;
    return {
      role: 'interfaces',
      subnets: props.subnets,
      securityGroups: first === undefined ? [] : groupsOrDefault(first, props.securityGroups, context),
      publicIp: 'never',
      withoutSubnets: 'none',
      listens: [NFS_PORT],
    };
  },
  resourcePolicy: (node, context) => {
    const policy = writtenPolicy(node, 'file system policy', 'policy', node.props.policy);
    return {
      ...(policy && { policy }),
      implied: defaultPolicy(arnOf(node, context)),
      required: false,
      type: 'attached',
      actions: guardedActions(operations(node, context)),
    };
  },
  operations,
  refusals,
  stores: ({ props }) => [{ id: 'files', label: 'Files', field: 'encrypted', key: keyOf(props), used: true }],
  time,
  cost,
};
