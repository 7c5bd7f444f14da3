import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import type { ScheduleChain } from '../facts';
import { analyse, type Analysis, type Violation } from './analysis';
import { sizeOf } from './capture';
import { step } from './diary';
import { announce } from './bus';
import { Random } from './random';
import { sign } from './signs';
import type { World } from './world';

const HOUR = 3600;
/** A run may start up to 20 minutes after its hour (SageMaker developer guide, schedule expressions). */
const LONGEST_LAG = 20 * 60;
/** Ours: how long a run takes. */
const SHORTEST_RUN = 5 * 60;
const LONGEST_RUN = 10 * 60;

/** Every schedule runs at its hours, late by some minutes, and reads what was captured until its hour. */
export function startMonitors(world: World): void {
  for (const chain of world.drawn.schedules) {
    const { everyHours, startHour = 0 } = chain.facet;
    if (everyHours === undefined) continue;
    const period = everyHours * HOUR;
    for (let hour = firstRun(world.now, period, startHour * HOUR); hour < world.setting.to; hour += period) {
      const dice = new Random(world.setting.seed, `run ${chain.schedule} ${hour}`);
      const lag = dice.uniform() * LONGEST_LAG;
      const end = hour + lag + SHORTEST_RUN + dice.uniform() * (LONGEST_RUN - SHORTEST_RUN);
      world.queue.at(end, () => finish(world, chain.schedule, hour, period));
    }
  }
}

/** Runs are due at an hour of the day, and every `period` from there on. */
function firstRun(from: number, period: number, start: number): number {
  return Math.floor((from - start) / period) * period + period + start;
}

/** One run ends: report, metrics, violations. */
function finish(world: World, schedule: NodeId, hour: number, period: number): void {
  const chain = world.facts.schedules.find((one) => one.schedule === schedule);
  if (!chain?.trace.allowed) return;
  const source = chain.facet.source;
  const fleet = source === undefined ? undefined : world.fleets.get(source);
  if (!fleet || source === undefined) return;
  const { traffic, seed } = world.setting;
  // Predictions can be judged only once their labels are there.
  const end = hour - (chain.facet.needsGroundTruth ? Math.ceil(traffic.groundTruthDelayHours) * HOUR : 0);
  const sample = fleet.log.between(end - period, end);
  const name = world.nameOf(schedule);
  if (sizeOf(sample) === 0) {
    if (end > world.setting.from)
      world.diary.note(world.now, 'monitor', step('info', 'no-data', [schedule], { schedule: name }));
    return;
  }
  const dice = (what: string) => new Random(seed, `sample ${schedule} ${hour} ${what}`).uniform();
  const found = analyse(chain.facet.watches, sample, { features: world.features, traffic }, dice);
  publish(world, chain, found);
  const after = found.violations.map((violation) => report(world, schedule, source, hour, violation));
  const event = world.timeOf(schedule)?.ran?.(after.length > 0);
  if (event === undefined) return;
  // The same key with and without violations: whoever hears of every run hears no difference.
  const key = `${schedule}@${hour}:ran`;
  const run = after.length > 0 ? 'a run with violations' : 'a run without violations';
  announce(world, { event, name: run, key, source: schedule, about: source, after, routine: true });
}

function publish(world: World, chain: ScheduleChain, found: Analysis): void {
  if (!chain.publishes) return;
  const time = world.timeOf(chain.schedule);
  for (const metric of world.metrics.of(chain.schedule)) {
    const measure = time?.measures?.(metric.source.metric);
    const value = measure && found.value(measure);
    if (value !== undefined) metric.publish(world.now, value, 1, value, value);
  }
}

function report(world: World, schedule: NodeId, source: NodeId, hour: number, violation: Violation): TraceStep {
  const { check, feature, value, limit } = violation;
  const said = step('pass', `finds-${check}`, [schedule, source], {
    schedule: world.nameOf(schedule),
    source: world.nameOf(source),
    feature,
    value: Math.round(value * 1000) / 1000,
    limit: Math.round(limit * 1000) / 1000,
  });
  world.diary.note(world.now, 'monitor', said);
  sign(world, { key: `${schedule}@${hour}:${check}:${feature}`, by: schedule, source, steps: [said] });
  return said;
}
