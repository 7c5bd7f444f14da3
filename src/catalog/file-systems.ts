import * as z from 'zod/mini';
import type { AnyNode, FacetContext, NodeOf } from '../engine/facets';
import type { Refusal } from '../engine/refusal-facets';
import type { Origin, RequestSpec, Signer } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { field, ref } from '../model/field';
import { expandPattern } from '../model/path';
import { flag, list, text } from '../model/schema';
import { arnName } from './arn';
import type { Link } from './kind';
import { nameOf } from './neighbour';

export const NFS_PORT = 2049;
export const CLIENT_ACTIONS = [
  'elasticfilesystem:ClientMount',
  'elasticfilesystem:ClientWrite',
  'elasticfilesystem:ClientRootAccess',
] as const;

/** AWS generates these ids; a node's own id, or an access point's name, stands in for them. */
export function efsArn(type: 'file-system' | 'access-point', id: string, { account }: FacetContext): string {
  return `arn:aws:elasticfilesystem:${account.region}:${account.id}:${type}/${id}`;
}

const Mount = z.strictObject({
  fileSystem: ref('file-system', { title: 'File system', help: 'Mounted when the machine starts.' }),
  write: field(flag(true), {
    title: 'Read and write',
    help: 'Off = mounted read-only. Writing needs elasticfilesystem:ClientWrite too.',
  }),
  tls: field(flag(false), {
    title: 'TLS',
    help: 'Encrypts the traffic to the mount target. Off unless the mount helper is told.',
  }),
  iam: field(flag(false), {
    title: 'IAM authorisation',
    help: 'The client signs with its role. Needs TLS. Off = it is nobody to the file system policy.',
  }),
  accessPoint: field(z._default(text(64), ''), {
    title: 'Access point',
    help: 'Name of one of the access points of the file system. Needs TLS. Empty = the root directory.',
  }),
});

/** What a machine mounts with the EFS mount helper: in a lifecycle script, in user data. */
export const Mounts = field(list(Mount, 10), {
  title: 'Mounts',
  help: 'File systems that it mounts. NFS is TCP 2049, from its own network interfaces.',
});
export type Mounts = z.output<typeof Mounts>;

export const MOUNTS_LINK: Link = {
  field: 'mounts[].fileSystem',
  to: 'file-system',
  label: 'mounts',
  item: () => ({ write: true, tls: true, iam: true, accessPoint: '' }),
};

/** What the mount helper refuses ("Mounting with IAM authorization", "Mounting with EFS access points"). */
export function mountIssues(
  mounts: Mounts,
): readonly { readonly path: (string | number)[]; readonly message: string }[] {
  return mounts.flatMap(({ tls, iam, accessPoint }, index) => {
    if (tls) return [];
    const path = ['mounts', index, 'tls'];
    if (iam) return [{ path, message: 'Mounting with IAM authorisation needs TLS.' }];
    return accessPoint === '' ? [] : [{ path, message: 'Mounting through an access point needs TLS.' }];
  });
}

export function accessPointNames(fileSystem: AnyNode | undefined): readonly string[] {
  const found = fileSystem ? expandPattern(fileSystem.props, 'accessPoints[].name') : [];
  return found.map(({ value }) => (typeof value === 'string' ? value : ''));
}

/** An access point belongs to one file system. */
export function mountRefusals(
  mounts: readonly { readonly fileSystem?: NodeId | undefined; readonly accessPoint: string; readonly field: string }[],
  context: FacetContext,
): readonly Refusal[] {
  return mounts.flatMap(({ fileSystem, accessPoint, field: place }) => {
    const found = context.hasTrait(fileSystem, 'file-system') ? context.node(fileSystem) : undefined;
    if (!found || accessPoint === '' || accessPointNames(found).includes(accessPoint)) return [];
    return [
      {
        field: place,
        message: `${found.name} has no access point "${accessPoint}". Add it there, or name one that it has.`,
      },
    ];
  });
}

/** The same for the list of mounts of one node. */
export function refusedMounts(
  { props }: NodeOf<{ readonly mounts: Mounts }>,
  context: FacetContext,
): readonly Refusal[] {
  const named = props.mounts.map((mount, index) => ({ ...mount, field: `mounts[${index}].accessPoint` }));
  return mountRefusals(named, context);
}

/** One mount, whoever makes it. */
export interface MountWish {
  readonly fileSystem?: NodeId | undefined;
  readonly write: boolean;
  readonly tls: boolean;
  readonly accessPoint: string;
  /** who it is to the file system policy; without IAM it is nobody. */
  readonly signer: Signer;
  /** left out: from the node's own interfaces. */
  readonly origin?: Origin;
  readonly field: string;
}

/** The NFS connections of a node, from its own interfaces: one to read, one more to write; each way once. */
export function mountRequests(
  node: { readonly id: NodeId; readonly name: string },
  wishes: readonly MountWish[],
  context: FacetContext,
): readonly RequestSpec[] {
  const specs = new Map<string, RequestSpec>();
  const firstWays = new Map<string, string>();
  for (const { fileSystem, write, tls, accessPoint, signer, origin, field: place } of wishes) {
    if (!fileSystem) continue;
    const name = nameOf(fileSystem, context);
    const way = `${tls ? 'tls' : 'plain'}-${signer.type}`;
    for (const action of write ? CLIENT_ACTIONS.slice(0, 2) : CLIENT_ACTIONS.slice(0, 1)) {
      const mount = [node.id, action, fileSystem, arnName(accessPoint)].join('/');
      const first = firstWays.get(mount) ?? way;
      firstWays.set(mount, first);
      const id = first === way ? mount : `${mount}/${way}`;
      if (specs.has(id)) continue;
      specs.set(id, {
        id,
        from: node.id,
        field: place,
        signer,
        origin: origin ?? { type: 'interfaces', node: node.id },
        action,
        to: fileSystem,
        purpose: 'setup',
        title: `${node.name} ${action.endsWith('Write') ? 'writes to' : 'mounts'} ${name}`,
        context: {
          'aws:SecureTransport': [String(tls)],
          ...(accessPoint !== '' && {
            'elasticfilesystem:AccessPointArn': [efsArn('access-point', arnName(accessPoint), context)],
          }),
        },
      });
    }
  }
  return [...specs.values()];
}

/** The mounts of a machine that signs with its role. */
export function mountsOf(
  { props }: NodeOf<{ readonly mounts: Mounts }>,
  identity: Extract<Signer, { type: 'identity' }>,
): readonly MountWish[] {
  return props.mounts.map(({ iam, ...mount }, index) => ({
    ...mount,
    signer: iam ? identity : { type: 'anonymous' },
    field: `mounts[${index}].fileSystem`,
  }));
}
