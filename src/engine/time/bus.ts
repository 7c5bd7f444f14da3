import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { TraceStep } from '../../model/trace';
import { isActive, type Case } from './case';
import { step } from './diary';
import { deliver, HOP, lose } from './message';
import { sign } from './signs';
import type { World } from './world';

/** Ours: until a call that a trail records comes to the rules. */
const TO_RULE = 60;

/** Rules hear of calls that a trail records: without one that logs, nothing comes to them (EventBridge user guide). */
export function startRules(world: World): void {
  const rules = world.drawn.nodes.map(({ id }) => id).filter((id) => world.timeOf(id)?.hears);
  if (rules.length === 0) return;
  world.onRecord = (record) => {
    if (record.category !== 'management' || record.trails.length === 0) return;
    for (const rule of rules) {
      if (!world.timeOf(rule)?.hears?.({ source: record.source, event: record.event })) continue;
      world.queue.at(world.now + TO_RULE, () => {
        const values = { rule: world.nameOf(rule), event: record.event, who: record.principal };
        const said = step('pass', 'rule-hears', [rule], values);
        hear(world, rule, { key: `${rule}@${world.now}:${record.event}`, source: record.target, said });
      });
    }
  };
}

/** Something tells the event bus. Every rule whose pattern fits passes it on. */
export function announce(
  world: World,
  what: {
    readonly event: Json;
    readonly name: string;
    readonly key: string;
    readonly source: NodeId;
    /** what it says something about; left out, its source. */
    readonly about?: NodeId;
    readonly of?: Case;
    readonly after?: readonly TraceStep[];
    /** nobody expects a rule for it. */
    readonly routine?: boolean;
  },
): void {
  const { event, name, key, source, about = source, routine = false, ...rest } = what;
  const hearing = world.facts.rules.filter(
    ({ facet }) => facet.enabled && facet.everySeconds === undefined && facet.hears(event),
  );
  if (hearing.length === 0 && !routine) {
    const missed = world.cases.filter(
      (one) => isActive(one, world.now) && (rest.of === undefined ? one.target === source : one === rest.of),
    );
    const unheard = step('fail', 'no-rule-hears', [source], { event: name, source: world.nameOf(source) });
    lose(missed, [...(rest.after ?? []), unheard]);
  }
  for (const { rule } of hearing) {
    world.queue.at(world.now + HOP, () => {
      const values = { rule: world.nameOf(rule), event: name, source: world.nameOf(source) };
      hear(world, rule, {
        key: `${rule} ${key}`,
        source: about,
        said: step('pass', 'rule-hears-event', [rule], values),
        ...rest,
      });
    });
  }
}

function hear(
  world: World,
  rule: NodeId,
  what: {
    readonly key: string;
    readonly source: NodeId | undefined;
    readonly said: TraceStep;
    readonly of?: Case;
    readonly after?: readonly TraceStep[];
  },
): void {
  const { key, source, said, of, after = [] } = what;
  if (!world.facts.node(rule)) return;
  world.diary.note(world.now, 'alarm', said);
  const steps = [...after, said];
  const cases = sign(world, { key, by: rule, source, steps, ...(of && { of }) });
  deliver(world, rule, cases, steps);
}
