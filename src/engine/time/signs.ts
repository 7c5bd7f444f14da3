import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import type { Case } from './case';
import type { World } from './world';

/**
 * Something shows. It counts for an incident only if the incident had begun, can disturb this signal, and the twin
 * without incidents does not show the same at the same time. Answers the incidents that it shows.
 */
export function sign(
  world: World,
  what: {
    readonly key: string;
    readonly by: NodeId;
    readonly source: NodeId | undefined;
    readonly steps: readonly TraceStep[];
    /** the only incident that it can be about. */
    readonly of?: Case;
  },
): readonly Case[] {
  world.signs.add(what.key);
  if (isUsual(world, what.key)) return [];
  const shown = world.cases.filter(
    (one) =>
      !one.refused &&
      (what.of === undefined || what.of === one) &&
      one.at <= world.now &&
      (one.disturbs === undefined || (what.source !== undefined && one.disturbs.has(what.source))),
  );
  for (const one of shown) one.signs.push({ at: world.now, by: what.by, steps: what.steps });
  return shown;
}

/** The twin without incidents shows or does the same at the same time. */
export function isUsual(world: World, key: string): boolean {
  return world.twin?.signs.has(key) ?? false;
}

/** The incident is over: by itself, by a function, by a rollback. */
export function end(world: World, one: Case, steps: readonly TraceStep[], by?: NodeId, byChance = false): void {
  if (one.ended || one.refused) return;
  one.ended = { at: world.now, steps, byChance, ...(by !== undefined && { by }) };
  one.revert?.();
  world.loadPayload(one.target);
  const last = steps.at(-1);
  if (last) world.diary.note(world.now, by === undefined ? 'incident' : 'action', last);
}
