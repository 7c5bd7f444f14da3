import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KindCatalog } from '../../src/catalog/kind';
import type { Outcome } from '../../src/game/command';
import { addNode } from '../../src/game/commands/add';
import { connect, disconnect } from '../../src/game/commands/connect';
import { rename, setField } from '../../src/game/commands/fields';
import { moveNodes, resizeNode } from '../../src/game/commands/move';
import { copyOf, paste } from '../../src/game/commands/paste';
import { remove } from '../../src/game/commands/remove';
import { legalContainers, legalTargets, linksBetween, refusal } from '../../src/game/legal';
import { edgesOf, referencePatterns } from '../../src/game/references';
import { Diagram, EMPTY_DIAGRAM } from '../../src/model/diagram';
import type { Json } from '../../src/model/json';
import { expandPattern } from '../../src/model/path';
import { makeSave, readSave } from '../../src/model/save';
import { EMPTY_HISTORY, remember, stepBack, stepForward } from '../../src/store/history';
import { fakes } from './fake-kinds';

type Command = (diagram: Diagram, catalog: KindCatalog) => Outcome;

const NONSENSE = ['', 'constructor', '__proto__', 'toString', '[0]', 'a.b', '..', 'x'.repeat(200), '→key-1', 'node 1'];
const KINDS = ['yard', 'room', 'table', 'thing', 'key', 'front', 'back', 'ghost'];
const kind = fc.constantFrom(...KINDS, 'constructor');
const id = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 3 })).map(([name, n]) => `${name}-${n}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...NONSENSE) },
);
const fields = [
  'key',
  'rooms[]',
  'rooms[0]',
  'rooms',
  'friends[].who',
  'friends[0].who',
  'friends[1].who',
  'rules[].target',
  'rules[0].target',
  'rules[0]',
  'table',
  'mainTable',
  'back',
  'wait',
  'rotates',
  'policy',
  'nested.list[1]',
  'nested',
  'days',
  'main',
];
const fieldName = fc.constantFrom(...fields, ...NONSENSE);
const number = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 50, max: 500 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300, -3) },
);
const point = fc.record({ x: number, y: number });
const parent = fc.option(id, { nil: undefined });
const value = fc.oneof(
  id,
  fc.array(id, { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  fc.constant(undefined),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(kind, fc.nat(200)).map(
      ([name, pick]): Command =>
        (d, c) =>
          addSomewhere(d, c, name, pick),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind, parent, position: point }).map(
      (args): Command =>
        (d, c) =>
          addNode(d, c, {
            kind: args.kind,
            position: args.position,
            ...(args.parent === undefined ? {} : { parent: args.parent }),
          }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.record({ id, position: point, parent: fc.oneof(parent, fc.constant(null)) }), { maxLength: 3 })
      .map(
        (moves): Command =>
          (d, c) =>
            moveNodes(d, c, {
              moves: moves.map(({ parent: to, ...move }) => (to === undefined ? move : { ...move, parent: to })),
            }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ id, position: point, size: fc.record({ width: number, height: number }) }).map(
      (args): Command =>
        (d, c) =>
          resizeNode(d, c, args),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.record({ from: id, field: fieldName, to: id }).map(
      (args): Command =>
        (d, c) =>
          connect(d, c, args),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.nat(200).map(
      (pick): Command =>
        (d, c) =>
          connectSomething(d, c, pick),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ from: id, field: fieldName }).map(
      (args): Command =>
        (d, c) =>
          disconnect(d, c, args),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ node: id, field: fieldName, value }).map(
      (args): Command =>
        (d, c) =>
          setField(d, c, args),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ node: id, name: fc.oneof(fc.string(), id) }).map(
      (args): Command =>
        (d, c) =>
          rename(d, c, args),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.array(id, { maxLength: 2 }).map(
      (ids): Command =>
        (d, c) =>
          remove(d, c, { ids }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ ids: fc.array(id, { maxLength: 2 }), parent, offset: point }).map(
      (args): Command =>
        (d, c) =>
          paste(d, c, {
            diagram: copyOf(d, c, args.ids),
            offset: args.offset,
            ...(args.parent === undefined ? {} : { parent: args.parent }),
          }),
    ),
  },
);

/** Adds a kind where it may stand, so that random diagrams are not mostly empty. */
function addSomewhere(diagram: Diagram, catalog: KindCatalog, name: string, pick: number): Outcome {
  const places = legalContainers(diagram, catalog, name);
  const place = places[pick % Math.max(1, places.length)];
  const at = { x: pick, y: pick };
  return addNode(diagram, catalog, {
    kind: name,
    position: at,
    ...(place && place !== 'account' ? { parent: place } : {}),
  });
}

/** Draws some edge that is legal now, so that random diagrams are not mostly loose nodes. */
function connectSomething(diagram: Diagram, catalog: KindCatalog, pick: number): Outcome {
  const choices = Object.keys(diagram.nodes).flatMap((from) =>
    legalTargets(diagram, catalog, from).map((target) => ({ from, ...target })),
  );
  const choice = choices[pick % Math.max(1, choices.length)];
  return connect(diagram, catalog, {
    from: choice?.from ?? '',
    field: choice?.link.field ?? '',
    to: choice?.target ?? '',
  });
}

function play(commands: readonly Command[]) {
  let diagram: Diagram = EMPTY_DIAGRAM;
  let history = EMPTY_HISTORY;
  for (const [index, run] of commands.entries()) {
    const outcome = run(diagram, fakes);
    if (!outcome.ok) {
      expect(outcome.why).not.toBe('');
      continue;
    }
    diagram = outcome.diagram;
    if (outcome.patches.length > 0) {
      const mergeKey = index % 3 === 0 ? 'same' : undefined;
      history = remember(history, {
        patches: outcome.patches,
        inverse: outcome.inverse,
        at: 0,
        ...(mergeKey ? { mergeKey } : {}),
      });
    }
  }
  return { diagram, history };
}

const plenty = fc.array(command, { minLength: 10, maxLength: 40, size: 'max' });

describe('any sequence of commands', () => {
  it('is undone to the start and redone to the end, exactly', () => {
    let steps = 0;
    fc.assert(
      fc.property(plenty, (commands) => {
        const { diagram: end, history } = play(commands);
        let at = { history, diagram: end };
        for (let back = stepBack(at.history, at.diagram); back; back = stepBack(at.history, at.diagram)) at = back;
        expect(at.diagram).toEqual(EMPTY_DIAGRAM);
        for (let forth = stepForward(at.history, at.diagram); forth; forth = stepForward(at.history, at.diagram))
          at = forth;
        expect(at.diagram).toEqual(end);
        steps += history.past.length;
      }),
      { numRuns: 200 },
    );
    expect(steps).toBeGreaterThan(500);
  });

  it('leaves a diagram that a save gives back unchanged', () => {
    fc.assert(
      fc.property(plenty, (commands) => {
        const { diagram } = play(commands);
        const read = readSave(JSON.stringify(makeSave('some-scenario', diagram, '2026-01-01T00:00:00Z')));
        expect(read).toMatchObject({ ok: true });
        if (read.ok) expect(read.save.diagram).toEqual(diagram);
      }),
      { numRuns: 100 },
    );
  });

  it('never leaves a reference, or a container, to what was removed', () => {
    let removed = 0;
    fc.assert(
      fc.property(plenty, fc.nat(50), (commands, pick) => {
        const { diagram } = play(commands);
        const ids = Object.keys(diagram.nodes);
        const victim = ids[pick % Math.max(1, ids.length)];
        const outcome = remove(diagram, fakes, { ids: victim === undefined ? [] : [victim] });
        if (!outcome.ok) return;
        const gone = new Set(ids.filter((one) => !Object.hasOwn(outcome.diagram.nodes, one)));
        removed += gone.size;
        for (const node of Object.values(outcome.diagram.nodes)) {
          expect(gone.has(node.parent ?? '')).toBe(false);
          const definition = fakes.get(node.kind);
          for (const pattern of definition ? referencePatterns(definition) : []) {
            for (const { value: target } of expandPattern(node.props, pattern))
              expect(gone.has(String(target))).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(removed).toBeGreaterThan(100);
  });

  it('keeps parents free of circles', () => {
    fc.assert(
      fc.property(plenty, (commands) => {
        const { nodes } = play(commands).diagram;
        for (const start of Object.keys(nodes)) {
          let up = nodes[start]?.parent;
          for (let level = 0; up !== undefined; level += 1) {
            expect(level).toBeLessThan(100);
            up = nodes[up]?.parent;
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('questions about what may be drawn', () => {
  it('answer for any diagram and any ids, and agree with the commands', () => {
    fc.assert(
      fc.property(plenty, id, id, kind, (commands, a, b, someKind) => {
        const { diagram } = play(commands);
        legalContainers(diagram, fakes, someKind);
        edgesOf(diagram, fakes);
        const links = linksBetween(diagram, fakes, a, b);
        expect(refusal(diagram, fakes, a, b) === undefined).toBe(links.length > 0);
        for (const { from, link, to } of links) {
          const outcome = connect(diagram, fakes, { from, field: link.field, to });
          // A list of objects may already hold the very same element; everything else must work.
          if (!outcome.ok) expect(outcome.why).toMatch(/ already /);
          else expect(edgesOf(outcome.diagram, fakes).length).toBeGreaterThanOrEqual(edgesOf(diagram, fakes).length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
