import { catalog } from '../catalog/index';
import { checks } from '../checks/index';
import type { Rules } from '../game/judge';
import type { Scenario } from '../model/scenario';
import type { Simulator } from '../store/simulator';
import { simulator } from '../store/simulator';

/** The simulator with all checks and the facets of all kinds, in a file of its own: the canvas does not wait for it. */
export function simulatorOf(scenario: Scenario): Simulator {
  return simulator({ scenario, catalog, checks });
}

/** Whoever makes scenarios judges many designs of many scenarios. */
export const rules: Rules = { catalog, checks };
