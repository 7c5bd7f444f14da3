import type { NodeId } from '../../model/diagram';
import { nextFreeAddress, parseAddress, plus, type Address, type Block } from './cidr';
import type { NetworkFacet } from './facets';
import { EPHEMERAL, push, type Layout, type Nic, type Subnet, type WholeLayout } from './layout';

/** RFC 5737 keeps this block for examples: our public addresses come from here and upwards. */
const FIRST_PUBLIC_ADDRESS = '203.0.113.1';

/** One interface for every subnet that a node stands in, with the addresses that AWS would give out. */
export function placeInterfaces(
  ids: readonly NodeId[],
  facets: ReadonlyMap<NodeId, NetworkFacet>,
  subnets: ReadonlyMap<NodeId, Subnet>,
  facet: Layout['facet'],
): { readonly nics: ReadonlyMap<NodeId, readonly Nic[]>; readonly full: WholeLayout['full'] } {
  const nics = new Map<NodeId, Nic[]>();
  const full: { subnet: NodeId; node: NodeId }[] = [];
  const pools = { ipv4: new Map<NodeId, Pool>(), ipv6: new Map<NodeId, Pool>() };
  const poolOf = (family: keyof typeof pools, { id, block, ipv6Block }: Subnet): Pool => {
    const known = pools[family].get(id) ?? new Pool(family === 'ipv4' ? block : ipv6Block);
    pools[family].set(id, known);
    return known;
  };
  let nextPublic = parseAddress(FIRST_PUBLIC_ADDRESS) ?? 0;

  const placed = ids.flatMap((id): Placed[] => {
    const found = facets.get(id);
    return found
      ? subnetsOf(found).flatMap((at, index): Placed[] => {
          const subnet = subnets.get(at);
          return subnet ? [{ id, found, subnet, fixed: fixedOf(found, index) }] : [];
        })
      : [];
  });
  for (const { subnet, fixed } of placed) {
    if (fixed.own !== undefined) poolOf('ipv4', subnet).taken.add(fixed.own);
    if (fixed.ipv6 !== undefined) poolOf('ipv6', subnet).taken.add(fixed.ipv6);
  }
  for (const { id, found, subnet, fixed } of placed) {
    const address = fixed.own ?? poolOf('ipv4', subnet).next();
    if (address === undefined && subnet.block) full.push({ subnet: subnet.id, node: id });
    const publicAddress = hasPublicAddress(found, subnet) ? (fixed.outer ?? nextPublic) : undefined;
    if (publicAddress === nextPublic) nextPublic = plus(nextPublic, 1);
    push(nics, id, {
      node: id,
      subnet,
      address,
      publicAddress,
      ipv6Address: fixed.ipv6 ?? (takesIpv6(found, subnet) ? poolOf('ipv6', subnet).next() : undefined),
      ...groupsOf(found, subnet, facet),
      sourcePorts: (found.role === 'interfaces' ? found.sourcePorts : undefined) ?? EPHEMERAL,
    });
  }
  return { nics, full };
}

interface Placed {
  readonly id: NodeId;
  readonly found: NetworkFacet;
  readonly subnet: Subnet;
  readonly fixed: Fixed;
}
interface Fixed {
  readonly own?: Address;
  readonly outer?: Address;
  readonly ipv6?: Address;
}

/** The free addresses of one block, from below. */
class Pool {
  readonly taken = new Set<Address>();
  readonly #block: Block | undefined;
  #from: Address;
  constructor(block: Block | undefined) {
    this.#block = block;
    this.#from = block?.first ?? 0;
  }
  next(): Address | undefined {
    if (!this.#block) return undefined;
    const free = nextFreeAddress(this.#block, this.taken, this.#from);
    if (free === undefined) return undefined;
    this.taken.add(free);
    this.#from = plus(free, 1);
    return free;
  }
}

function subnetsOf(found: NetworkFacet): readonly NodeId[] {
  if (found.role === 'interfaces' || found.role === 'interface-endpoint') return found.subnets;
  return found.role === 'nat-gateway' && found.mode === 'zonal' && found.subnet !== undefined ? [found.subnet] : [];
}

function fixedOf(found: NetworkFacet, index: number): Fixed {
  const read = (text: string | undefined) => (text === undefined ? undefined : parseAddress(text));
  const given = (own?: Address, outer?: Address, ipv6?: Address): Fixed => ({
    ...(own !== undefined && { own }),
    ...(outer !== undefined && { outer }),
    ...(ipv6 !== undefined && { ipv6 }),
  });
  if (found.role === 'nat-gateway') return given(read(found.address), read(found.publicAddress));
  if (found.role !== 'interfaces') return {};
  return given(
    read(found.addresses?.[index]),
    read(found.publicAddresses?.[index]),
    read(found.ipv6Addresses?.[index]),
  );
}

function hasPublicAddress(found: NetworkFacet, subnet: Subnet): boolean {
  if (found.role === 'nat-gateway') return found.connectivity === 'public';
  if (found.role !== 'interfaces') return false;
  return found.publicIp === 'always' || (found.publicIp === 'if-subnet-assigns' && subnet.facet.assignsPublicIp);
}

function takesIpv6(found: NetworkFacet, subnet: Subnet): boolean {
  return found.role === 'interfaces' && found.ipv6 === true && subnet.facet.assignsIpv6 === true;
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
