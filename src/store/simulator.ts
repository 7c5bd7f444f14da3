import type { KindCatalog } from '../catalog/kind';
import type { Checks } from '../engine/check';
import { evaluate } from '../engine/evaluate';
import type { Facts } from '../engine/facts';
import { factsOf } from '../engine/facts-of';
import { say, wordsOf } from '../engine/wording';
import type { Diagram } from '../model/diagram';
import type { Report } from '../model/report';
import type { Scenario } from '../model/scenario';
import type { Reason } from '../model/trace';

export interface Judged {
  readonly facts: Facts;
  readonly report: Report;
}

/** What a session asks after every edit, and how it puts the answers into words. */
export interface Simulator {
  judge(diagram: Diagram): Judged;
  say(reason: Reason): string;
}

interface Rules {
  readonly scenario: Scenario;
  readonly catalog: KindCatalog;
  readonly checks: Checks;
}

/** The simulator for one scenario. The app loads it beside the canvas, which can be drawn on before it arrives. */
export function simulator({ scenario, catalog, checks }: Rules): Simulator {
  const words = wordsOf(checks);
  return {
    judge: (diagram) => {
      const facts = factsOf(diagram, scenario.account, catalog);
      return { facts, report: evaluate(facts, scenario, checks) };
    },
    say: (reason) => say(reason, words),
  };
}
