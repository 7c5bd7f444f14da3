import type { NodeId } from '../../model/diagram';
import { Memory, type Notes } from '../reuse';
import type { Path } from './contract';
import type { NetworkFacet } from './facets';
import { inRole, type Index, type Layout } from './layout';

type Paths = readonly Path[];
const memory = new Memory<Layout, NetworkFacet, Paths>(watched);

/** As `walk`; the last walk of this name counts again while it would read the same. Kept with the facet of `about`. */
export function rewalk(layout: Layout, about: NodeId, name: string, walk: (seen: Layout) => Paths): Paths {
  const facet = layout.facets.get(about);
  return facet ? memory.recall(facet, name, layout, walk) : walk(layout);
}

function watched(layout: Layout, notes: Notes<Layout>): Layout {
  const index = <V>(name: string, pick: (of: Layout) => Index<V>): Index<V> => ({
    get: (id) => notes.ask(`${name} ${id}`, layout, (of) => pick(of).get(id)),
  });
  const facets = index('facet', (of) => of.facets);
  return {
    facets,
    facet: (id, role) => inRole(facets, id, role),
    name: (id) => notes.ask(`name ${id}`, layout, (of) => of.name(id)),
    nics: index('nics', (of) => of.nics),
    gateways: index('gateways', (of) => of.gateways),
    vpnGateways: index('vpnGateways', (of) => of.vpnGateways),
    egressOnly: index('egressOnly', (of) => of.egressOnly),
    peerings: index('peerings', (of) => of.peerings),
    propagated: index('propagated', (of) => of.propagated),
    gatewayEndpoints: index('gatewayEndpoints', (of) => of.gatewayEndpoints),
    interfaceEndpoints: index('interfaceEndpoints', (of) => of.interfaceEndpoints),
    prefixEndpoints: index('prefixEndpoints', (of) => of.prefixEndpoints),
    // What a text says, and nothing of the drawing.
    block: (cidr) => layout.block(cidr),
    blocksOf: (vpc) => notes.ask(`blocks ${vpc}`, layout, (of) => of.blocksOf(vpc)),
    nicAt: (vpc, address) => notes.ask(`nic at ${vpc} ${address}`, layout, (of) => of.nicAt(vpc, address)),
    aclRules: (acl, direction) => notes.ask(`rules ${acl} ${direction}`, layout, (of) => of.aclRules(acl, direction)),
  };
}
