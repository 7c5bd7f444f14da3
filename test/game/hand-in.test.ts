import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { alias, boardOf, gradesAsCsv, judgeHandIn, lineOf, mistakesOf, type NamedHandIn } from '../../src/game/hand-in';
import { readScenario } from '../../src/model/read-scenario';
import type { Diagram } from '../../src/model/diagram';

const read = readScenario(readFileSync('docs/examples/own-key/scenario.json', 'utf8'));
if (!read.ok) throw new Error('The example has changed.');
const { scenario } = read;
const rules = { catalog, checks };
const file = (name: string) => readFileSync(`docs/examples/hand-ins/${name}.json`, 'utf8');
const handIn = (id: string, name: string, text: string): NamedHandIn => ({
  id,
  name,
  ...judgeHandIn(text, scenario, rules),
});
const [ana, ben, cleo] = ['ana', 'ben', 'cleo'].map((name) => handIn(name, name, file(name)));
if (!ana || !ben || !cleo) throw new Error('The examples have changed.');

/** The same design with other names. */
function renamed(text: string, name: string): string {
  const { nodes } = JSON.parse(text) as Diagram;
  return JSON.stringify({
    nodes: Object.fromEntries(Object.values(nodes).map((node) => [node.id, { ...node, name }])),
  });
}

test('a hand-in passes, fails, or says why it cannot be read', () => {
  expect([ana.result, ben.result, cleo.result]).toEqual(['pass', 'fail', 'unreadable']);
  if (cleo.result !== 'unreadable') throw new Error('It can be read.');
  expect(cleo.problems[0]).toMatchObject({ place: 'nodes.key.position', line: 3 });
  expect(judgeHandIn(file('ben'), scenario, rules, 0.5).result).toBe('pass');
});

test('work on another scenario is refused with its place', () => {
  const other = file('ana').replace('own-key', 'other-key');
  expect(judgeHandIn(other, scenario, rules)).toMatchObject({
    result: 'unreadable',
    problems: [{ place: 'scenario', reason: 'This is a save of “other-key”, not of “own-key”.' }],
  });
});

describe('the board', () => {
  const twin = handIn('dan', 'dan', renamed(file('ben'), 'quite another name'));
  const all = [ana, ben, cleo, twin];
  const rows = boardOf(all, scenario);

  test('has a row for everything that was asked, and a cell for everybody who can be read', () => {
    expect(rows.map(({ id, met, cells }) => [id, met, [...cells.keys()]])).toEqual([
      ['rotation', 1, ['ana', 'ben', 'dan']],
      ['own-keys', 3, ['ana', 'ben', 'dan']],
    ]);
  });
  test('knows the same mistake whatever things are called', () => {
    const [first, ...more] = mistakesOf(rows);
    expect(first?.row.id).toBe('rotation');
    expect(first?.handIns).toEqual(['ben', 'dan']);
    expect(first?.reason).not.toBe('');
    expect(more).toEqual([]);
  });
  test('goes out as a table that a spreadsheet does not run', () => {
    const shown = [ana, { ...ben, name: '=HYPERLINK("x")' }, cleo].map(lineOf);
    const [head, first, second, third] = gradesAsCsv(scenario, shown).split('\r\n');
    expect(head).toBe('hand-in,result,points,possible,stars,dollars a month,rotation,own-keys,note');
    expect(first).toBe('ana,pass,5,5,3,2.15,2,3,');
    expect(second).toMatch(/^"'=HYPERLINK\(""x""\)",fail,3,5,/);
    expect(third).toMatch(/^cleo,unreadable,,5,,,,,nodes\.key\.position: This is missing\./);
  });
});

test('aliases go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(alias)).toEqual(
    ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'].map((letters) => `Design ${letters}`),
  );
});
