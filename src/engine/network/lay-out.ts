import type { NodeId } from '../../model/diagram';
import { shared } from '../reuse';
import { parseCidr, type Block } from './cidr';
import type { AclRule, NetworkFacet, Route } from './facets';
import { placeInterfaces } from './interfaces';
import {
  inRole,
  push,
  type Attachment,
  type Layout,
  type Nic,
  type Peering,
  type Subnet,
  type WholeLayout,
} from './layout';

export function layOut(
  facets: ReadonlyMap<NodeId, NetworkFacet>,
  name: (id: NodeId) => string,
  before?: WholeLayout,
): WholeLayout {
  const block = before?.block ?? blockReader();
  const facet: Layout['facet'] = (id, role) => inRole(facets, id, role);

  const ids = [...facets.keys()].sort();
  const links = indexLinks(ids, facets, facet);
  const subnets = new Map<NodeId, Subnet>();
  for (const id of ids) {
    const found = facet(id, 'subnet');
    if (!found) continue;
    const vpc = facet(found.vpc, 'vpc');
    const subnet: Subnet = {
      id,
      facet: found,
      vpc: vpc ? found.vpc : undefined,
      block: block(found.cidr),
      ipv6Block: found.ipv6Cidr === undefined ? undefined : block(found.ipv6Cidr),
      routeTable: facet(found.routeTable, 'route-table') ? found.routeTable : vpc?.mainRouteTable,
      acl: facet(found.acl, 'network-acl') ? found.acl : vpc?.defaultAcl,
    };
    subnets.set(id, shared(subnet, before?.subnets.get(id)));
  }
  const placed = placeInterfaces(ids, facets, subnets, facet);
  const nics = before ? alike(placed.nics, before.nics) : placed.nics;

  return {
    facets,
    name,
    subnets,
    nics,
    full: placed.full,
    ...links,
    attachments: indexAttachments(ids, facet, subnets),
    facet,
    block,
    blocksOf: remember((vpc) => {
      const found = facet(vpc, 'vpc');
      if (!found) return [];
      const texts = [found.cidr, ...(found.moreCidrs ?? []), ...(found.ipv6Cidr === undefined ? [] : [found.ipv6Cidr])];
      return texts.flatMap((text) => block(text) ?? []);
    }),
    nicAt: addressBook(nics),
    aclRules: aclReader(facet),
  };
}

/** With the values of before where they are the same. */
function alike<T>(now: ReadonlyMap<string, T>, before: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...now].map(([id, value]) => [id, shared(value, before.get(id))]));
}

function blockReader(): Layout['block'] {
  const blocks = new Map<string, Block | undefined>();
  return (cidr) => {
    if (!blocks.has(cidr)) blocks.set(cidr, parseCidr(cidr));
    return blocks.get(cidr);
  };
}

function indexLinks(ids: readonly NodeId[], facets: ReadonlyMap<NodeId, NetworkFacet>, facet: Layout['facet']) {
  const gateways = new Map<NodeId, NodeId[]>();
  const vpnGateways = new Map<NodeId, NodeId[]>();
  const egressOnly = new Map<NodeId, NodeId[]>();
  const peerings = new Map<NodeId, Peering[]>();
  const propagated = new Map<NodeId, Route[]>();
  const gatewayEndpoints = new Map<string, NodeId[]>();
  const interfaceEndpoints = new Map<string, NodeId[]>();
  const prefixEndpoints = new Map<NodeId, NodeId[]>();
  for (const id of ids) {
    const found = facets.get(id);
    if (found?.role === 'internet-gateway' && facet(found.vpc, 'vpc')) push(gateways, found.vpc ?? '', id);
    if (found?.role === 'egress-only-gateway') push(egressOnly, found.vpc ?? '', id);
    if (found?.role === 'vpn-gateway' && facet(found.vpc, 'vpc')) {
      push(vpnGateways, found.vpc ?? '', id);
      for (const table of found.propagatesTo) {
        for (const connection of found.connections) {
          for (const destination of facet(connection.site, 'on-premises')?.cidrs ?? [])
            push(propagated, table, { destination, target: id, field: connection.field, origin: 'propagated' });
        }
      }
    }
    if (found?.role === 'peering') {
      const [one, two] = found.vpcs;
      if (one !== undefined && two !== undefined && one !== two && facet(one, 'vpc') && facet(two, 'vpc')) {
        push(peerings, one, { id, facet: found, other: two });
        push(peerings, two, { id, facet: found, other: one });
      }
    }
    if (found?.role === 'gateway-endpoint') {
      if (found.serves) push(gatewayEndpoints, `${found.vpc}/${found.serves}`, id);
      if (found.prefixes && found.vpc !== undefined) push(prefixEndpoints, found.vpc, id);
    }
    if (found?.role === 'interface-endpoint' && found.serves)
      push(interfaceEndpoints, `${found.vpc}/${found.serves}`, id);
  }
  return {
    gateways,
    vpnGateways,
    egressOnly,
    peerings,
    propagated,
    gatewayEndpoints,
    interfaceEndpoints,
    prefixEndpoints,
  };
}

function indexAttachments(
  ids: readonly NodeId[],
  facet: Layout['facet'],
  subnets: ReadonlyMap<NodeId, Subnet>,
): ReadonlyMap<NodeId, Attachment[]> {
  const attachments = new Map<NodeId, Attachment[]>();
  for (const id of ids) {
    const found = facet(id, 'transit-gateway');
    if (!found) continue;
    const doors = new Map<NodeId, Subnet[]>();
    for (const name of new Set(found.subnets)) {
      const subnet = subnets.get(name);
      if (subnet?.vpc !== undefined) push(doors, subnet.vpc, subnet);
    }
    for (const [vpc, own] of doors) push(attachments, vpc, { id, facet: found, subnets: own });
  }
  return attachments;
}

/** Built when the first packet asks for an address; most drawings never do. */
function addressBook(nics: ReadonlyMap<NodeId, readonly Nic[]>): Layout['nicAt'] {
  let book: Map<string, Nic> | undefined;
  return (vpc, address) => {
    if (!book) {
      book = new Map();
      for (const nic of [...nics.values()].flat()) {
        const inside = [nic.address, nic.ipv6Address].map((own) => `${nic.subnet.vpc ?? ''}/${own}`);
        for (const key of [...inside, `public/${nic.publicAddress}`]) if (!book.has(key)) book.set(key, nic);
      }
    }
    return book.get(vpc === undefined ? `public/${address}` : `${vpc}/${address}`);
  };
}

function aclReader(facet: Layout['facet']): Layout['aclRules'] {
  const sorted = new Map<string, readonly AclRule[]>();
  return (acl, direction) => {
    const key = `${direction}/${acl}`;
    const known = sorted.get(key);
    if (known) return known;
    const rules = (facet(acl, 'network-acl')?.rules ?? []).filter((rule) => rule.direction === direction);
    rules.sort((a, b) => a.number - b.number);
    sorted.set(key, rules);
    return rules;
  };
}

function remember<T>(answer: (id: NodeId | undefined) => T): (id: NodeId | undefined) => T {
  const known = new Map<NodeId | undefined, T>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const fresh = answer(id);
    known.set(id, fresh);
    return fresh;
  };
}
