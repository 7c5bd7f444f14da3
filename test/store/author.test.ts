import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { addNode } from '../../src/game/commands/add';
import { rename } from '../../src/game/commands/fields';
import {
  blankDraft,
  START,
  startOf,
  withDesign,
  withDiagram,
  withLock,
  withScenario,
  withoutDesign,
} from '../../src/game/author/designs';
import { withRequirement } from '../../src/game/author/requirements';
import { readDraft } from '../../src/model/bundle';
import type { Diagram } from '../../src/model/diagram';
import { createAuthor, type AuthorStore } from '../../src/store/author';

const rules = { catalog, checks };
const SOLUTION = { type: 'solution', name: 'solution-1' } as const;

function begin(draft = blankDraft('mine')) {
  let now = 0;
  const author = createAuthor({ draft, rules, now: () => (now += 10_000) });
  return { author, ...author.getState().actions };
}
function place(author: AuthorStore, kind: string): string {
  const { session } = author.getState();
  const outcome = session
    .getState()
    .actions.run((diagram, all) => addNode(diagram, all, { kind, position: { x: 0, y: 0 } }));
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.created?.[0] ?? '';
}
const kinds = (diagram: Diagram) => Object.values(diagram.nodes).map(({ kind }) => kind);

describe('an author', () => {
  test('draws the start and a solution, each with an undo of its own', () => {
    const { author, edit, show } = begin();
    place(author, 's3-bucket');
    expect(kinds(startOf(author.getState().draft))).toEqual(['s3-bucket']);
    edit((draft) => withDesign(draft, 'solution', startOf(draft)).draft);
    show(SOLUTION);
    place(author, 'kms-key');
    const { draft, session } = author.getState();
    expect(kinds(draft.solutions[0]?.diagram ?? { nodes: {} })).toEqual(['s3-bucket', 'kms-key']);
    expect(kinds(startOf(draft))).toEqual(['s3-bucket']);
    session.getState().actions.undo();
    expect(kinds(author.getState().draft.solutions[0]?.diagram ?? { nodes: {} })).toEqual(['s3-bucket']);
    show(START);
    author.getState().session.getState().actions.undo();
    expect(kinds(startOf(author.getState().draft))).toEqual([]);
  });

  test('has every kind there is, whatever the player is given', () => {
    const { author } = begin(withScenario(blankDraft('mine'), ['allowedKinds'], ['s3-bucket']));
    expect(place(author, 'kms-key')).not.toBe('');
  });

  test('sees a new requirement judged on the canvas', () => {
    const { author, edit, refresh } = begin();
    place(author, 'kms-key');
    edit((draft) => withRequirement(draft, { check: 'deployable', params: {}, title: 'It can be deployed' }));
    refresh();
    expect(author.getState().session.getState().report.requirements).toMatchObject([{ id: 'deployable', met: true }]);
  });

  test('takes back a step of the forms without touching what was drawn since', () => {
    const { author, edit, undo, redo } = begin();
    edit((draft) => withScenario(draft, ['title'], 'First'));
    place(author, 's3-bucket');
    undo();
    expect(author.getState().draft.scenario['title']).toBe('');
    expect(kinds(startOf(author.getState().draft))).toEqual(['s3-bucket']);
    redo();
    expect(author.getState().draft.scenario['title']).toBe('First');
    expect(kinds(startOf(author.getState().draft))).toEqual(['s3-bucket']);
  });

  test('gets a deleted design back, as it was drawn', () => {
    const { author, edit, undo, show } = begin();
    edit((draft) => withDesign(draft, 'solution', startOf(draft)).draft);
    show(SOLUTION);
    place(author, 'kms-key');
    edit((draft) => withoutDesign(draft, SOLUTION));
    expect(author.getState().shown).toEqual(START);
    undo();
    expect(kinds(author.getState().draft.solutions[0]?.diagram ?? { nodes: {} })).toEqual(['kms-key']);
  });

  test('changes what the player cannot: the start is free on the canvas, and locked in the draft', () => {
    const { author, edit, refresh } = begin();
    const id = place(author, 's3-bucket');
    edit((draft) => withLock(draft, id, true));
    refresh();
    expect(author.getState().session.getState().diagram.nodes[id]).not.toHaveProperty('locked');
    place(author, 'kms-key');
    const start = startOf(author.getState().draft);
    expect(start.nodes[id]?.locked).toBe(true);
    expect(kinds(start)).toEqual(['s3-bucket', 'kms-key']);
  });

  test('sees a start that was changed elsewhere on the canvas', () => {
    const { author, edit, refresh } = begin();
    const other = withDesign(blankDraft('x'), 'solution', {
      nodes: { a: { id: 'a', kind: 'kms-key', name: 'a', position: { x: 0, y: 0 }, props: {} } },
    }).draft.solutions[0]?.diagram;
    edit((draft) => withDiagram(draft, START, other ?? { nodes: {} }));
    refresh();
    expect(kinds(author.getState().session.getState().diagram)).toEqual(['kms-key']);
  });

  test('joins the keys of one word into one step, and a pause begins another', () => {
    let now = 0;
    const author = createAuthor({ draft: blankDraft('mine'), rules, now: () => now });
    const { edit, undo } = author.getState().actions;
    for (const title of ['A', 'Ab', 'Abc']) edit((draft) => withScenario(draft, ['title'], title), 'title');
    now = 60_000;
    edit((draft) => withScenario(draft, ['title'], 'Abcd'), 'title');
    undo();
    expect(author.getState().draft.scenario['title']).toBe('Abc');
    undo();
    expect(author.getState().draft.scenario['title']).toBe('');
    expect(author.getState().canUndo).toBe(false);
  });
});

test('what a player must foretell first is not frozen for its author', () => {
  const text = readFileSync('scenarios/before-the-business-notices/scenario.json', 'utf8');
  const read = readDraft(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { author } = begin(read.value);
  expect(read.value.scenario['predictions']).not.toEqual([]);
  const { session } = author.getState();
  const [node = ''] = Object.keys(session.getState().diagram.nodes);
  const outcome = session.getState().actions.run((diagram, all) => rename(diagram, all, { node, name: 'renamed' }));
  expect(outcome).toMatchObject({ ok: true });
  expect(startOf(author.getState().draft).nodes[node]?.name).toBe('renamed');
});
