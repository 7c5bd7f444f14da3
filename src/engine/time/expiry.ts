import type { NodeId } from '../../model/diagram';
import type { Incident } from '../../model/incident';
import type { Case } from './case';
import { sight } from './detectors';
import { step } from './diary';
import { announce } from './notify';
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
    world.expiries.set(id, world.setting.from + expires.days * DAY);
    const first = world.setting.from + new Random(world.setting.seed, `expiry ${id}`).uniform() * HALF_DAY;
    const tick = (count: number) => {
      world.queue.at(first + count * HALF_DAY, () => {
        countDown(world, id, count % 2 === 0);
        tick(count + 1);
      });
    };
    tick(0);
  }
}

/** After the last day nothing is published any more (CDK reference, `metricDaysToExpiry`). */
function countDown(world: World, node: NodeId, warns: boolean): void {
  const time = world.timeOf(node);
  const left = ((world.expiries.get(node) ?? 0) - world.now) / DAY;
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
    world.expiries.set(target, world.now + expires.days * DAY);
  };
  const end = world.now + daysLeft * DAY;
  world.expiries.set(target, end);
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
