import type { NodeId } from '../model/diagram';
import type { Problem } from '../model/report';
import type { PrincipalFacts } from './facts';
import type { ParsedPolicy, Policy, PolicyType } from './iam/contract';
import type { PolicyText, PrincipalFacet, ResourcePolicyFacet } from './iam/facets';
import { NOT_PUBLIC, outOfPlace, PRINCIPAL_IS_EVERYONE, type Rule } from './iam/out-of-place';
import { parsed } from './iam/parsed';
import type { NetworkFacet } from './network/facets';

/** Where policies stand, by facet. */
export interface PolicySources {
  readonly principals: ReadonlyMap<NodeId, PrincipalFacet>;
  readonly grants: ReadonlyMap<NodeId, readonly PolicyText[]>;
  readonly resources: ReadonlyMap<NodeId, ResourcePolicyFacet>;
  readonly network: ReadonlyMap<NodeId, NetworkFacet>;
}

interface ResourcePolicy {
  readonly facet: ResourcePolicyFacet;
  readonly policy?: Policy;
}

/** Every policy of a drawing, parsed. */
export interface Policies {
  readonly principals: Book<PrincipalFacet, PrincipalFacts>;
  readonly grants: Book<readonly PolicyText[], readonly Policy[]>;
  readonly resources: Book<ResourcePolicyFacet, ResourcePolicy>;
  readonly endpoints: Book<NetworkFacet, readonly Policy[]>;
  /** policies for identities, each where it stands and once. */
  readonly identities: ReadonlyMap<NodeId, readonly Policy[]>;
}

/** What is read from the facets of one topic. Each depends on its own facet alone. */
interface Book<F, T> {
  readonly from: ReadonlyMap<NodeId, F>;
  readonly values: ReadonlyMap<NodeId, T>;
  readonly faults: ReadonlyMap<NodeId, readonly Fault[]>;
}
interface Fault {
  readonly source: PolicyText;
  readonly issues: ParsedPolicy['issues'];
}
/** `rule` is what AWS asks of a policy in this place beside its grammar. */
type Read = (source: PolicyText | undefined, type: PolicyType, rule?: Rule) => Policy | undefined;

/** What was read from the same facets before is not read again. */
export function policiesOf(sources: PolicySources, before: Policies | undefined): Policies {
  const principals = bookOf(before?.principals, sources.principals, (found, node, read): PrincipalFacts => {
    const boundary = read(found.boundary, 'identity');
    const trust = read(found.trust, 'trust');
    return {
      node,
      facet: found,
      identity: found.identity.flatMap((text) => read(text, 'identity') ?? []),
      ...(boundary && { boundary }),
      ...(trust && { trust }),
    };
  });
  const grants = bookOf(before?.grants, sources.grants, (texts, _, read) =>
    texts.flatMap((text) => read(text, 'identity') ?? []),
  );
  const resources = bookOf(before?.resources, sources.resources, (facet, node, read): ResourcePolicy => {
    const type = facet.type ?? 'resource';
    const written = facet.policy && facet.policy.text.trim() !== '';
    const implied = written ? undefined : facet.implied;
    const policy =
      implied === undefined
        ? read(facet.policy, type, facet.blocksPublic ? NOT_PUBLIC : undefined)
        : parsed({ name: 'default policy', node, field: '', text: implied }, type).policy;
    return { facet, ...(policy && { policy }) };
  });
  const endpoints = bookOf(before?.endpoints, sources.network, (found, _, read) => {
    if (found.role !== 'gateway-endpoint' && found.role !== 'interface-endpoint') return undefined;
    const policy = read(
      found.policy,
      'endpoint',
      found.role === 'gateway-endpoint' ? PRINCIPAL_IS_EVERYONE : undefined,
    );
    return policy && [policy];
  });
  const identities =
    before && before.principals === principals && before.grants === grants
      ? before.identities
      : identitiesOf(principals.values, grants.values);
  return { principals, grants, resources, endpoints, identities };
}

function identitiesOf(
  principals: ReadonlyMap<NodeId, PrincipalFacts>,
  grants: ReadonlyMap<NodeId, readonly Policy[]>,
): ReadonlyMap<NodeId, readonly Policy[]> {
  const own = [...principals].map(([id, { identity }]) => [id, identity.filter((one) => one.node === id)] as const);
  const alone = [...grants].filter(([id]) => !principals.has(id));
  return new Map([...own, ...alone].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function bookOf<F, T>(
  before: Book<F, T> | undefined,
  from: ReadonlyMap<NodeId, F>,
  make: (found: F, id: NodeId, read: Read) => T | undefined,
): Book<F, T> {
  if (before?.from === from) return before;
  const values = new Map<NodeId, T>();
  const faults = new Map<NodeId, readonly Fault[]>();
  for (const [id, found] of from) {
    const known = before?.from.get(id) === found ? before : undefined;
    const own: Fault[] = [];
    const value = known ? known.values.get(id) : make(found, id, (...asked) => readPolicy(own, ...asked));
    const wrong = known ? known.faults.get(id) : own;
    if (value !== undefined) values.set(id, value);
    if (wrong && wrong.length > 0) faults.set(id, wrong);
  }
  return { from, values, faults };
}

function readPolicy(faults: Fault[], ...[source, type, rule]: Parameters<Read>): Policy | undefined {
  if (!source || source.text.trim() === '') return undefined;
  const { policy, issues } = parsed(source, type);
  const misplaced = policy && rule ? outOfPlace(source.text, policy, rule) : [];
  if (issues.length + misplaced.length > 0) faults.push({ source, issues: [...issues, ...misplaced] });
  return policy;
}

/** What is wrong with policies, each place once. */
export function policyProblems(
  { principals, grants, resources, endpoints }: Policies,
  nameOf: (id: NodeId) => string,
): readonly Problem[] {
  const alone = [...grants.faults].filter(([id]) => !principals.values.has(id));
  const lists = [...principals.faults, ...alone, ...resources.faults, ...endpoints.faults];
  const reported = new Set<string>();
  return lists.flatMap(([, faults]) =>
    faults.flatMap(({ source, issues }) => {
      const place = `${source.node}/${source.field}`;
      if (reported.has(place)) return [];
      reported.add(place);
      return issues.map(({ severity, line, message, remedy }): Problem => ({
        severity,
        nodes: [source.node],
        fields: [{ node: source.node, field: source.field }],
        reason: {
          code: 'policy.invalid',
          values: { name: nameOf(source.node), policy: source.name, line, message, remedy },
        },
      }));
    }),
  );
}
