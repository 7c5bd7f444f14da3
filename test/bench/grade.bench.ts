import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { grade } from '../../src/game/grade';
import { readHandIn } from '../../src/model/read-design';
import { readScenario } from '../../src/model/read-scenario';

/** A class of 300: the ratio to merely parsing the files says what judging costs. */
const root = join(import.meta.dirname, '../../scenarios');
const id = readdirSync(root)
  .sort()
  .find((name) => !/^[._]|\./.test(name) && name !== 'schema.json');
const folder = join(root, id ?? '');
const read = readScenario(readFileSync(join(folder, 'scenario.json'), 'utf8'));
if (!read.ok) throw new Error(`${folder} holds no scenario`);
const designs = readdirSync(join(folder, 'attempts')).map((name) =>
  JSON.stringify((JSON.parse(readFileSync(join(folder, 'attempts', name), 'utf8')) as { diagram: object }).diagram),
);
const handIns = Array.from({ length: 300 }, (_, at) => designs[at % designs.length] ?? '');

describe(`300 hand-ins of ${id ?? ''}`, () => {
  bench('JSON.parse, for comparison', () => {
    for (const text of handIns) JSON.parse(text);
  });
  bench(
    'read and grade',
    () => {
      for (const text of handIns) {
        const handIn = readHandIn(text);
        if (!handIn.ok) throw new Error('a design of the scenario cannot be read');
        grade(handIn.value.diagram, read.scenario, { catalog, checks });
      }
    },
    { iterations: 3 },
  );
});
