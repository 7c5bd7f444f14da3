import type { NodeId } from '../../model/diagram';
import { nextFreeAddress, parseAddress, parseCidr } from './cidr';
import type { Block } from './cidr';
import type { AclRule, NetworkFacet } from './facets';

export type FacetOf<R extends NetworkFacet['role']> = Extract<NetworkFacet, { readonly role: R }>;

export interface Subnet {
  readonly id: NodeId;
  readonly facet: FacetOf<'subnet'>;
  readonly vpc: NodeId | undefined;
  readonly block: Block | undefined;
  /** after falling back to the VPC's main route table and default network ACL. */
  readonly routeTable: NodeId | undefined;
  readonly acl: NodeId | undefined;
}

/** One network interface: a node in one subnet. */
export interface Nic {
  readonly node: NodeId;
  readonly subnet: Subnet;
  /** `undefined` when the subnet has no valid CIDR or no address left. */
  readonly address: number | undefined;
  readonly publicAddress: number | undefined;
  readonly groups: readonly NodeId[];
  /** no group given and none drawn as the VPC's default: AWS's own default group stands in. */
  readonly impliedDefaultOf: NodeId | undefined;
  readonly sourcePorts: readonly [number, number];
}

/** The drawing, indexed once. */
export interface Layout {
  readonly facets: ReadonlyMap<NodeId, NetworkFacet>;
  readonly name: (id: NodeId) => string;
  readonly subnets: ReadonlyMap<NodeId, Subnet>;
  readonly nics: ReadonlyMap<NodeId, readonly Nic[]>;
  /** subnets without an address for everything that stands in them. */
  readonly full: readonly { readonly subnet: NodeId; readonly node: NodeId }[];
  /** the internet gateways attached to a VPC. */
  readonly gateways: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** by `<vpc>/<service>`, in id order. */
  readonly gatewayEndpoints: ReadonlyMap<string, readonly NodeId[]>;
  readonly interfaceEndpoints: ReadonlyMap<string, readonly NodeId[]>;
  facet<R extends NetworkFacet['role']>(id: NodeId | undefined, role: R): FacetOf<R> | undefined;
  block(cidr: string): Block | undefined;
  /** in the order in which AWS reads them. */
  aclRules(acl: NodeId, direction: AclRule['direction']): readonly AclRule[];
}

export const EPHEMERAL: readonly [number, number] = [1024, 65535];
/** RFC 5737 keeps this block for examples: our public addresses come from here and upwards. */
const FIRST_PUBLIC_ADDRESS = parseAddress('203.0.113.1') ?? 0;

export function layOut(facets: ReadonlyMap<NodeId, NetworkFacet>, name: (id: NodeId) => string): Layout {
  const blocks = new Map<string, Block | undefined>();
  const sortedRules = new Map<string, readonly AclRule[]>();
  const block = (cidr: string): Block | undefined => {
    if (!blocks.has(cidr)) blocks.set(cidr, parseCidr(cidr));
    return blocks.get(cidr);
  };
  function facet<R extends NetworkFacet['role']>(id: NodeId | undefined, role: R): FacetOf<R> | undefined {
    const found = id === undefined ? undefined : facets.get(id);
    return found?.role === role ? (found as FacetOf<R>) : undefined;
  }

  const ids = [...facets.keys()].sort();
  const gateways = new Map<NodeId, NodeId[]>();
  const gatewayEndpoints = new Map<string, NodeId[]>();
  const interfaceEndpoints = new Map<string, NodeId[]>();
  const subnets = new Map<NodeId, Subnet>();
  for (const id of ids) {
    const found = facets.get(id);
    if (found?.role === 'internet-gateway' && facet(found.vpc, 'vpc')) push(gateways, found.vpc ?? '', id);
    if (found?.role === 'gateway-endpoint' && found.serves) push(gatewayEndpoints, `${found.vpc}/${found.serves}`, id);
    if (found?.role === 'interface-endpoint' && found.serves)
      push(interfaceEndpoints, `${found.vpc}/${found.serves}`, id);
    if (found?.role !== 'subnet') continue;
    const vpc = facet(found.vpc, 'vpc');
    subnets.set(id, {
      id,
      facet: found,
      vpc: vpc ? found.vpc : undefined,
      block: block(found.cidr),
      routeTable: facet(found.routeTable, 'route-table') ? found.routeTable : vpc?.mainRouteTable,
      acl: facet(found.acl, 'network-acl') ? found.acl : vpc?.defaultAcl,
    });
  }
  const { nics, full } = placeInterfaces(ids, facets, subnets, facet);

  return {
    facets,
    name,
    subnets,
    nics,
    full,
    gateways,
    gatewayEndpoints,
    interfaceEndpoints,
    facet,
    block,
    aclRules(acl, direction) {
      const key = `${direction}/${acl}`;
      const known = sortedRules.get(key);
      if (known) return known;
      const rules = (facet(acl, 'network-acl')?.rules ?? []).filter((rule) => rule.direction === direction);
      const sorted = rules.sort((a, b) => a.number - b.number);
      sortedRules.set(key, sorted);
      return sorted;
    },
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function placeInterfaces(
  ids: readonly NodeId[],
  facets: ReadonlyMap<NodeId, NetworkFacet>,
  subnets: ReadonlyMap<NodeId, Subnet>,
  facet: Layout['facet'],
): Pick<Layout, 'nics' | 'full'> {
  const nics = new Map<NodeId, Nic[]>();
  const full: { subnet: NodeId; node: NodeId }[] = [];
  const taken = new Map<NodeId, Set<number>>();
  const cursors = new Map<NodeId, number>();
  let nextPublic = FIRST_PUBLIC_ADDRESS;

  for (const id of ids) {
    const found = facets.get(id);
    if (found?.role !== 'interfaces') continue;
    found.subnets.forEach((subnet, index) => {
      const fixed = parseAddress(found.addresses?.[index] ?? '');
      if (fixed !== undefined) takenIn(taken, subnet).add(fixed);
    });
  }
  for (const id of ids) {
    const found = facets.get(id);
    if (!found) continue;
    const wanted = found.role === 'interfaces' || found.role === 'interface-endpoint' ? found.subnets : [];
    const own =
      found.role === 'nat-gateway' && found.mode === 'zonal' && found.subnet !== undefined ? [found.subnet] : wanted;
    own.forEach((subnetId, index) => {
      const subnet = subnets.get(subnetId);
      if (!subnet) return;
      const fixed = found.role === 'interfaces' ? parseAddress(found.addresses?.[index] ?? '') : undefined;
      const used = takenIn(taken, subnetId);
      const address = fixed ?? (subnet.block && nextFreeAddress(subnet.block, used, cursors.get(subnetId)));
      if (address !== undefined) {
        used.add(address);
        if (fixed === undefined) cursors.set(subnetId, address + 1);
      } else if (subnet.block) full.push({ subnet: subnetId, node: id });
      push(nics, id, {
        node: id,
        subnet,
        address,
        publicAddress: hasPublicAddress(found, subnet) ? nextPublic++ : undefined,
        ...groupsOf(found, subnet, facet),
        sourcePorts: (found.role === 'interfaces' ? found.sourcePorts : undefined) ?? EPHEMERAL,
      });
    });
  }
  return { nics, full };
}

function takenIn(taken: Map<NodeId, Set<number>>, subnet: NodeId): Set<number> {
  const known = taken.get(subnet);
  if (known) return known;
  const fresh = new Set<number>();
  taken.set(subnet, fresh);
  return fresh;
}

function hasPublicAddress(found: NetworkFacet, subnet: Subnet): boolean {
  if (found.role === 'nat-gateway') return found.connectivity === 'public';
  if (found.role !== 'interfaces') return false;
  return found.publicIp === 'always' || (found.publicIp === 'if-subnet-assigns' && subnet.facet.assignsPublicIp);
}

/** A group of another VPC cannot be attached; it counts for nothing. */
function groupsOf(
  found: NetworkFacet,
  subnet: Subnet,
  facet: Layout['facet'],
): Pick<Nic, 'groups' | 'impliedDefaultOf'> {
  const given = found.role === 'interfaces' || found.role === 'interface-endpoint' ? found.securityGroups : [];
  const known = given.filter((id) => facet(id, 'security-group'));
  if (known.length > 0) {
    const legal = known.filter((id) => facet(id, 'security-group')?.vpc === subnet.vpc);
    return { groups: [...new Set(legal)], impliedDefaultOf: undefined };
  }
  const fallback = facet(subnet.vpc, 'vpc')?.defaultSecurityGroup;
  if (facet(fallback, 'security-group')) return { groups: [fallback ?? ''], impliedDefaultOf: undefined };
  return { groups: [], impliedDefaultOf: subnet.vpc };
}
