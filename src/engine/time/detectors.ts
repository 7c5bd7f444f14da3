import type { Case } from './case';
import { step } from './diary';
import type { Sighting } from './facets';
import { announce } from './bus';
import { Random } from './random';
import { sign } from './signs';
import type { World } from './world';

/**
 * An incident shows something to whoever looks. A detector that works then finds it after a time of its own, once, and
 * what it finds is an event: without a rule that hears it, it stands in a console.
 */
export function sight(world: World, one: Case, sighting: Sighting): void {
  for (const { detector } of world.facts.detectors) {
    const found = one.refused ? undefined : world.timeOf(detector)?.finds?.(sighting);
    if (!found || one.found.has(detector)) continue;
    one.found.add(detector);
    const [least, most] = found.afterSeconds;
    const dice = new Random(world.setting.seed, `finds ${detector} ${one.index} ${one.target}`);
    world.queue.at(world.now + least + dice.uniform() * (most - least), () => {
      if (found.state && one.ended) return;
      if (!world.facts.detectors.some((chain) => chain.detector === detector && chain.works)) return;
      const { name, events } = found;
      const key = `${detector}@${world.now}:${name}`;
      const values = { detector: world.nameOf(detector), finding: name, target: world.nameOf(sighting.node) };
      const said = step('pass', found.quiet ? 'detector-records' : 'detector-finds', [detector, sighting.node], values);
      world.diary.note(world.now, 'monitor', said);
      if (!found.quiet) sign(world, { key, by: detector, source: sighting.node, steps: [said], of: one });
      for (const event of events) announce(world, { event, name, key, source: detector, of: one, after: [said] });
    });
  }
}
