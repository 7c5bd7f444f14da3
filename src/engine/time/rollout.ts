import type { NodeId } from '../../model/diagram';
import { firstFailure, type TraceStep } from '../../model/trace';
import { alarmKey, type AlarmWatch } from './alarms';
import type { Case } from './case';
import { step } from './diary';
import { end, isUsual } from './signs';
import type { Fleet, World } from './world';

interface Rollout {
  readonly one: Case;
  readonly fleet: Fleet;
  readonly alarms: readonly NodeId[];
  done: boolean;
}

/**
 * New versions on their way. Alarms can send one back only while it bakes: from the first shift of traffic until the
 * old fleet is gone (deployment guardrails, blue/green).
 */
export class Rollouts {
  private readonly running: Rollout[] = [];

  constructor(private readonly world: World) {}

  start(one: Case, fleet: Fleet, shift: (share: number) => void): void {
    const { world } = this;
    const { rollout } = fleet.serving.facet;
    const running: Rollout = { one, fleet, alarms: rollout.alarms, done: false };
    const shares = sharesOf(rollout.strategy, rollout.stepPercent);
    shares.forEach((share, index) => {
      world.queue.at(world.now + index * rollout.waitSeconds, () => {
        if (running.done || one.ended) return;
        shift(share);
        const values = { endpoint: world.nameOf(one.target), percent: Math.round(share * 100) };
        world.diary.note(world.now, 'deployment', step('info', 'shifts', [one.target], values));
      });
    });
    // Each step bakes, the last one too; then the old fleet still waits (API_BlueGreenUpdatePolicy).
    const baking = shares.length * rollout.waitSeconds + rollout.terminationWaitSeconds;
    // An alarm that is on already sends the version back at once.
    const on = world.alarms.find((watch) => watch.state === 'ALARM' && running.alarms.includes(watch.alarm));
    this.running.push(running);
    if (on && baking > 0) world.queue.at(world.now, () => this.tripped(on));
    world.queue.at(world.now + baking, () => {
      if (running.done || one.ended) return;
      running.done = true;
      const baked = step('info', 'bakes-no-more', [one.target], {
        endpoint: world.nameOf(one.target),
        minutes: Math.round(baking / 60),
      });
      one.steps.push(baked);
      world.diary.note(world.now, 'deployment', baked);
    });
  }

  /** An alarm goes off. */
  tripped(watch: AlarmWatch): void {
    for (const running of this.running) {
      const { one } = running;
      if (running.done || one.ended || !running.alarms.includes(watch.alarm)) continue;
      const steps = this.mayLook(one.target, watch.alarm);
      if (steps.some((each) => each.verdict === 'fail')) {
        one.steps.push(...steps);
        continue;
      }
      running.done = true;
      const values = { endpoint: this.world.nameOf(one.target), alarm: this.world.nameOf(watch.alarm) };
      const back = [...steps, step('pass', 'rolls-back', [one.target, watch.alarm], values)];
      end(this.world, one, back, one.target, isUsual(this.world, alarmKey(watch)));
    }
  }

  /** The execution role must be allowed to look at the alarm. */
  private mayLook(target: NodeId, alarm: NodeId): readonly TraceStep[] {
    const asked = this.world.facts.requests.find((one) => one.spec.from === target && one.spec.to === alarm);
    const values = { endpoint: this.world.nameOf(target), alarm: this.world.nameOf(alarm) };
    if (asked?.trace.allowed) return [step('pass', 'sees-alarm', [target, alarm], values)];
    const why = asked && firstFailure(asked.trace);
    return [step('fail', 'cannot-see-alarm', [target, alarm], values), ...(why ? [why] : [])];
  }
}

function sharesOf(strategy: 'all-at-once' | 'canary' | 'linear', percent: number): readonly number[] {
  const first = Math.min(1, Math.max(0.01, percent / 100));
  if (strategy === 'all-at-once') return [1];
  if (strategy === 'canary') return [first, 1];
  const steps = Math.ceil(1 / first);
  return Array.from({ length: steps }, (_, index) => Math.min(1, first * (index + 1)));
}
