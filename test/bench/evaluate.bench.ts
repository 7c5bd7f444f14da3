import { bench, describe } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { evaluate } from '../../src/engine/evaluate';
import { factsOf } from '../../src/engine/facts-of';
import { audit } from '../../src/game/audit';
import { PACKS } from '../../src/game/packs';
import { Account } from '../../src/model/account';
import type { Diagram } from '../../src/model/diagram';
import { diagramOf } from './diagrams';
import { scenario } from './scenario';

const SIZES = [100, 500, 1000, 5000] as const;
const account = Account.parse({});
const [standard] = PACKS;
if (!standard) throw new Error('there is no pack');

/** A copy shares no node with what was evaluated before: nothing can be used again. */
const judge = (diagram: Diagram) => evaluate(factsOf(structuredClone(diagram), account, catalog), scenario, checks);

/** How time grows with size: the slope of a line through the logarithms. The fastest of some runs disturbs least. */
function exponent(run: (diagram: Diagram) => void): string {
  const points = SIZES.map((size) => {
    const diagram = diagramOf(size);
    const times = Array.from({ length: Math.max(5, 10_000 / size) }, () => {
      const start = performance.now();
      run(diagram);
      return performance.now() - start;
    });
    return { x: Math.log(size), y: Math.log(Math.min(...times)) };
  });
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(points.map((one) => one.x)), mean(points.map((one) => one.y))];
  const rise = points.reduce((sum, one) => sum + (one.x - x) * (one.y - y), 0);
  return (rise / points.reduce((sum, one) => sum + (one.x - x) ** 2, 0)).toFixed(2);
}
console.info(
  `From ${SIZES[0]} to ${SIZES[3]} resources time grows as size to the power of: ${exponent(judge)} (evaluate), ` +
    `${exponent(structuredClone)} (structuredClone, for comparison).`,
);

describe.each(SIZES)('%i resources', (size) => {
  const diagram = diagramOf(size);
  const first = judge(diagram);
  if (first.traces.length !== size / 10) throw new Error(`expected ${size / 10} walks, found ${first.traces.length}`);
  if (!first.requirements.every((one) => one.met)) {
    throw new Error(`the benchmark's own design misses: ${JSON.stringify(first.requirements.find((one) => !one.met))}`);
  }

  bench('structuredClone of the diagram, for comparison', () => {
    structuredClone(diagram);
  });
  bench('evaluate a copy: facts, walks, checks, report', () => {
    judge(diagram);
  });
  bench(`audit a copy against a whole standard (${standard.short}, ${standard.controls.length} controls)`, () => {
    audit(factsOf(structuredClone(diagram), account, catalog), standard, checks);
  });
  bench('evaluate it again, unchanged', () => {
    evaluate(factsOf(diagram, account, catalog), scenario, checks);
  });
});
