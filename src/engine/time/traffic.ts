import type { NodeId } from '../../model/diagram';
import type { WalkedRequest } from '../facts';
import { isActive } from './case';
import { step } from './diary';
import { binomialQuantile, poissonQuantile, Random } from './random';
import type { Fleet, World } from './world';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** Calls an hour of somebody about whom neither the scenario nor the design says anything. Ours. */
const USUAL_PER_HOUR = 3600;
/** Data capture stops when the disk fills; AWS asks to keep its use below 75 %. */
const DISK_LIMIT = 75;
/** The busiest hour of the day. */
const PEAK_HOUR = 15;

interface Caller {
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly perHour: number;
  readonly dice: Random;
  /** others that read the same source and do the same work: where this one is gone, they take it over. */
  readonly standIns: Pick<Caller, 'id' | 'from'>[];
  /** whoever comes in by this door: while none of them gets in, it passes nothing on. */
  readonly visitors: readonly string[];
  /** calls of this hour that share one record. */
  pending: { walked: WalkedRequest; count: number } | undefined;
}

/** Lets every declared caller call: the calls of a fleet by the minute, all others by the hour. */
export function startTraffic(world: World): void {
  const callers = callersOf(world);
  for (const [target, fleet] of world.fleets) {
    const mine = callers.filter((one) => one.to === target);
    const capture = new Capture(world, fleet);
    every(world, MINUTE, (at) => fleetMinute(world, fleet, mine, capture, at));
  }
  const others = callers.filter((one) => !world.fleets.has(one.to));
  if (others.length > 0) {
    every(world, HOUR, (at) => {
      for (const caller of others) arrivals(world, caller, at, HOUR);
    });
  }
  every(world, HOUR, (at) => {
    for (const caller of callers) flush(world, caller, at - HOUR);
  });
}

export function every(world: World, seconds: number, action: (at: number) => void): void {
  const tick = () => {
    action(world.now);
    world.queue.at(world.now + seconds, tick);
  };
  world.queue.at(Math.floor(world.now / seconds) * seconds + seconds, tick);
}

/** Business calls. What only runs when something triggers it, and what manages resources, is no traffic. */
function callersOf(world: World): readonly Caller[] {
  const { drawn, setting } = world;
  const triggered = new Set(
    [
      ...drawn.requests.filter((one) => one.spec.purpose === 'delivery').map((one) => one.spec.to),
      ...drawn.nodes.flatMap(({ id }) => (world.timeOf(id)?.relays ?? []).map((one) => one.to)),
    ].filter((id) => id !== undefined && world.timeOf(id)?.runsOnInvocation),
  );
  const callers = drawn.requests.flatMap(({ spec, record }): Caller[] => {
    if (spec.purpose !== 'call' || spec.to === undefined || record?.category === 'management') return [];
    if (triggered.has(spec.from)) return [];
    const said = setting.traffic.calls.find(
      ({ from }) => from === undefined || from === spec.from || drawn.hasTrait(spec.from, from),
    );
    const perHour = said?.perHour ?? world.timeOf(spec.from)?.sendsPerHour ?? USUAL_PER_HOUR;
    const dice = new Random(setting.seed, `calls ${spec.id}`);
    const visitors = drawn.doors.has(spec.from)
      ? drawn.requests.filter((one) => one.spec.to === spec.from && one.spec.purpose === 'call')
      : [];
    return [
      {
        id: spec.id,
        from: spec.from,
        to: spec.to,
        perHour,
        dice,
        standIns: [],
        visitors: visitors.map((one) => one.spec.id),
        pending: undefined,
      },
    ];
  });
  const sources = new Map(callers.map(({ from }) => [from, sourcesOf(world, from)]));
  for (const caller of callers) {
    const mine = sources.get(caller.from) ?? [];
    if (mine.length === 0) continue;
    const shares = (other: NodeId) => other !== caller.from && sources.get(other)?.some((one) => mine.includes(one));
    caller.standIns.push(...callers.filter(({ from, to }) => to === caller.to && shares(from)));
  }
  return callers;
}

/** What a node reads from: the sources that bring it its work. */
function sourcesOf(world: World, reader: NodeId): readonly NodeId[] {
  const feeds = world.timeOf(reader)?.fedBy;
  if (!feeds) return [];
  return world.drawn.requests.flatMap(({ spec }) => (feeds.includes(spec.id) ? (spec.to ?? []) : []));
}

/**
 * The caller itself, or who does its work while it is not there: consumers take over what one of them read once it is
 * gone ("KCL concepts": leases).
 */
function whoCalls(world: World, caller: Caller): Pick<Caller, 'id' | 'from'> {
  if (world.facts.node(caller.from)) return caller;
  return caller.standIns.find(({ id, from }) => hasWork(world, from) && world.link(id)?.trace.allowed) ?? caller;
}

/** How many calls were made in the `seconds` before `at`, and how many of them arrive. */
function arrivals(world: World, caller: Caller, at: number, seconds: number): number {
  const { swing } = world.setting.traffic;
  const hour = ((at - seconds / 2) % DAY) / HOUR;
  const mean = (caller.perHour * seconds) / HOUR;
  const count = poissonQuantile(
    caller.dice.uniform(),
    mean * (1 + swing * Math.cos((2 * Math.PI * (hour - PEAK_HOUR)) / 24)),
  );
  const shut = caller.visitors.length > 0 && !caller.visitors.some((id) => world.link(id)?.trace.allowed);
  const { id: link, from } = whoCalls(world, caller);
  const walked = shut || !hasWork(world, from) ? undefined : world.link(link);
  if (caller.pending && caller.pending.walked !== walked) flush(world, caller, at - seconds);
  if (walked) {
    caller.pending ??= { walked, count: 0 };
    caller.pending.count += count;
    world.onCalls?.(walked, count);
    if (walked.trace.allowed) return count;
  }
  if (!shut) world.countFailed(caller.to, at - seconds, count);
  return 0;
}

/** What never reached the caller leaves no call and no record, and is not answered either. */
function hasWork(world: World, from: NodeId): boolean {
  const fedBy = world.timeOf(from)?.fedBy;
  return fedBy === undefined || fedBy.some((id) => world.link(id)?.trace.allowed);
}

function flush(world: World, caller: Caller, at: number): void {
  const { pending } = caller;
  if (!pending) return;
  world.audit.note({ at, now: world.now }, pending.walked, pending.count, world.facts);
  caller.pending = undefined;
}

function fleetMinute(world: World, fleet: Fleet, callers: readonly Caller[], capture: Capture, at: number): void {
  let arrived = 0;
  for (const caller of callers) arrived += arrivals(world, caller, at, MINUTE);
  const target = fleet.serving.node;
  if (!world.facts.node(target)) return;
  arrived += ownRecords(world, fleet, at);
  const { answered, failed } = fleet.serving.minute(at, arrived);
  world.countFailed(target, at - MINUTE, failed);
  for (const one of world.cases) {
    if (one.target === target && one.payload && isActive(one, at)) one.wrong += answered * one.payload.accuracyDrop;
  }
  capture.minute(at, answered);
}

/** Spread evenly over the day: the sum of the minutes is the whole number of records. */
function ownRecords(world: World, { serving }: Fleet, at: number): number {
  const perMinute = (serving.facet.ownPerHour ?? 0) / 60;
  if (perMinute === 0) return 0;
  const needs = world.facts.requests.filter(({ spec }) => spec.from === serving.node && spec.purpose === 'setup');
  if (needs.some(({ trace }) => !trace.allowed)) return 0;
  const minute = Math.floor(at / MINUTE);
  return Math.floor(minute * perMinute) - Math.floor((minute - 1) * perMinute);
}

/** Copies of requests on their way to a bucket. */
class Capture {
  private works = true;
  private readonly dice: Random;
  private readonly paths = new WeakMap<object, boolean>();

  constructor(
    private readonly world: World,
    private readonly fleet: Fleet,
  ) {
    this.dice = new Random(world.setting.seed, `capture ${fleet.serving.node}`);
  }

  minute(at: number, answered: number): void {
    const { world, fleet } = this;
    const { node } = fleet.serving;
    const luck = this.dice.uniform();
    const facet = world.facts.captures.get(node);
    if (!facet?.enabled || facet.bucket === undefined) return;
    const works = fleet.serving.disk < DISK_LIMIT && this.mayWrite(node, facet.bucket);
    if (works !== this.works) {
      this.works = works;
      const values = { endpoint: world.nameOf(node), bucket: world.nameOf(facet.bucket) };
      world.diary.note(at, 'capture', step('info', works ? 'capture-resumes' : 'capture-stops', [node], values));
    }
    if (works) fleet.log.add(at - MINUTE, fleet.payload, binomialQuantile(luck, answered, facet.samplingPercent / 100));
  }

  private mayWrite(node: NodeId, bucket: NodeId): boolean {
    const { facts } = this.world;
    const known = this.paths.get(facts);
    if (known !== undefined) return known;
    const writes = facts.requests.filter((one) => one.spec.from === node && one.spec.to === bucket);
    const may = writes.length > 0 && writes.every((one) => one.trace.allowed);
    this.paths.set(facts, may);
    return may;
  }
}
