import type { NodeId } from '../../model/diagram';
import { firstFailure, type Trace, type TraceStep } from '../../model/trace';
import { handsOver } from '../monitoring/deliver';
import type { Case } from './case';
import { step } from './diary';
import { end, isUsual } from './signs';
import type { World } from './world';

/** Ours: seconds from one service to the next, to a person's screen, and until a function has done its work. */
export const HOP = 1;
const TO_PERSON = 5;
const FUNCTION_RUN = 2;

/** A message on its way: what it tells, how it came here, and where it has been. It comes to a node once. */
interface Message {
  readonly cases: readonly Case[];
  readonly steps: readonly TraceStep[];
  readonly passed: Set<NodeId>;
}

/** An alarm or a rule does what it is there for; an alarm tells only the targets of its new state. */
export function deliver(
  world: World,
  alarm: NodeId,
  cases: readonly Case[],
  steps: readonly TraceStep[],
  targets?: readonly NodeId[],
): void {
  const passed = new Set([alarm]);
  let idle = true;
  for (const { spec, trace } of world.facts.requests) {
    if (spec.from !== alarm || spec.purpose !== 'delivery' || spec.to === undefined) continue;
    if (targets && !targets.includes(spec.to)) continue;
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
export function lose(cases: readonly Case[], steps: readonly TraceStep[], refused?: Trace): void {
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
    const key = `${node} ${action} ${spec.to}@${world.now}`;
    world.signs.add(key);
    const ended = world.cases.filter(
      (one) => one.target === spec.to && one.undo === action && one.at <= world.now && !one.ended && !one.refused,
    );
    for (const one of ended) end(world, one, told, node, isUsual(world, key));
    if (ended.length === 0) world.diary.note(world.now, 'action', step('pass', 'acts', [node, spec.to], values));
    if (!handsOver(walked, (id) => world.drawn.operationsOf(id))) continue;
    const to = spec.to;
    world.queue.at(world.now + HOP, () => arrive(world, to, { ...message, steps: told }));
  }
}
