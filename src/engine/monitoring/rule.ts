import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import type { RuleChain, TrailChain } from '../facts';
import type { RecordFacet } from '../record-facet';
import { stepInto } from './chain';
import { type Deliveries, delivery } from './deliver';
import type { EventFacet, RuleFacet } from './facets';
import { selects } from './record';

interface RuleWorld extends Deliveries {
  /** what the nodes of the drawing put on the event bus. */
  readonly events: readonly { readonly node: NodeId; readonly event: EventFacet }[];
  /** what calls to them would be recorded as. */
  readonly calls: readonly { readonly node: NodeId; readonly record: RecordFacet }[];
  readonly trails: readonly TrailChain[];
}

/** Names of events that a hint shows. */
const MOST_NAMES = 6;

/** From something that happens to a person: would this rule hear it, and whom does it tell? */
export function ruleChain(rule: NodeId, facet: RuleFacet, world: RuleWorld): RuleChain {
  const { graph } = world;
  const steps: TraceStep[] = [];
  const step = stepInto(steps, rule, { rule: graph.nameOf(rule) });

  if (!facet.enabled) step('fail', 'rule-off', [rule], {}, 'enabled');
  const heard = world.events.filter(({ event }) => facet.hears(event.event));
  const calls = world.calls.filter(({ record }) => facet.hearsCall(record));
  const kept = calls.filter(({ record }) => world.trails.some((one) => one.trace.allowed && selects(one, record)));
  const hears = [...new Set([...heard, ...kept].map(({ node }) => node))];
  if (facet.everySeconds !== undefined) {
    const works = facet.everySeconds > 0;
    step(works ? 'pass' : 'fail', works ? 'rule-ticks' : 'rule-bad-schedule', [rule], minutes(facet.everySeconds));
  } else if (hears.length > 0) {
    const events = [...heard.map(({ event }) => event.name), ...kept.map(({ record }) => record.eventName)];
    const from = hears.map((id) => graph.nameOf(id)).join(', ');
    step('pass', 'rule-hears', [rule, ...hears], {
      events: [...new Set(events)].slice(0, MOST_NAMES).join(', '),
      from,
    });
  } else if (calls.length > 0) {
    const [first] = calls;
    step('fail', 'rule-needs-trail', [rule], { event: first?.record.eventName ?? '' });
  } else {
    const names = [...new Set(world.events.map(({ event }) => event.name))];
    const known = names.length > 0 ? names.slice(0, MOST_NAMES).join(', ') : 'none';
    step('fail', 'rule-hears-nothing', [rule], { known }, 'pattern');
  }
  const stopped = steps.some(({ verdict }) => verdict === 'fail');
  const told = delivery(rule, { targets: facet.targets, field: 'targets' }, world);
  return {
    rule,
    facet,
    hears,
    delivers: told.steps.some(({ verdict }) => verdict === 'pass'),
    reaches: told.reaches,
    trace: {
      request: `${rule}/notify`,
      allowed: !stopped && told.reaches.length > 0,
      steps: [...steps, ...told.steps],
    },
  };
}

function minutes(seconds: number): Record<string, number> {
  return { minutes: seconds / 60 };
}
