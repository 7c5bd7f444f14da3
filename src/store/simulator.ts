import type { WholeCatalog } from '../catalog/kind';
import type { Checks } from '../engine/check';
import type { Facts } from '../engine/facts';
import { say, wordsOf } from '../engine/wording';
import { judge } from '../game/judge';
import type { Answers } from '../model/answers';
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
  judge(diagram: Diagram, answers?: Answers): Judged;
  say(reason: Reason): string;
}

interface Rules {
  readonly scenario: Scenario;
  readonly catalog: WholeCatalog;
  readonly checks: Checks;
}

/** The simulator for one scenario. The app loads it beside the canvas, which can be drawn on before it arrives. */
export function simulator({ scenario, catalog, checks }: Rules): Simulator {
  const words = wordsOf(checks);
  return {
    judge: (diagram, answers) => judge(diagram, scenario, { catalog, checks }, answers),
    say: (reason) => say(reason, words),
  };
}
