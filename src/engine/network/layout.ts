import type { NodeId } from '../../model/diagram';
import type { Address, Block } from './cidr';
import type { AclRule, NetworkFacet, Route } from './facets';

export type FacetOf<R extends NetworkFacet['role']> = Extract<NetworkFacet, { readonly role: R }>;

export interface Subnet {
  readonly id: NodeId;
  readonly facet: FacetOf<'subnet'>;
  readonly vpc: NodeId | undefined;
  readonly block: Block | undefined;
  readonly ipv6Block: Block | undefined;
  /** after falling back to the VPC's main route table and default network ACL. */
  readonly routeTable: NodeId | undefined;
  readonly acl: NodeId | undefined;
}

/** One network interface: a node in one subnet. */
export interface Nic {
  readonly node: NodeId;
  readonly subnet: Subnet;
  /** private IPv4; `undefined` when the subnet has no valid CIDR or no address left. */
  readonly address: Address | undefined;
  readonly publicAddress: Address | undefined;
  readonly ipv6Address: Address | undefined;
  readonly groups: readonly NodeId[];
  /** no group given and none drawn as the VPC's default: AWS's own default group stands in. */
  readonly impliedDefaultOf: NodeId | undefined;
  readonly sourcePorts: readonly [number, number];
}

/** The far side of a peering connection, seen from one of its VPCs. */
export interface Peering {
  readonly id: NodeId;
  readonly facet: FacetOf<'peering'>;
  readonly other: NodeId;
}

/** What attaches one VPC to a transit gateway. */
export interface Attachment {
  readonly id: NodeId;
  readonly facet: FacetOf<'transit-gateway'>;
  /** of this VPC alone. */
  readonly subnets: readonly Subnet[];
}

export interface Index<V> {
  get(id: string): V | undefined;
}

/** The drawing, indexed once: all that a walk may read of it. */
export interface Layout {
  readonly facets: Index<NetworkFacet>;
  readonly name: (id: NodeId) => string;
  readonly subnets: Index<Subnet>;
  readonly nics: Index<readonly Nic[]>;
  /** by VPC: its internet gateways, virtual private gateways and egress-only gateways. */
  readonly gateways: Index<readonly NodeId[]>;
  readonly vpnGateways: Index<readonly NodeId[]>;
  readonly egressOnly: Index<readonly NodeId[]>;
  /** by VPC: its peering connections, accepted or not. */
  readonly peerings: Index<readonly Peering[]>;
  /** by VPC: what attaches it to transit gateways. */
  readonly attachments: Index<readonly Attachment[]>;
  /** by route table: what virtual private gateways tell it. */
  readonly propagated: Index<readonly Route[]>;
  /** by `<vpc>/<service>`, in id order. */
  readonly gatewayEndpoints: Index<readonly NodeId[]>;
  readonly interfaceEndpoints: Index<readonly NodeId[]>;
  /** by VPC: gateway endpoints whose public blocks are known. */
  readonly prefixEndpoints: Index<readonly NodeId[]>;
  facet<R extends NetworkFacet['role']>(id: NodeId | undefined, role: R): FacetOf<R> | undefined;
  block(cidr: string): Block | undefined;
  /** every block of a VPC, IPv6 included. */
  blocksOf(vpc: NodeId | undefined): readonly Block[];
  /** the interface that has this address in this VPC; without a VPC: the one that has this public address. */
  nicAt(vpc: NodeId | undefined, address: Address): Nic | undefined;
  /** in the order in which AWS reads them. */
  aclRules(acl: NodeId, direction: AclRule['direction']): readonly AclRule[];
}

/** The same to whoever looks at all of it. */
export interface WholeLayout extends Layout {
  readonly facets: ReadonlyMap<NodeId, NetworkFacet>;
  readonly subnets: ReadonlyMap<NodeId, Subnet>;
  readonly nics: ReadonlyMap<NodeId, readonly Nic[]>;
  readonly gateways: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly vpnGateways: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly egressOnly: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly peerings: ReadonlyMap<NodeId, readonly Peering[]>;
  readonly attachments: ReadonlyMap<NodeId, readonly Attachment[]>;
  readonly propagated: ReadonlyMap<NodeId, readonly Route[]>;
  readonly gatewayEndpoints: ReadonlyMap<string, readonly NodeId[]>;
  readonly interfaceEndpoints: ReadonlyMap<string, readonly NodeId[]>;
  readonly prefixEndpoints: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** subnets without an address for everything that stands in them. */
  readonly full: readonly { readonly subnet: NodeId; readonly node: NodeId }[];
}

/** The facet of a node that plays this role. */
export function inRole<R extends NetworkFacet['role']>(
  facets: Index<NetworkFacet>,
  id: NodeId | undefined,
  role: R,
): FacetOf<R> | undefined {
  const found = id === undefined ? undefined : facets.get(id);
  return found?.role === role ? (found as FacetOf<R>) : undefined;
}

export const EPHEMERAL: readonly [number, number] = [1024, 65535];

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
