import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { firstFailure, type Trace, type TraceStep } from '../../model/trace';
import { handsOver } from '../monitoring/deliver';
import type { AlarmWatch, Change } from './alarms';
import { isActive, type Case } from './case';
import { step } from './diary';
import { end, sign } from './signs';
import { every } from './traffic';
import type { World } from './world';

/** Ours: seconds from one service to the next, to a person's screen, and until a function has done its work. */
const HOP = 1;
const TO_PERSON = 5;
const FUNCTION_RUN = 2;
/** Ours: until a call that a trail records comes to the rules. */
const TO_RULE = 60;

/** A message on its way: what it tells, how it came here, and where it has been. It comes to a node once. */
interface Message {
  readonly cases: readonly Case[];
  readonly steps: readonly TraceStep[];
  readonly passed: Set<NodeId>;
}

/** All alarms are evaluated every minute (every ten seconds for short periods). */
export function startAlarms(world: World, rolledBack: (alarm: AlarmWatch) => void): void {
  for (const seconds of new Set(world.alarms.map((one) => one.every))) {
    const group = world.alarms.filter((one) => one.every === seconds);
    every(world, seconds, (at) => {
      for (const watch of group) {
        const change = watch.evaluate(at);
        if (change) changed(world, watch, change, rolledBack);
      }
    });
  }
}

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

function changed(world: World, watch: AlarmWatch, change: Change, rolledBack: (alarm: AlarmWatch) => void): void {
  const { alarm, facet } = watch;
  if (!world.facts.node(alarm)) return;
  const said = step(change.to === 'ALARM' ? 'pass' : 'info', 'alarm-changes', [alarm], {
    alarm: world.nameOf(alarm),
    from: change.from,
    to: change.to,
    statistic: facet.statistic,
    metric: facet.metric,
    comparison: facet.comparison,
    threshold: facet.threshold,
  });
  world.diary.note(world.now, 'alarm', said);
  const schedule = world.drawn.schedules.find((one) => one.schedule === facet.source);
  const source = schedule?.facet.source ?? facet.source;
  const event = world.timeOf(alarm)?.changes?.(change.to, change.from);
  if (event !== undefined) {
    const key = `${alarm}@${world.now}`;
    announce(world, {
      event,
      name: change.to,
      key,
      source: alarm,
      about: source ?? alarm,
      after: [said],
      routine: true,
    });
  }
  if (change.to !== 'ALARM') return;
  const cases = sign(world, { key: `${alarm}@${world.now}`, by: alarm, source, steps: [said] });
  if (facet.actionsEnabled) deliver(world, alarm, cases, [said]);
  else lose(cases, [said, step('fail', 'actions-off', [alarm], { from: world.nameOf(alarm) })]);
  rolledBack(watch);
}

function deliver(world: World, alarm: NodeId, cases: readonly Case[], steps: readonly TraceStep[]): void {
  const passed = new Set([alarm]);
  let idle = true;
  for (const { spec, trace } of world.facts.requests) {
    if (spec.from !== alarm || spec.purpose !== 'delivery' || spec.to === undefined) continue;
    idle = false;
    send(world, { cases, steps, passed }, { from: alarm, to: spec.to, trace });
  }
  if (idle) lose(cases, [...steps, step('fail', 'no-action', [alarm], { from: world.nameOf(alarm) })]);
}

/** One service hands a message to the next, if it may. */
function send(
  world: World,
  message: Message,
  { from, to, trace }: { readonly from: NodeId; readonly to: NodeId; readonly trace: Trace },
): void {
  const { cases, steps } = message;
  const values = { from: world.nameOf(from), to: world.nameOf(to) };
  if (trace.allowed) {
    const told = [...steps, step('pass', 'delivers', [from, to], values)];
    world.queue.at(world.now + HOP, () => arrive(world, to, { ...message, steps: told }));
    return;
  }
  const failed = step('fail', 'cannot-deliver', [from, to], values);
  world.diary.note(world.now, 'delivery', failed);
  lose(cases, [...steps, failed], trace);
}

/** A message is lost here. An alarm that goes off again and again loses it each time in the same way. */
function lose(cases: readonly Case[], steps: readonly TraceStep[], refused?: Trace): void {
  const key = ({ reason, nodes }: TraceStep) => `${reason.code} ${nodes.join(' ')}`;
  const why = refused && firstFailure(refused);
  for (const { lost } of cases) {
    const known = new Set(lost.map(key));
    lost.push(...[...steps, ...(why ? [why] : [])].filter((one) => !known.has(key(one))));
  }
}

/** A message is there. People read it, functions run on it. */
function arrive(world: World, node: NodeId, message: Message): void {
  const { cases, steps, passed } = message;
  const time = world.timeOf(node);
  if (!time || passed.has(node)) return;
  passed.add(node);
  if (time.tells?.length === 0 && !time.relays?.length)
    lose(cases, [...steps, step('fail', 'tells-nobody', [node], { from: world.nameOf(node) })]);
  for (const { who, by } of time.tells ?? []) {
    world.queue.at(world.now + TO_PERSON, () => {
      const told = step('pass', 'tells', [node], { from: world.nameOf(node), who, by });
      world.diary.note(world.now, 'delivery', told);
      for (const one of cases) one.notices.push({ at: world.now, by: node, who, steps: [...steps, told] });
    });
  }
  for (const spec of time.relays ?? []) {
    if (spec.to !== undefined) send(world, message, { from: node, to: spec.to, trace: world.walk(spec).trace });
  }
  if (time.runsOnInvocation) world.queue.at(world.now + FUNCTION_RUN, () => act(world, node, message));
}

/** A function does what it is there for: each of its calls, once. */
function act(world: World, node: NodeId, message: Message): void {
  const { cases, steps } = message;
  for (const asked of world.facts.requests) {
    const { spec } = asked;
    if (spec.from !== node || spec.purpose !== 'call' || spec.to === undefined) continue;
    // What is gone can be made again: then the design as it was drawn says who may.
    const gone = world.facts.node(spec.to) === undefined;
    const walked = (gone ? world.drawn.requests.find((one) => one.spec.id === spec.id) : undefined) ?? asked;
    const { action, trace } = walked;
    world.record(walked);
    const values = { from: world.nameOf(node), to: world.nameOf(spec.to), action };
    if (!trace.allowed) {
      const failed = step('fail', 'cannot-act', [node, spec.to], values);
      world.diary.note(world.now, 'action', failed);
      lose(cases, [...steps, failed], trace);
      continue;
    }
    const told = [...steps, step('pass', 'acts', [node, spec.to], values)];
    const ended = world.cases.filter(
      (one) => one.target === spec.to && one.undo === action && one.at <= world.now && !one.ended && !one.refused,
    );
    for (const one of ended) end(world, one, told, node);
    if (ended.length === 0) world.diary.note(world.now, 'action', step('pass', 'acts', [node, spec.to], values));
    if (!handsOver(walked, (id) => world.drawn.operationsOf(id))) continue;
    const to = spec.to;
    world.queue.at(world.now + HOP, () => arrive(world, to, { ...message, steps: told }));
  }
}
