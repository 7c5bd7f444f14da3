import type { NodeId } from '../../model/diagram';
import { firstFailure, type TraceStep } from '../../model/trace';
import type { Reached, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import { type Step, stepInto } from './chain';
import type { TopicFacet } from './facets';

export interface Deliveries {
  readonly graph: Graph;
  readonly topics: ReadonlyMap<NodeId, TopicFacet>;
  /** what the sender asks of its targets. */
  readonly deliveries: readonly WalkedRequest[];
  /** the messages that a node sends once one has come to it: a topic to its subscribers, a function to what it calls. */
  onward(node: NodeId): readonly WalkedRequest[];
}

/**
 * From an alarm or a rule to people: every hop with its verdict. Whoever is reached stands in `reaches`. A message
 * passes each node once, so a circle of functions ends.
 */
export function delivery(
  sender: NodeId,
  { targets, field }: { readonly targets: readonly NodeId[]; readonly field: string },
  world: Deliveries,
): { readonly steps: readonly TraceStep[]; readonly reaches: readonly Reached[] } {
  const { graph } = world;
  const steps: TraceStep[] = [];
  const reaches: Reached[] = [];
  const step = stepInto(steps, sender, { alarm: graph.nameOf(sender) });
  const refused = (code: string, nodes: readonly NodeId[], values: Record<string, string>, sent?: WalkedRequest) => {
    const failure = sent && firstFailure(sent.trace);
    step('fail', code, [...nodes, ...(failure?.nodes ?? [])], values);
    if (failure) steps.push(failure);
  };

  if (targets.length === 0) step('fail', 'no-actions', [sender], {}, field);
  const passed = new Set<NodeId>([sender]);
  const waiting: NodeId[] = [];
  for (const target of targets) {
    const values = { target: graph.nameOf(target) };
    const sent = world.deliveries.find((one) => one.spec.to === target);
    if (!sent?.trace.allowed) {
      refused('not-delivered', [sender, target], values, sent);
      continue;
    }
    step('pass', 'delivered', [sender, target], values);
    waiting.push(target);
  }
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (passed.has(node)) continue;
    passed.add(node);
    const onward = world.onward(node);
    const topic = world.topics.get(node);
    if (topic) reaches.push(...tell(node, topic, onward.length > 0, step, graph));
    for (const sent of onward) {
      const { to } = sent.spec;
      if (to === undefined || passed.has(to)) continue;
      const values = { from: graph.nameOf(node), target: graph.nameOf(to), action: sent.action };
      if (sent.trace.allowed) {
        step('pass', 'passed-on', [node, to], values);
        waiting.push(to);
      } else refused('not-passed-on', [node, to], values, sent);
    }
  }
  if (reaches.length === 0 && steps.every((one) => one.verdict !== 'fail')) {
    const target = targets.map((one) => graph.nameOf(one)).join(', ');
    step('fail', 'nobody-told', [sender, ...targets], { target }, field);
  }
  return { steps, reaches };
}

/** The people whom a topic tells. Machines hear of it as well, and tell nobody by that. */
function tell(
  topic: NodeId,
  { subscriptions }: TopicFacet,
  relays: boolean,
  step: Step,
  graph: Graph,
): readonly Reached[] {
  const confirmed = subscriptions.filter((one) => one.confirmed && one.endpoint.trim() !== '');
  const values = { target: graph.nameOf(topic) };
  if (confirmed.length === 0 && !relays) step('fail', 'no-subscription', [topic], values);
  return confirmed.flatMap(({ protocol, endpoint, machine }) => {
    step(machine ? 'info' : 'pass', machine ? 'machine' : 'reaches', [topic], { ...values, protocol, endpoint });
    return machine ? [] : [{ topic, protocol, endpoint }];
  });
}

/** Does this call hand over a message? Only what its target is there for does: to publish, to invoke. */
export function handsOver(
  { action, spec }: WalkedRequest,
  operationsOf: (node: NodeId) => readonly { readonly action: string }[],
): boolean {
  if (spec.to === undefined) return false;
  return operationsOf(spec.to)[0]?.action.toLowerCase() === action.toLowerCase();
}
