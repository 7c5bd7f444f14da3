import type { NodeId } from '../../model/diagram';
import type { Incident } from '../../model/incident';
import type { Case } from './case';
import { sight } from './detectors';
import { step } from './diary';
import { announce } from './bus';
import { Random } from './random';
import type { World } from './world';

const DAY = 86_400;
/** Twice a day for the metric, once for the event (the hours are ours). */
const HALF_DAY = DAY / 2;

/** Whatever is valid until a day counts down from a fresh start: its metric, and the warnings near its end. */
export function startExpiries(world: World): void {
  for (const { id } of world.drawn.nodes) {
    const expires = world.timeOf(id)?.expires;
    if (!expires) continue;
    const dice = new Random(world.setting.seed, `expiry ${id}`);
    start(world, id, world.now + expires.days * DAY, dice.uniform() * HALF_DAY);
  }
}

/** Ours: when a story begins, the first of the day's values comes within the hour. */
const SOON = 3600;

/** From now on it counts down to `end`, first after `delay`. */
function start(world: World, node: NodeId, end: number, delay: number): void {
  const expiry = { end };
  world.expiries.set(node, expiry);
  const first = world.now + delay;
  const tick = (count: number) => {
    world.queue.at(first + count * HALF_DAY, () => {
      if (world.expiries.get(node) !== expiry) return;
      countDown(world, node, end, count % 2 === 0);
      tick(count + 1);
    });
  };
  tick(0);
}

/** After the last day nothing is published any more (CDK reference, `metricDaysToExpiry`). */
function countDown(world: World, node: NodeId, end: number, warns: boolean): void {
  const time = world.timeOf(node);
  const left = (end - world.now) / DAY;
  if (!time?.expires || left <= 0 || !world.facts.node(node)) return;
  const days = Math.floor(left);
  for (const metric of world.metrics.of(node)) {
    if (time.measures?.(metric.source.metric)?.quantity === 'days-left') metric.publish(world.now, days, 1, days, days);
  }
  if (!warns) return;
  for (const one of world.cases) {
    if (one.target === node && one.incident.kind === 'certificate-expiring' && one.at <= world.now && !one.ended)
      sight(world, one, { what: 'expiring', node, calls: [], daysLeft: days });
  }
  const event = time.expires.warning?.(days);
  if (event === undefined) return;
  announce(world, { event, name: time.expires.warns, key: `${node}@${world.now}:warning`, source: node });
}

/** So many days are left. What renews itself is renewed; anything else is of no use after its last day. */
export function runOut(
  world: World,
  one: Case,
  { daysLeft }: Extract<Incident, { readonly kind: 'certificate-expiring' }>,
): void {
  const { target } = one;
  const { expires, harms } = world.timeOf(target) ?? {};
  const harm = harms?.expired;
  if (!expires || !harm) return;
  const values = { name: world.nameOf(target), days: daysLeft, why: expires.renewal.why };
  if (expires.renewal.works) {
    one.refused = true;
    one.steps.push(step('pass', 'renews', [target], values));
    return;
  }
  one.steps.push(step('fail', 'runs-out', [target], values));
  if (harm.undo !== undefined) one.undo = harm.undo;
  one.revert = () => {
    world.repair(one);
    start(world, target, world.now + expires.days * DAY, HALF_DAY);
  };
  const end = world.now + daysLeft * DAY;
  const dice = new Random(world.setting.seed, `expiry ${target} ${one.index}`);
  start(world, target, end, dice.uniform() * SOON);
  sight(world, one, { what: 'expiring', node: target, calls: [], daysLeft });
  world.queue.at(end, () => {
    if (one.ended) return;
    world.breakDown(one, [
      harm.leaves === 'gone' ? { node: target, gone: true } : { node: target, props: harm.leaves },
    ]);
    const over = step('fail', 'has-run-out', [target], values);
    one.steps.push(over);
    world.diary.note(world.now, 'incident', over);
  });
}
