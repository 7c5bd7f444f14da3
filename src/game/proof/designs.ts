import type { KindCatalog } from '../../catalog/kind';
import type { Diagram } from '../../model/diagram';
import type { Report } from '../../model/report';
import type { Scenario, Solution } from '../../model/scenario';
import { breaches, type Breach } from '../given';
import { whyMissed } from '../judge';
import { nodeOf } from '../tree';
import type { Gap, Named, Part, Proposal, Row } from './contract';
import { gapIn, SCENARIO } from './gap';
import { shapeOf } from './shape';

/** One row of the matrix. `misses`: what its file says it misses; absent for the start, which says nothing. */
export function rowOf(
  design: Pick<Row, 'type' | 'name' | 'title'>,
  report: Report,
  words: ReadonlyMap<string, string>,
  misses?: readonly string[],
): Row {
  return {
    ...design,
    cells: report.requirements.map((result) => ({
      requirement: result.id,
      met: result.met,
      asSaid: misses === undefined || misses.includes(result.id) !== result.met,
      reasons: whyMissed(result, words),
    })),
    earned: report.score.earned,
    stars: report.score.stars,
    monthly: report.cost.monthly,
  };
}

export function startGaps(row: Row): Gap[] {
  const met = row.cells.filter((cell) => cell.met).length;
  // Without requirements it is the predictions alone that nobody has answered yet.
  if (row.stars === 0 && (met < row.cells.length || row.cells.length === 0)) return [];
  return [
    gapIn(
      SCENARIO,
      'start',
      'start-passes',
      ['start'],
      `The start already meets ${met} of ${row.cells.length} requirements, and earns ${row.earned} points without a move.`,
      'Take something out of the start, or ask for more.',
    ),
  ];
}

export function solutionGaps(row: Row, scenario: Scenario): Gap[] {
  const part: Part = { type: 'solution', name: row.name };
  const missed = row.cells.filter((cell) => !cell.met);
  if (missed.length === 0 && row.monthly > (scenario.budget ?? Infinity)) {
    return [
      gapIn(
        part,
        'solved',
        'over-budget',
        ['diagram'],
        `It costs ${row.monthly} $ a month; the budget is ${scenario.budget ?? 0} $.`,
        'Make it cheaper, or raise the budget.',
      ),
    ];
  }
  return missed.map((cell) =>
    gapIn(
      part,
      'solved',
      'solution-misses',
      ['diagram'],
      `It misses “${cell.requirement}”: ${cell.reasons.join(' ')}`,
      'Correct the diagram, or the requirement when it asks for more than it teaches.',
    ),
  );
}

export function attemptGaps(row: Row, misses: readonly string[]): Gap[] {
  const part: Part = { type: 'attempt', name: row.name };
  const known = new Set(row.cells.map((cell) => cell.requirement));
  const passes = row.cells.every((cell) => cell.met);
  return [
    ...misses.flatMap((id, at): Gap[] =>
      known.has(id)
        ? []
        : [
            gapIn(
              part,
              'exact',
              'unknown-requirement',
              ['misses', at],
              `The scenario has no requirement “${id}”.`,
              'Name a requirement by its id.',
            ),
          ],
    ),
    ...(passes
      ? [
          gapIn(
            part,
            'exact',
            'attempt-passes',
            ['diagram'],
            'It meets every requirement: the mistake that it shows goes unnoticed.',
            'Make the mistake real in the diagram, or let a requirement ask for it.',
          ),
        ]
      : row.cells
          .filter((cell) => !cell.asSaid)
          .map((cell) =>
            cell.met
              ? gapIn(
                  part,
                  'exact',
                  'attempt-meets',
                  ['misses', misses.indexOf(cell.requirement)],
                  `It says that it misses “${cell.requirement}”, but it meets it.`,
                  'Take it out of “misses”, or make the mistake real in the diagram.',
                )
              : gapIn(
                  part,
                  'exact',
                  'attempt-misses-more',
                  ['misses'],
                  `It also misses “${cell.requirement}”: ${cell.reasons.join(' ')}`,
                  'Add it to “misses”, or correct that part of the diagram.',
                ),
          )),
  ];
}

/** Requirements that no attempt misses: nobody has shown that they can be missed at all. */
export function coverageGaps({ scenario, attempts }: Proposal): Gap[] {
  const covered = new Set(attempts.flatMap(({ content }) => content.misses));
  return scenario.requirements.flatMap((one, at): Gap[] =>
    covered.has(one.id)
      ? []
      : [
          gapIn(
            SCENARIO,
            'covered',
            'no-attempt',
            ['requirements', at],
            `No attempt misses “${one.id}”.`,
            'Draw the mistake that this requirement is about, and keep it as an attempt.',
          ),
        ],
  );
}

const OPEN_THE_WAY: Readonly<Record<Breach['code'], string>> = {
  'unknown-kind': 'Use a kind of the catalogue.',
  'kind-not-allowed': 'Leave it out, or add its kind to “allowedKinds”.',
  'locked-missing': 'Draw it again from the start, or unlock it there.',
  'locked-changed': 'Give it back the values of the start, or unlock it there.',
};

export function drawableGaps({ scenario, solutions, attempts }: Proposal, catalog: KindCatalog): Gap[] {
  const of = (part: Part, diagram: Diagram): Gap[] =>
    breaches(diagram, scenario, catalog).map(({ code, node, reason }) =>
      gapIn(part, 'drawable', code, ['diagram', 'nodes', node], reason, OPEN_THE_WAY[code]),
    );
  return [
    ...solutions.flatMap(({ name, content }) => of({ type: 'solution', name }, content.diagram)),
    ...attempts.flatMap(({ name, content }) => of({ type: 'attempt', name }, content.diagram)),
  ];
}

/** A scenario that says "build" has more than one right answer, or it asks for a drawing and not for a property. */
export function differenceGaps({ scenario, solutions }: Proposal, catalog: KindCatalog): Gap[] {
  const open = (code: 'no-solution' | 'one-solution', reason: string, remedy: string) => [
    gapIn(SCENARIO, 'different', code, [], reason, remedy),
  ];
  // Where nothing is to be mended, nothing is to be drawn.
  if (scenario.requirements.length === 0) return [];
  if (solutions.length === 0) {
    return open('no-solution', 'There is no solution.', 'Draw one that meets every requirement, and keep it.');
  }
  if (scenario.task !== 'build') return [];
  if (solutions.length === 1) {
    return open('one-solution', 'There is only one solution.', 'Draw a second one of another structure.');
  }
  const shapes = solutions.map(({ content }) => shapeOf(content.diagram, catalog));
  return solutions.flatMap(({ name }, at): Gap[] => {
    const first = shapes.findIndex((shape) => shape === shapes[at]);
    if (first === at) return [];
    return [
      gapIn(
        { type: 'solution', name },
        'different',
        'same-structure',
        ['diagram'],
        `It has the same structure as “${solutions[first]?.name ?? ''}”.`,
        'Solve it another way: other resources, other references, other settings.',
      ),
    ];
  });
}

/** Decoration that names nothing. */
export function decorationGaps({ name, content }: Named<Solution>): Gap[] {
  return content.decoration.flatMap(({ node, field }, at): Gap[] => {
    const drawn = nodeOf(content.diagram, node);
    if (drawn && (field === undefined || Object.hasOwn(drawn.props, field))) return [];
    const what = field === undefined ? `element “${node}”` : `property “${field}” of “${node}”`;
    return [
      gapIn(
        { type: 'solution', name },
        'needed',
        'unknown-decoration',
        ['decoration', at],
        `There is no ${what} in the diagram.`,
        'Take this entry out, or correct it.',
      ),
    ];
  });
}
