import type { Diagram, DiagramNode } from '../model/diagram';
import type { PredictionResult, Report, RequirementResult } from '../model/report';
import type { Scenario } from '../model/scenario';
import { nodeOf, nodesOf } from './tree';

/** Every prediction before the simulator has looked. */
export function openPredictions({ predictions }: Scenario): Pick<Report, 'predictions'> {
  if (predictions.length === 0) return {};
  return {
    predictions: predictions.map(({ id, points }): PredictionResult => ({
      id,
      points,
      earned: 0,
      committed: [],
      state: 'open',
      findings: [],
    })),
  };
}

/** Is there something that the player has not foretold yet? Then the simulator keeps what it knows to itself. */
export function isPredicting({ predictions }: Report): boolean {
  return predictions?.some(({ state }) => state !== 'right') === true;
}

/** Nothing may be changed: something is still to be foretold, or there is nothing to mend. */
export function isFrozen(scenario: Scenario, report: Report): boolean {
  return isPredicting(report) || (scenario.predictions.length > 0 && scenario.requirements.length === 0);
}

/** Everything proved and everything foretold. */
export function isComplete({ predictions = [], requirements }: Report): boolean {
  return (
    predictions.length + requirements.length > 0 &&
    predictions.every(({ state }) => state === 'right') &&
    requirements.every(({ met }) => met)
  );
}

/** A goal before anything is known of it. */
export function unjudgedResult({ id, points }: Pick<RequirementResult, 'id' | 'points'>): RequirementResult {
  return { id, points, met: false, earned: 0, meets: 0, judged: 0, findings: [] };
}

/** A report without what the predictions ask for: no goal is judged, nothing is said to be wrong. */
export function withheld(report: Report): Report {
  const { predictions = [], requirements, score } = report;
  return {
    ...report,
    requirements: requirements.map(unjudgedResult),
    problems: [],
    traces: [],
    score: { ...score, earned: predictions.reduce((sum, one) => sum + one.earned, 0), stars: 0 },
  };
}

/** The same drawing with every element locked, or with the locks of the start alone. */
export function withLocks(diagram: Diagram, start: Diagram, frozen: boolean): Diagram {
  const locked = ({ id }: DiagramNode) => frozen || nodeOf(start, id)?.locked === true;
  const all = nodesOf(diagram);
  if (all.every((node) => (node.locked ?? false) === locked(node))) return diagram;
  const nodes = all.map((node): [string, DiagramNode] => {
    const { locked: _before, ...rest } = node;
    return [node.id, locked(node) ? { ...rest, locked: true } : rest];
  });
  return { ...diagram, nodes: Object.fromEntries(nodes) };
}
