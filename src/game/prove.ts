import { wordsOf } from '../engine/wording';
import type { Diagram } from '../model/diagram';
import type { Scenario, Solution } from '../model/scenario';
import { judge, type Rules } from './judge';
import { ablations, type Ablation } from './proof/ablation';
import {
  CLAIMS,
  type Claim,
  type ClaimId,
  type Gap,
  type Named,
  type Part,
  type Proof,
  type ProofStep,
  type Proposal,
  type Row,
} from './proof/contract';
import {
  attemptGaps,
  coverageGaps,
  decorationGaps,
  differenceGaps,
  drawableGaps,
  rowOf,
  solutionGaps,
  startGaps,
} from './proof/designs';
import { foretoldGaps, foretoldOf } from './proof/foretold';
import { gapIn, SCENARIO } from './proof/gap';
import { lint } from './proof/lint';
import { rightAnswers } from './predict';
import { dollars } from './words';

/** Cents: list prices are added up in floating point. */
const SAME_PRICE = 0.005;

/**
 * Proves a scenario from its parts: author mode, the command line and CI ask the same function. Never throws; what is
 * missing is a gap with its place, reason and remedy.
 */
export function prove(proposal: Proposal, rules: Rules): Proof {
  const steps = proving(proposal, rules);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, one per judged design, for whoever shows progress or has other things to do in between. */
export function* proving(proposal: Proposal, rules: Rules): Generator<ProofStep, Proof> {
  const { scenario, solutions, attempts } = proposal;
  const words = wordsOf(rules.checks);
  const gaps: Gap[] = [
    ...lint(scenario, rules),
    ...drawableGaps(proposal, rules.catalog),
    ...differenceGaps(proposal, rules.catalog),
    ...coverageGaps(proposal),
  ];
  const parts = solutions.map(({ content }) => ablations(content.diagram, scenario.start, rules.catalog));
  const total = 1 + solutions.length + attempts.length + parts.reduce((sum, list) => sum + list.length, 0);
  let done = 0;
  const step = (what: string): ProofStep => ({ done: (done += 1), total, what });
  const foretold = foretoldOf(scenario, rules, words);
  gaps.push(...foretoldGaps(scenario, foretold));
  const right = rightAnswers(scenario, rules);
  const report = (diagram: Diagram) => judge(diagram, scenario, rules, right).report;

  const untouched = judge(scenario.start, scenario, rules).report;
  const start = rowOf({ type: 'start', name: '', title: 'Start' }, untouched, words);
  const matrix: Row[] = [start];
  gaps.push(...startGaps(start));
  yield step('start');

  const ablated: Record<string, number> = {};
  const solved: Row[] = [];
  for (const [at, { name, content }] of solutions.entries()) {
    const row = rowOf({ type: 'solution', name, title: content.title }, report(content.diagram), words, []);
    matrix.push(row);
    gaps.push(...solutionGaps(row, scenario), ...decorationGaps({ name, content }));
    yield step(`solution ${name}`);
    const list = parts[at] ?? [];
    // A part is needed when the design is worse without it. A design that misses something cannot tell.
    if (row.cells.some((cell) => !cell.met)) {
      done += list.length;
      continue;
    }
    solved.push(row);
    ablated[name] = list.length;
    for (const ablation of list) {
      const { earned } = report(ablation.diagram).score;
      gaps.push(...ablationGaps({ name, content }, ablation, earned < row.earned));
      yield step(`solution ${name} without ${placeIn(ablation)}`);
    }
  }
  for (const { name, content } of attempts) {
    const { misses } = content;
    const row = rowOf({ type: 'attempt', name, title: content.title }, report(content.diagram), words, misses);
    matrix.push(row);
    gaps.push(...attemptGaps(row, misses));
    yield step(`attempt ${name}`);
  }
  gaps.push(...parGaps(scenario, solved));

  // Where nothing is to be mended, nothing has to be drawn.
  const toMend = scenario.requirements.length > 0;
  const claims = claimsOf(gaps, {
    solved: solutions.length > 0 || !toMend,
    drawable: solutions.length + attempts.length > 0 || !toMend,
    needed: solved.length > 0 || !toMend,
    exact: attempts.length > 0 || !toMend,
  });
  return {
    scenario: scenario.id,
    proven: claims.every(({ state }) => state === 'holds'),
    claims,
    foretold,
    matrix,
    ablated,
  };
}

/** Everything that is missing, in the order of the claims. */
export function gapsOf(proof: Proof): Gap[] {
  return proof.claims.flatMap(({ gaps }) => gaps);
}

function ablationGaps({ name, content }: Named<Solution>, ablation: Ablation, isNeeded: boolean): Gap[] {
  const part: Part = { type: 'solution', name };
  const { node, field, how } = ablation;
  const entry = content.decoration.findIndex((one) => one.node === node && one.field === field);
  const what = placeIn(ablation);
  if (isNeeded) {
    if (entry < 0) return [];
    return [
      gapIn(
        part,
        'needed',
        'needed-decoration',
        ['decoration', entry],
        `${what} is called decoration, but the design loses points without it.`,
        'Take this entry out.',
      ),
    ];
  }
  if (entry >= 0) return [];
  const DID = {
    removed: `“${node}” can be removed`,
    reset: `${what} can have its default`,
    reverted: `${what} can be as in the start`,
  };
  return [
    gapIn(
      part,
      'needed',
      'idle-part',
      ['diagram', 'nodes', node, ...(field === undefined ? [] : ['props', field])],
      `${DID[how]}, and no requirement is lost.`,
      'Take it out, let a requirement ask for it, or list it as decoration with a reason.',
    ),
  ];
}

function placeIn({ node, field }: Ablation): string {
  return field === undefined ? node : `${node}.${field}`;
}

/** Par is what the cheapest solution costs. */
function parGaps({ par }: Scenario, solved: readonly Row[]): Gap[] {
  const best = solved.reduce<Row | undefined>((a, b) => (a && a.monthly <= b.monthly ? a : b), undefined);
  if (!best) return [];
  const cost = `“${best.name}” costs ${dollars(best.monthly)} a month`;
  const value = Math.round(best.monthly * 100) / 100;
  if (par === undefined) {
    return [gapIn(SCENARIO, 'numbers', 'no-par', ['par'], `There is no par; ${cost}.`, `Set “par” to ${value}.`)];
  }
  if (Math.abs(par - best.monthly) <= SAME_PRICE) return [];
  return [
    gapIn(
      SCENARIO,
      'numbers',
      'par-differs',
      ['par'],
      `Par is ${dollars(par)}, but the cheapest solution ${cost}.`,
      `Set “par” to ${value}, or correct the solution.`,
    ),
  ];
}

function claimsOf(gaps: readonly Gap[], asked: Partial<Record<ClaimId, boolean>>): Claim[] {
  return (Object.keys(CLAIMS) as ClaimId[]).map((id) => {
    const own = gaps.filter((gap) => gap.claim === id);
    const state = own.length > 0 ? 'open' : asked[id] === false ? 'unasked' : 'holds';
    return { id, title: CLAIMS[id], state, gaps: own };
  });
}
