import type { Account } from '../model/account';
import type { Diagram, NodeId } from '../model/diagram';
import type { Problem } from '../model/report';
import type { Trace } from '../model/trace';
import { accountOf } from './accounts';
import { afterChanges } from './change';
import { costOf } from './cost/cost';
import type { Catalog } from './facets';
import type { Facts, WalkedRequest } from './facts';
import { NO_DIFFERENCE, regraph, type Graph } from './graph';
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
import { policiesOf, policyProblems, type Policies } from './policies-of';
import { refusalProblem } from './refusals';
import { Answers, askAlone } from './remember';
import type { RequestSpec } from './request/facets';
import { edited, rewalk, walkAgain } from './request/rewalk';
import type { World } from './request/world';

/** What the next drawing may use of this one. */
interface Last {
  readonly graph: Graph;
  readonly answers: Answers;
  readonly policies: Policies;
  readonly world: World;
}
let last: Last | undefined;

/** What a diagram means: every topic's facts, and every request that somebody in it makes. Never throws. */
export function factsOf(diagram: Diagram, account: Account, catalog: Catalog): Facts {
  const { graph, difference } = regraph(diagram, account, catalog, last?.graph);
  const before = difference && last;
  const answers = new Answers(graph, before && { answers: before.answers, doubted: difference.answers });
  const networkFacets = answers.of('network');
  const { network, paths } = rebuildNetwork(networkFacets, (id) => graph.nameOf(id));
  const keys = answers.of('key');
  const policies = policiesOf(
    {
      principals: answers.of('principal'),
      grants: answers.of('grants'),
      resources: answers.of('resourcePolicy'),
      network: networkFacets,
    },
    before?.policies,
  );
  const principals = policies.principals.values;
  const operations = answers.of('operations');

  const world: World = {
    graph,
    network,
    principals,
    keys,
    operationsOf: (id) => operations.get(id) ?? [],
    resourcePolicyOf: (id) => policies.resources.values.get(id),
    endpointPolicyOf: (id) => policies.endpoints.values.get(id),
  };
  edited(before && paths && before.world, world, {
    ...(difference ?? NO_DIFFERENCE),
    paths: paths ?? [],
    principals: answers.changed('principal'),
    keys: answers.changed('key'),
    operations: answers.changed('operations'),
    resourcePolicies: answers.changed('resourcePolicy'),
    endpointPolicies: answers.changed('network'),
  });
  last = { graph, answers, policies, world };
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
    ? [...policies.resources.values].flatMap(([id, found]) =>
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
    ...policyProblems(policies, graph.nameOf),
    ...network.problems,
  ];

  return {
    ...graph,
    problems,
    network,
    identityPolicies: policies.identities,
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
