import type { Incident, Traffic } from '../../model/incident';
import type { Timeline } from '../../model/timeline';
import type { Facts } from '../facts';
import { startRules } from './bus';
import { startCounts } from './counts';
import { startExpiries } from './expiry';
import { plan } from './incidents/begin';
import { startLags } from './lag';
import { startMonitors } from './monitors';
import { startAlarms } from './notify';
import { outcomeOf } from './outcome';
import { Rollouts } from './rollout';
import { startTraffic } from './traffic';
import { World, type Setting } from './world';

export interface SimulationOptions {
  readonly seed: number;
  /** hours since a Monday at 00:00 UTC. */
  readonly fromHour: number;
  readonly toHour: number;
  readonly traffic: Traffic;
  readonly incidents: readonly Incident[];
}

const HOUR = 3600;
/** Three months; a monthly question needs no more. */
const MOST_HOURS = 24 * 92;

/**
 * What happens to a design as time passes. Deterministic: the same facts and options give the same timeline. With
 * incidents it runs twice, the first time without them, so that only what they change counts as noticing them.
 */
export function simulate(facts: Facts, options: SimulationOptions): Timeline {
  const fromHour = Math.max(0, Math.floor(options.fromHour));
  const toHour = Math.min(Math.max(fromHour, Math.ceil(options.toHour)), fromHour + MOST_HOURS);
  const setting: Setting = {
    seed: options.seed,
    from: fromHour * HOUR,
    to: toHour * HOUR,
    traffic: options.traffic,
  };
  if (options.incidents.length === 0) return timelineOf(calm(facts, setting));
  const world = run(new World(facts, setting, calm(facts, setting)), options.incidents);
  return timelineOf(world);
}

/** The last runs without incidents of each design: several questions about it share them. */
const known = new WeakMap<Facts, Map<string, World>>();
const KEPT = 4;

function calm(facts: Facts, setting: Setting): World {
  const key = JSON.stringify(setting);
  let runs = known.get(facts);
  if (!runs) known.set(facts, (runs = new Map<string, World>()));
  const before = runs.get(key);
  if (before) return before;
  if (runs.size >= KEPT) runs.clear();
  const world = run(new World(facts, setting), []);
  runs.set(key, world);
  return world;
}

function run(world: World, incidents: readonly Incident[]): World {
  const rollouts = new Rollouts(world);
  // Incidents first: at the same instant they come before the traffic and the alarms that could show them.
  startRules(world);
  startCounts(world);
  plan(world, incidents, rollouts);
  startTraffic(world);
  startMonitors(world);
  startExpiries(world);
  startLags(world);
  startAlarms(world, (watch) => rollouts.tripped(watch));
  world.queue.run(world.setting.to);
  return world;
}

function timelineOf(world: World): Timeline {
  const { seed, from, to } = world.setting;
  return {
    seed,
    from,
    to,
    events: world.diary.events,
    series: world.metrics.series(),
    alarms: world.alarms.map((one) => one.history()),
    records: world.audit.records,
    outcomes: world.cases.map((one) => outcomeOf(world, one)),
    processed: world.queue.processed,
    dropped: world.diary.dropped + world.audit.dropped,
  };
}
