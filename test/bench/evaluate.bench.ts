import { bench, describe } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { evaluate } from '../../src/engine/evaluate';
import { factsOf } from '../../src/engine/facts-of';
import { Account } from '../../src/model/account';
import { Scenario } from '../../src/model/scenario';
import { diagramOf } from './diagrams';

const account = Account.parse({});
const scenario = Scenario.parse({
  format: 'perimeter-scenario',
  version: 1,
  id: 'bench',
  title: 'Bench',
  summary: 'Bench',
  story: 'Bench',
  task: 'build',
  difficulty: 'foundation',
  minutes: 1,
  domain: 'Bench',
  start: { nodes: {} },
  allowedKinds: ['s3-bucket'],
  requirements: [
    { id: 'rotate', title: 'Keys rotate', check: 'keys-rotate', points: 1, debrief: 'Bench' },
    {
      id: 'reads',
      title: 'Instances read',
      check: 'request-succeeds',
      params: { action: 's3:GetObject' },
      points: 1,
      debrief: 'Bench',
    },
  ],
  debrief: 'Bench',
});

describe.each([10, 100, 1000])('%i resources', (size) => {
  const diagram = diagramOf(size);
  const first = evaluate(factsOf(diagram, account, catalog), scenario, checks);
  if (first.traces.length !== size / 10) throw new Error(`expected ${size / 10} walks, found ${first.traces.length}`);
  if (!first.requirements.every((one) => one.met)) {
    throw new Error(`the benchmark's own design misses: ${JSON.stringify(first.requirements.find((one) => !one.met))}`);
  }

  bench('structuredClone of the diagram, for comparison', () => {
    structuredClone(diagram);
  });
  bench('evaluate: facts, walks, checks, report', () => {
    evaluate(factsOf(diagram, account, catalog), scenario, checks);
  });
});
