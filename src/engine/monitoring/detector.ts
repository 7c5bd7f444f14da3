import type { NodeId } from '../../model/diagram';
import { firstFailure, type Trace, type TraceStep } from '../../model/trace';
import type { DetectorChain, ExternalAccess, RuleChain } from '../facts';
import type { Graph } from '../graph';
import type { DetectorFacet, EventFacet, Search } from './facets';

interface DetectorWorld {
  readonly graph: Graph;
  /** events with findings of this detector. */
  readonly events: readonly EventFacet[];
  readonly rules: readonly RuleChain[];
  /** what it needs in order to work. */
  readonly traces: readonly Trace[];
  readonly external: readonly ExternalAccess[];
}

const WORDS: Readonly<Record<Search, string>> = {
  threats: 'signs of an attack',
  posture: 'settings that break a rule',
  changes: 'changes of resources',
  'sensitive-data': 'personal and other sensitive data',
  'external-access': 'access from outside the account',
  'unused-access': 'permissions that nobody uses',
};

/** From a detector to a person: is it on, can it look, and who hears what it finds? */
export function detectorChain(detector: NodeId, facet: DetectorFacet, world: DetectorWorld): DetectorChain {
  const { graph } = world;
  const name = graph.nameOf(detector);
  const steps: TraceStep[] = [];
  const step = (
    verdict: TraceStep['verdict'],
    code: string,
    nodes: readonly NodeId[],
    values: Record<string, string> = {},
    field?: string,
  ) =>
    steps.push({
      kind: 'chain',
      verdict,
      nodes: [detector, ...nodes],
      ...(field !== undefined && { fields: [{ node: detector, field }] }),
      reason: { code: `monitoring.${code}`, values: { detector: name, ...values } },
    });

  const blocked = world.traces.find(({ allowed }) => !allowed);
  const failure = blocked && firstFailure(blocked);
  if (!facet.on) step('fail', 'detector-off', [], {}, facet.field);
  else if (facet.blind !== undefined) step('fail', 'detector-blind', [], { lesson: facet.blind }, facet.field);
  else if (failure) {
    step('fail', 'detector-blocked', []);
    steps.push(failure);
  } else step('pass', 'detector-looks', facet.watches ?? [], { what: facet.finds.map((one) => WORDS[one]).join(', ') });
  const works = steps.every(({ verdict }) => verdict !== 'fail');
  const found = works && facet.finds.includes('external-access') ? world.external : [];
  for (const { node, who, actions } of found) {
    step('info', 'finds-access', [node], { resource: graph.nameOf(node), who, actions: actions.join(', ') });
  }

  const hearing = world.rules.filter(
    ({ facet: rule }) => rule.enabled && world.events.some(({ event }) => rule.hears(event)),
  );
  const able = hearing.filter(({ reaches }) => reaches.length > 0);
  const [first] = able.length > 0 ? able : hearing;
  if (!first) step('fail', 'findings-unheard', []);
  else {
    const rule = graph.nameOf(first.rule);
    step(able.length > 0 ? 'pass' : 'fail', able.length > 0 ? 'findings-heard' : 'findings-lost', [first.rule], {
      rule,
    });
    steps.push(...first.trace.steps.filter(({ reason }) => reason.code !== 'monitoring.rule-hears'));
  }
  const reaches = able.flatMap((one) => one.reaches);
  return {
    detector,
    facet,
    works,
    reaches,
    external: found,
    trace: { request: `${detector}/findings`, allowed: works && reaches.length > 0, steps },
  };
}
