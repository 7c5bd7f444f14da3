import { truthsOf } from '../game/predict';
import type { Scenario } from '../model/scenario';

/** For each prediction of a scenario, the option that the simulator finds true. */
export async function truthsFor(scenario: Scenario): Promise<ReadonlyMap<string, string>> {
  if (scenario.predictions.length === 0) return new Map();
  const { rules } = await import('./simulate');
  return new Map(
    [...truthsOf(scenario, rules)].flatMap(([id, options]) => {
      const right = options.find(({ holds }) => holds);
      return right ? [[id, right.id]] : [];
    }),
  );
}
