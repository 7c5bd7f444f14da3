import type { NodeId } from '../../model/diagram';
import { firstFailure, type TraceStep } from '../../model/trace';
import type { Reached, WalkedRequest } from '../facts';
import type { Graph } from '../graph';
import type { TopicFacet } from './facets';

export interface Deliveries {
  readonly graph: Graph;
  readonly topics: ReadonlyMap<NodeId, TopicFacet>;
  /** what the sender asks of its targets. */
  readonly deliveries: readonly WalkedRequest[];
}

/** From an alarm or a rule to people: every target with its verdict. Whoever is reached stands in `reaches`. */
export function delivery(
  sender: NodeId,
  { targets, field }: { readonly targets: readonly NodeId[]; readonly field: string },
  world: Deliveries,
): { readonly steps: readonly TraceStep[]; readonly reaches: readonly Reached[] } {
  const { graph } = world;
  const steps: TraceStep[] = [];
  const reaches: Reached[] = [];
  const step = (
    verdict: TraceStep['verdict'],
    code: string,
    nodes: readonly NodeId[],
    values: Record<string, string> = {},
    at?: string,
  ) =>
    steps.push({
      kind: 'chain',
      verdict,
      nodes,
      ...(at !== undefined && { fields: [{ node: sender, field: at }] }),
      reason: { code: `monitoring.${code}`, values: { alarm: graph.nameOf(sender), ...values } },
    });

  if (targets.length === 0) step('fail', 'no-actions', [sender], {}, field);
  for (const target of targets) {
    const values = { target: graph.nameOf(target) };
    const sent = world.deliveries.find((one) => one.spec.to === target);
    const failure = sent && firstFailure(sent.trace);
    if (!sent?.trace.allowed) {
      step('fail', 'not-delivered', [sender, target, ...(failure?.nodes ?? [])], values);
      if (failure) steps.push(failure);
      continue;
    }
    step('pass', 'delivered', [sender, target], values);
    const topic = world.topics.get(target);
    if (!topic) continue;
    const confirmed = topic.subscriptions.filter((one) => one.confirmed && one.endpoint.trim() !== '');
    if (confirmed.length === 0) step('fail', 'no-subscription', [target], values);
    for (const { protocol, endpoint } of confirmed) {
      step('pass', 'reaches', [target], { ...values, protocol, endpoint });
      reaches.push({ topic: target, protocol, endpoint });
    }
  }
  if (reaches.length === 0 && steps.every((one) => one.verdict !== 'fail')) {
    const target = targets.map((one) => graph.nameOf(one)).join(', ');
    step('fail', 'nobody-told', [sender, ...targets], { target }, field);
  }
  return { steps, reaches };
}
