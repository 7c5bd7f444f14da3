import { waitsFor } from '../monitoring/threshold';
import { alarmKey, type AlarmWatch, type Change } from './alarms';
import { announce } from './bus';
import { step } from './diary';
import { deliver, lose } from './message';
import { sign } from './signs';
import { every } from './traffic';
import type { World } from './world';

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

function changed(world: World, watch: AlarmWatch, change: Change, rolledBack: (alarm: AlarmWatch) => void): void {
  const { alarm, facet } = watch;
  if (!world.facts.node(alarm)) return;
  const said = step(change.to === 'ALARM' ? 'pass' : 'info', 'alarm-changes', [alarm], {
    alarm: world.nameOf(alarm),
    from: change.from,
    to: change.to,
    statistic: facet.statistic,
    metric: facet.metric,
    ...waitsFor(facet),
  });
  world.diary.note(world.now, 'alarm', said);
  const schedule = world.drawn.schedules.find((one) => one.schedule === facet.source);
  const counted = facet.source === undefined ? undefined : world.counted.get(facet.source);
  const source = schedule?.facet.source ?? counted ?? facet.source;
  const event = world.timeOf(alarm)?.changes?.(change.to, change.from);
  if (event !== undefined) {
    const key = alarmKey(watch);
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
  const rings = change.to === 'ALARM';
  const targets = rings ? facet.actions : (facet.otherActions?.[change.to] ?? []);
  if (!rings && (targets.length === 0 || !facet.actionsEnabled)) return;
  // That all is well shows no incident. Missing data may, to whoever asked to hear of it.
  const cases = change.to === 'OK' ? [] : sign(world, { key: alarmKey(watch), by: alarm, source, steps: [said] });
  if (facet.actionsEnabled) deliver(world, alarm, cases, [said], targets);
  else lose(cases, [said, step('fail', 'actions-off', [alarm], { from: world.nameOf(alarm) })]);
  if (rings) rolledBack(watch);
}
