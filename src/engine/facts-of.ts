import type { Account } from '../model/account';
import type { Diagram, NodeId } from '../model/diagram';
import type { Problem } from '../model/report';
import type { Trace } from '../model/trace';
import { accountOf } from './accounts';
import { afterChanges } from './change';
import { costOf } from './cost/cost';
import type { Catalog } from './facets';
import type { Facts, PrincipalFacts, WalkedRequest } from './facts';
import { regraph, type Graph } from './graph';
import type { ParsedPolicy, Policy, PolicyType } from './iam/contract';
import type { PolicyText, ResourcePolicyFacet } from './iam/facets';
import { parsePolicy } from './iam/parse';
import { externalAccess } from './iam/external';
import { alarmChain } from './monitoring/alarm';
import { dashboardChain } from './monitoring/dashboard';
import { handsOver } from './monitoring/deliver';
import { detectorChain } from './monitoring/detector';
import { flowLogChain, flowStep } from './monitoring/flow-log';
import { recordStep } from './monitoring/record';
import { ruleChain } from './monitoring/rule';
import { scheduleChain } from './monitoring/schedule';
import { trailChain } from './monitoring/trail';
import { rebuildNetwork } from './network/network';
import { refusalProblem } from './refusals';
import { Answers, askAlone } from './remember';
import type { RequestSpec } from './request/facets';
import { rewalk, walkAgain } from './request/rewalk';
import type { World } from './request/world';

let last: { readonly graph: Graph; readonly answers: Answers } | undefined;

/** What a diagram means: every topic's facts, and every request that somebody in it makes. Never throws. */
export function factsOf(diagram: Diagram, account: Account, catalog: Catalog): Facts {
  const { graph, difference } = regraph(diagram, account, catalog, last?.graph);
  const policies = new PolicyReader(graph);
  const answers = new Answers(graph, last && difference && { answers: last.answers, doubted: difference.answers });
  last = { graph, answers };

  const networkFacets = answers.of('network');
  const network = rebuildNetwork(networkFacets, (id) => graph.nameOf(id));
  const keys = answers.of('key');
  const principals = mapValues(answers.of('principal'), (found, node): PrincipalFacts => {
    const boundary = found.boundary && policies.read(found.boundary, 'identity');
    const trust = found.trust && policies.read(found.trust, 'trust');
    return {
      node,
      facet: found,
      identity: found.identity.flatMap((text) => policies.read(text, 'identity') ?? []),
      ...(boundary && { boundary }),
      ...(trust && { trust }),
    };
  });
  const granted = mapValues(answers.of('grants'), (texts, node) =>
    principals.has(node) ? [] : texts.flatMap((text) => policies.read(text, 'identity') ?? []),
  );
  const identityPolicies = new Map<NodeId, readonly Policy[]>();
  for (const { id } of graph.nodes) {
    const own = principals.get(id)?.identity.filter((one) => one.node === id) ?? granted.get(id);
    if (own) identityPolicies.set(id, own);
  }
  const resourcePolicies = mapValues(answers.of('resourcePolicy'), (found, node) => ({
    facet: found,
    ...policies.resource(found, node),
  }));
  const operations = answers.of('operations');
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
    operationsOf: (id) => operations.get(id) ?? [],
    resourcePolicyOf: (id) => resourcePolicies.get(id),
    endpointPolicyOf: (id) => endpointPolicies.get(id),
  };
  const walked = [...answers.of('requests').values()].flatMap((specs) => specs.map((spec) => rewalk(spec, world)));
  const askedBy = groupBy(walked, ({ spec }) => spec.from);
  const asks = (id: NodeId | undefined): readonly WalkedRequest[] => (id === undefined ? [] : (askedBy.get(id) ?? []));
  const setup = (id: NodeId): readonly Trace[] => asks(id).map(({ trace }) => trace);

  const captures = answers.of('capture');
  const captureWrites = (source: NodeId | undefined): readonly Trace[] => {
    const bucket = source === undefined ? undefined : captures.get(source)?.bucket;
    return asks(source).flatMap(({ spec, trace }) => (spec.to === bucket ? [trace] : []));
  };
  const topics = answers.of('topic');
  const timeOf: Facts['timeOf'] = (id) => {
    const node = graph.node(id);
    return node && askAlone('time', node, graph.kindOf(id), graph);
  };
  const onward = (id: NodeId): readonly WalkedRequest[] => {
    const { runsOnInvocation, relays = [] } = timeOf(id) ?? {};
    const called = runsOnInvocation
      ? asks(id).filter((one) => one.spec.purpose === 'call' && handsOver(one, world.operationsOf))
      : [];
    return [...relays.map((spec) => walkAgain(spec, world)), ...called].filter(
      ({ spec: { to } }) => to !== undefined && (topics.has(to) || timeOf(to)?.runsOnInvocation),
    );
  };
  const trailFacets = answers.of('trail');
  const alarmFacets = answers.of('alarm');
  const metrics = each(answers.of('metrics'), (node, source) => ({ node, source }));
  const schedules = [...answers.of('schedule')].map(([id, found]) =>
    scheduleChain(id, found, { graph, captures, traces: setup(id), captureWrites: captureWrites(found.source) }),
  );
  const trails = [...trailFacets].map(([id, found]) => trailChain(id, found, { graph, asks: asks(id) }));
  const flowLogs = [...answers.of('flowLog')].map(([id, found]) =>
    flowLogChain(id, found, { graph, traces: setup(id) }),
  );

  // A bus hears what happens in its own account.
  const ofAccount = (id: NodeId) => (one: { readonly node: NodeId }) =>
    accountOf(one.node, graph) === accountOf(id, graph);
  const events = each(answers.of('events'), (node, event) => ({ node, event }));
  const calls = each(operations, (node, { record }) => (record ? { node, record } : undefined));
  const rules = [...answers.of('rule')].map(([id, found]) =>
    ruleChain(id, found, {
      graph,
      topics,
      onward,
      events: events.filter(ofAccount(id)),
      calls: calls.filter(ofAccount(id)),
      trails,
      deliveries: asks(id),
    }),
  );
  const published = groupBy(metrics, ({ node }) => node);
  const alarms = [...alarmFacets].map(([id, found]) =>
    alarmChain(id, found, {
      graph,
      metrics: (found.source === undefined ? undefined : published.get(found.source)) ?? [],
      schedules,
      hearing: rules.filter(({ facet, trace }) => {
        const event = timeOf(id)?.changes?.('ALARM', 'OK');
        return trace.allowed && event !== undefined && facet.hears(event);
      }),
      topics,
      onward,
      deliveries: [...new Map(asks(id).map((one) => [one.spec.id, one])).values()],
    }),
  );

  const dashboards = [...answers.of('dashboard')].map(([id, found]) =>
    dashboardChain(id, found, { graph, metrics, schedules, looks: asks(id) }),
  );

  const detectorFacets = answers.of('detector');
  const asked = [...detectorFacets.values()].some(({ finds }) => finds.includes('external-access'));
  const external = asked
    ? [...resourcePolicies].flatMap(([id, found]) =>
        externalAccess(id, found, world.operationsOf(id), accountOf(id, graph)),
      )
    : [];
  const detectors = [...detectorFacets].map(([id, found]) =>
    detectorChain(id, found, {
      graph,
      rules,
      external: external.filter(({ node }) => accountOf(node, graph) === accountOf(id, graph)),
      traces: setup(id),
      events: events.flatMap(({ node, event }) => (node === id && event.finding ? [event] : [])),
    }),
  );

  const recorded = (one: WalkedRequest): WalkedRequest => {
    const steps = [recordStep(one, trails, graph), flowStep(one, flowLogs, graph)].filter((step) => step !== undefined);
    return steps.length > 0 ? { ...one, trace: { ...one.trace, steps: [...one.trace.steps, ...steps] } } : one;
  };
  const problems: Problem[] = [
    ...graph.problems,
    ...each(answers.of('refusals'), (node, refusal) => refusalProblem(graph.nameOf(node), node, refusal)),
    ...policies.problems,
    ...network.problems,
  ];

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
    walk: (spec: RequestSpec) => recorded(walkAgain(spec, world)),
    stores: each(answers.of('stores'), (node, store) => ({ node, store })),
    keys,
    captures,
    metrics,
    schedules,
    alarms,
    alarmFacets,
    dashboards,
    topics,
    trails,
    flowLogs,
    rules,
    detectors,
    doors: answers.of('door'),
    logs: answers.of('log'),
    timeOf,
    changed: (changes) => factsOf(afterChanges(diagram, changes), account, catalog),
    cost: costOf(answers.of('cost'), graph.nameOf),
  };
}

function mapValues<T, U>(map: ReadonlyMap<NodeId, T>, make: (value: T, id: NodeId) => U): ReadonlyMap<NodeId, U> {
  const made = new Map<NodeId, U>();
  for (const [id, value] of map) made.set(id, make(value, id));
  return made;
}

/** What is made of everything that nodes list, one after the other. */
function each<T, U>(lists: ReadonlyMap<NodeId, readonly T[]>, make: (id: NodeId, one: T) => U | undefined): U[] {
  const made: U[] = [];
  for (const [id, list] of lists) {
    for (const one of list) {
      const result = make(id, one);
      if (result !== undefined) made.push(result);
    }
  }
  return made;
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
    if (issues.length === 0) return policy;
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

  resource(facet: ResourcePolicyFacet, node: NodeId): { policy?: Policy } {
    const type = facet.type ?? 'resource';
    const written = facet.policy && facet.policy.text.trim() !== '';
    const policy = written
      ? facet.policy && this.read(facet.policy, type)
      : facet.implied === undefined
        ? undefined
        : parsed({ name: 'default policy', node, field: '', text: facet.implied }, type).policy;
    return policy ? { policy } : {};
  }
}
