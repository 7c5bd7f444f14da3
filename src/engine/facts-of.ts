import type { Account } from '../model/account';
import type { Diagram, NodeId } from '../model/diagram';
import type { Problem } from '../model/report';
import type { Trace } from '../model/trace';
import { afterChanges } from './change';
import { costOf } from './cost/cost';
import { keyFacts, storesOf } from './encryption/stores';
import type { AnyNode, Catalog } from './facets';
import type { Facts, PrincipalFacts, WalkedRequest } from './facts';
import { buildGraph, type Graph } from './graph';
import type { ParsedPolicy, Policy, PolicyType } from './iam/contract';
import type { PolicyText, ResourcePolicyFacet } from './iam/facets';
import { parsePolicy } from './iam/parse';
import { externalAccess } from './iam/external';
import { alarmChain } from './monitoring/alarm';
import { handsOver } from './monitoring/deliver';
import { detectorChain } from './monitoring/detector';
import { flowLogChain, flowStep } from './monitoring/flow-log';
import { recordStep } from './monitoring/record';
import { ruleChain } from './monitoring/rule';
import { scheduleChain } from './monitoring/schedule';
import { trailChain } from './monitoring/trail';
import type { NetworkFacet } from './network/facets';
import { rebuildNetwork } from './network/network';
import { refusalProblems } from './refusals';
import type { Operation, RequestSpec } from './request/facets';
import { rewalk } from './request/rewalk';
import { walkRequest } from './request/walk';
import type { World } from './request/world';

/** What a diagram means: every topic's facts, and every request that somebody in it makes. Never throws. */
export function factsOf(diagram: Diagram, account: Account, catalog: Catalog): Facts {
  const graph = buildGraph(diagram, account, catalog);
  const policies = new PolicyReader(graph);
  const ask = <T>(read: (node: AnyNode) => T | undefined): Map<NodeId, T> => {
    const answers = new Map<NodeId, T>();
    for (const node of graph.nodes) {
      const answer = read(node);
      if (answer !== undefined) answers.set(node.id, answer);
    }
    return answers;
  };
  const facet = (node: AnyNode) => graph.kindOf(node.id)?.facets;

  const networkFacets = ask<NetworkFacet>((node) => facet(node)?.network?.(node, graph));
  const network = rebuildNetwork(networkFacets, (id) => graph.nameOf(id));
  const keys = keyFacts(graph);
  const principals = ask<PrincipalFacts>((node) => {
    const found = facet(node)?.principal?.(node, graph);
    if (!found) return undefined;
    const boundary = found.boundary && policies.read(found.boundary, 'identity');
    const trust = found.trust && policies.read(found.trust, 'trust');
    return {
      node: node.id,
      facet: found,
      identity: found.identity.flatMap((text) => policies.read(text, 'identity') ?? []),
      ...(boundary && { boundary }),
      ...(trust && { trust }),
    };
  });
  const identityPolicies = ask<readonly Policy[]>((node) => {
    const own = principals.get(node.id)?.identity.filter((one) => one.node === node.id);
    return (
      own ??
      facet(node)
        ?.grants?.(node, graph)
        .flatMap((text) => policies.read(text, 'identity') ?? [])
    );
  });
  const resourcePolicies = ask<{ facet: ResourcePolicyFacet; policy?: Policy }>((node) => {
    const found = facet(node)?.resourcePolicy?.(node, graph);
    return found && { facet: found, ...policies.resource(found, node) };
  });
  const operations = ask<readonly Operation[]>((node) => facet(node)?.operations?.(node, graph));
  const endpointPolicies = new Map<NodeId, readonly Policy[]>();
  for (const [id, found] of networkFacets) {
    if (found.role !== 'gateway-endpoint' && found.role !== 'interface-endpoint') continue;
    const policy =
      found.policy && found.policy.text.trim() !== '' ? policies.read(found.policy, 'endpoint') : undefined;
    if (policy) endpointPolicies.set(id, [policy]);
  }

  const world: World = {
    graph,
    network,
    principals,
    keys,
    scps: scpsOf(account),
    operationsOf: (id) => operations.get(id) ?? [],
    resourcePolicyOf: (id) => resourcePolicies.get(id),
    endpointPolicyOf: (id) => endpointPolicies.get(id),
  };
  const walked = graph.nodes.flatMap((node) =>
    (facet(node)?.requests?.(node, graph) ?? []).map((spec) => rewalk(spec, world)),
  );
  const askedBy = groupBy(walked, ({ spec }) => spec.from);
  const asks = (id: NodeId | undefined): readonly WalkedRequest[] => (id === undefined ? [] : (askedBy.get(id) ?? []));
  const setup = (id: NodeId): readonly Trace[] => asks(id).map(({ trace }) => trace);

  const captures = ask((node) => facet(node)?.capture?.(node, graph));
  const captureWrites = (source: NodeId | undefined): readonly Trace[] => {
    const bucket = source === undefined ? undefined : captures.get(source)?.bucket;
    return asks(source).flatMap(({ spec, trace }) => (spec.to === bucket ? [trace] : []));
  };
  const topics = ask((node) => facet(node)?.topic?.(node, graph));
  const timeOf: Facts['timeOf'] = (id) => {
    const node = graph.node(id);
    return node && facet(node)?.time?.(node, graph);
  };
  const onward = (id: NodeId): readonly WalkedRequest[] => {
    const { runsOnInvocation, relays = [] } = timeOf(id) ?? {};
    const called = runsOnInvocation
      ? asks(id).filter((one) => one.spec.purpose === 'call' && handsOver(one, world.operationsOf))
      : [];
    return [...relays.map((spec) => walkRequest(spec, world)), ...called].filter(
      ({ spec: { to } }) => to !== undefined && (topics.has(to) || timeOf(to)?.runsOnInvocation),
    );
  };
  const trailFacets = ask((node) => facet(node)?.trail?.(node, graph));
  const alarmFacets = ask((node) => facet(node)?.alarm?.(node, graph));
  const metrics = graph.nodes.flatMap((node) =>
    (facet(node)?.metrics?.(node, graph) ?? []).map((source) => ({ node: node.id, source })),
  );
  const schedules = [...ask((node) => facet(node)?.schedule?.(node, graph))].map(([id, found]) =>
    scheduleChain(id, found, { graph, captures, traces: setup(id), captureWrites: captureWrites(found.source) }),
  );
  const trails = [...trailFacets].map(([id, found]) => trailChain(id, found, { graph, traces: setup(id) }));
  const flowLogs = [...ask((node) => facet(node)?.flowLog?.(node, graph))].map(([id, found]) =>
    flowLogChain(id, found, { graph, traces: setup(id) }),
  );
  const published = groupBy(metrics, ({ node }) => node);
  const alarms = [...alarmFacets].map(([id, found]) =>
    alarmChain(id, found, {
      graph,
      metrics: (found.source === undefined ? undefined : published.get(found.source)) ?? [],
      schedules,
      topics,
      onward,
      deliveries: [...new Map(asks(id).map((one) => [one.spec.id, one])).values()],
    }),
  );

  const events = graph.nodes.flatMap((node) =>
    (facet(node)?.events?.(node, graph) ?? []).map((event) => ({ node: node.id, event })),
  );
  const calls = [...operations].flatMap(([node, list]) =>
    list.flatMap(({ record }) => (record ? [{ node, record }] : [])),
  );
  const rules = [...ask((node) => facet(node)?.rule?.(node, graph))].map(([id, found]) =>
    ruleChain(id, found, {
      graph,
      topics,
      onward,
      events,
      calls,
      trails,
      deliveries: asks(id),
    }),
  );
  const detectorFacets = ask((node) => facet(node)?.detector?.(node, graph));
  const asked = [...detectorFacets.values()].some(({ finds }) => finds.includes('external-access'));
  const external = asked
    ? [...resourcePolicies].flatMap(([id, found]) => externalAccess(id, found, world.operationsOf(id), account.id))
    : [];
  const detectors = [...detectorFacets].map(([id, found]) =>
    detectorChain(id, found, {
      graph,
      rules,
      external,
      traces: setup(id),
      events: events.flatMap(({ node, event }) => (node === id && event.finding ? [event] : [])),
    }),
  );

  const recorded = (one: WalkedRequest): WalkedRequest => {
    const steps = [recordStep(one, trails, graph), flowStep(one, flowLogs, graph)].filter((step) => step !== undefined);
    return steps.length > 0 ? { ...one, trace: { ...one.trace, steps: [...one.trace.steps, ...steps] } } : one;
  };
  const problems: Problem[] = [...graph.problems, ...refusalProblems(graph), ...policies.problems, ...network.problems];

  return {
    ...graph,
    problems,
    network,
    identityPolicies,
    networkOf: (id) => networkFacets.get(id),
    principals,
    resourcePolicyOf: world.resourcePolicyOf,
    operationsOf: world.operationsOf,
    requests: walked.map(recorded),
    walk: (spec: RequestSpec) => recorded(walkRequest(spec, world)),
    stores: storesOf(graph),
    keys,
    captures,
    metrics,
    schedules,
    alarms,
    alarmFacets,
    topics,
    trails,
    flowLogs,
    rules,
    detectors,
    doors: ask((node) => facet(node)?.door?.(node, graph)),
    logs: ask((node) => facet(node)?.log?.(node, graph)),
    timeOf,
    changed: (changes) => factsOf(afterChanges(diagram, changes), account, catalog),
    cost: costOf(graph),
  };
}

const knownScps = new WeakMap<Account, World['scps']>();

function scpsOf(account: Account): World['scps'] {
  const known = knownScps.get(account);
  if (known) return known;
  const read = account.scps.map(({ level, policies }) => ({
    level,
    policies: policies.flatMap((one) => parsePolicy(one.document, { name: one.name }, 'scp').policy ?? []),
  }));
  knownScps.set(account, read);
  return read;
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => NodeId): ReadonlyMap<NodeId, readonly T[]> {
  const groups = new Map<NodeId, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** Parsed documents: an edit elsewhere does not parse a policy again. By facet, then by text, of which some are kept. */
const known = new WeakMap<PolicyText, Map<PolicyType, ParsedPolicy>>();
const recent = new Map<string, ParsedPolicy>();
const RECENT_LIMIT = 2000;

function parsed(source: PolicyText, type: PolicyType): ParsedPolicy {
  const before = known.get(source)?.get(type);
  if (before) return before;
  const result = parsedText(source, type);
  known.set(source, new Map([...(known.get(source) ?? []), [type, result]]));
  return result;
}

function parsedText(source: PolicyText, type: PolicyType): ParsedPolicy {
  const key = [type, source.node, source.field, source.name, source.text].join('\n');
  const before = recent.get(key);
  if (before) return before;
  if (recent.size >= RECENT_LIMIT) recent.clear();
  const result = parsePolicy(source.text, source, type);
  recent.set(key, result);
  return result;
}

/** Reads policies and gathers what is wrong with them, each place once. */
class PolicyReader {
  readonly problems: Problem[] = [];
  private readonly reported = new Set<string>();
  constructor(private readonly graph: Graph) {}

  read(source: PolicyText, type: PolicyType): Policy | undefined {
    if (source.text.trim() === '') return undefined;
    const { policy, issues } = parsed(source, type);
    const place = `${source.node}/${source.field}`;
    if (this.reported.has(place)) return policy;
    this.reported.add(place);
    for (const issue of issues) {
      this.problems.push({
        severity: issue.severity,
        nodes: [source.node],
        fields: [{ node: source.node, field: source.field }],
        reason: {
          code: 'policy.invalid',
          values: {
            name: this.graph.nameOf(source.node),
            policy: source.name,
            line: issue.line,
            message: issue.message,
            remedy: issue.remedy,
          },
        },
      });
    }
    return policy;
  }

  resource(facet: ResourcePolicyFacet, node: AnyNode): { policy?: Policy } {
    const type = facet.type ?? 'resource';
    const written = facet.policy && facet.policy.text.trim() !== '';
    const policy = written
      ? facet.policy && this.read(facet.policy, type)
      : facet.implied === undefined
        ? undefined
        : parsed({ name: 'default policy', node: node.id, field: '', text: facet.implied }, type).policy;
    return policy ? { policy } : {};
  }
}
