import type { NodeId } from '../../model/diagram';
import { firstFailure, type Trace, type TraceStep } from '../../model/trace';
import type { DetectorChain, ExternalAccess, RuleChain } from '../facts';
import type { Graph } from '../graph';
import { stepInto } from './chain';
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
  const steps: TraceStep[] = [];
  const step = stepInto(steps, detector, { detector: graph.nameOf(detector) });

  const blocked = world.traces.find(({ allowed }) => !allowed);
  const failure = blocked && firstFailure(blocked);
  if (!facet.on) step('fail', 'detector-off', [detector], {}, facet.field);
  else if (facet.blind !== undefined) step('fail', 'detector-blind', [detector], { lesson: facet.blind }, facet.field);
  else if (failure) {
    step('fail', 'detector-blocked', [detector]);
    steps.push(failure);
  } else
    step('pass', 'detector-looks', [detector, ...(facet.watches ?? [])], {
      what: facet.finds.map((one) => WORDS[one]).join(', '),
    });
  const works = steps.every(({ verdict }) => verdict !== 'fail');
  const found = works && facet.finds.includes('external-access') ? world.external : [];
  for (const { node, who, actions } of found) {
    step('info', 'finds-access', [detector, node], { resource: graph.nameOf(node), who, actions: actions.join(', ') });
  }

  const hearing = world.rules.filter(
    ({ facet: rule }) => rule.enabled && world.events.some(({ event }) => rule.hears(event)),
  );
  const able = hearing.filter(({ reaches }) => reaches.length > 0);
  const [first] = able.length > 0 ? able : hearing;
  if (!first) step('fail', 'findings-unheard', [detector]);
  else {
    const heard = able.length > 0;
    const nodes = [detector, first.rule];
    step(heard ? 'pass' : 'fail', heard ? 'findings-heard' : 'findings-lost', nodes, {
      rule: graph.nameOf(first.rule),
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
