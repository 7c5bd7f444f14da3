import type { NodeId } from '../../model/diagram';
import { Memory, same, type Notes } from '../reuse';
import type { Path } from './contract';
import type { NetworkFacet } from './facets';
import { inRole, type Index, type Layout, type WholeLayout } from './layout';
import { ownProblems, type OwnProblems } from './own-problems';

type Paths = readonly Path[];
const walks = new Memory<Layout, NetworkFacet, Paths>(watched);
const reviews = new Memory<Layout, NetworkFacet, OwnProblems>(watched);

/** As `walk`; the last walk of this name counts again while it would read the same. Kept with the facet of `about`. */
export function rewalk(layout: Layout, about: NodeId, name: string, walk: (seen: Layout) => Paths): Paths {
  const facet = layout.facets.get(about);
  return facet ? walks.recall(facet, name, layout, walk) : walk(layout);
}

/** Would the same be walked again, whatever else is asked of this layout? */
export function isSureWalk(layout: Layout, about: NodeId, name: string): boolean {
  const facet = layout.facets.get(about);
  return facet !== undefined && walks.isCurrent(layout) && walks.isSure(facet, name);
}

/** As `ownProblems`, of the node of this id. */
export function review(layout: Layout, id: NodeId, facet: NetworkFacet): OwnProblems {
  return reviews.recall(facet, id, layout, (seen) => ownProblems(seen, id, facet));
}

export function isSureReview(layout: Layout, id: NodeId, facet: NetworkFacet): boolean {
  return reviews.isCurrent(layout) && reviews.isSure(facet, id);
}

/** What must be asked again after a change: names of walks, and nodes whose problems may be others. */
export interface Doubted {
  readonly walks: readonly string[];
  readonly nodes: readonly NodeId[];
}

/** `changed`: nodes whose facets differ. Gives nothing when nothing was known of `before`. */
export function relaid(
  before: WholeLayout,
  after: WholeLayout,
  { changed, renamed }: { readonly changed: readonly NodeId[]; readonly renamed: readonly NodeId[] },
): Doubted | undefined {
  const topics = [
    ...changed.map((id) => `facets ${id}`),
    ...renamed.map((id) => `name ${id}`),
    ...topicsOf(before, after),
  ];
  const walked = walks.advance(before, after, topics);
  const reviewed = reviews.advance(before, after, topics);
  if (!walked || !reviewed) return undefined;
  return { walks: walked.map(({ name }) => name), nodes: [...changed, ...reviewed.map(({ name }) => name)] };
}

const INDEXES = [
  'subnets',
  'nics',
  'gateways',
  'vpnGateways',
  'egressOnly',
  'peerings',
  'attachments',
  'propagated',
  'gatewayEndpoints',
  'interfaceEndpoints',
  'prefixEndpoints',
] as const satisfies readonly (keyof WholeLayout)[];

function* topicsOf(before: WholeLayout, after: WholeLayout): Iterable<string> {
  for (const index of INDEXES) {
    const ids = differing<unknown>(before[index], after[index]);
    for (const id of ids) yield `${index} ${id}`;
    if (index === 'nics' && ids.length > 0) yield 'addresses';
  }
}

/** Keys whose values are not the same. */
export function differing<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly string[] {
  if (before === after) return [];
  const ids: string[] = [];
  for (const [id, value] of after) if (!before.has(id) || !same(value, before.get(id))) ids.push(id);
  for (const id of before.keys()) if (!after.has(id)) ids.push(id);
  return ids;
}

/** The topics are those of `topicsOf`, and the names that are asked for. */
function watched(layout: Layout, notes: Notes<Layout>): Layout {
  const ask = <T>(topic: string, question: (of: Layout) => T): T => notes.ask(topic, layout, question, topic);
  const index = <V>(name: 'facets' | (typeof INDEXES)[number], pick: (of: Layout) => Index<V>): Index<V> => ({
    get: (id) => ask(`${name} ${id}`, (of) => pick(of).get(id)),
  });
  const facets = index('facets', (of) => of.facets);
  return {
    facets,
    facet: (id, role) => inRole(facets, id, role),
    name: (id) => ask(`name ${id}`, (of) => of.name(id)),
    subnets: index('subnets', (of) => of.subnets),
    nics: index('nics', (of) => of.nics),
    gateways: index('gateways', (of) => of.gateways),
    vpnGateways: index('vpnGateways', (of) => of.vpnGateways),
    egressOnly: index('egressOnly', (of) => of.egressOnly),
    peerings: index('peerings', (of) => of.peerings),
    attachments: index('attachments', (of) => of.attachments),
    propagated: index('propagated', (of) => of.propagated),
    gatewayEndpoints: index('gatewayEndpoints', (of) => of.gatewayEndpoints),
    interfaceEndpoints: index('interfaceEndpoints', (of) => of.interfaceEndpoints),
    prefixEndpoints: index('prefixEndpoints', (of) => of.prefixEndpoints),
    // What a text says, and nothing of the drawing.
    block: (cidr) => layout.block(cidr),
    blocksOf: (vpc) => notes.ask(`blocks ${vpc}`, layout, (of) => of.blocksOf(vpc), `facets ${vpc}`),
    nicAt: (vpc, address) => notes.ask(`nic at ${vpc} ${address}`, layout, (of) => of.nicAt(vpc, address), 'addresses'),
    aclRules: (acl, direction) =>
      notes.ask(`rules ${acl} ${direction}`, layout, (of) => of.aclRules(acl, direction), `facets ${acl}`),
  };
}
