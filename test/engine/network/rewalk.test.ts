import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Destination } from '../../../src/engine/network/contract';
import type { NetworkFacet } from '../../../src/engine/network/facets';
import { buildNetwork, rebuildNetwork, type PacketNetwork } from '../../../src/engine/network/network';
import { facetsOf, type Change, type Fragment } from './fragment';

interface CaseFile {
  readonly title: string;
  readonly facets: Fragment;
  readonly cases: readonly {
    readonly name: string;
    readonly change?: Change;
    readonly from?: string;
    readonly to?: Destination;
  }[];
}
type Drawing = ReadonlyMap<string, NetworkFacet>;

const folder = fileURLToPath(new URL('cases/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as CaseFile);

/** Every question of a file, once. */
function questionsOf({ cases }: CaseFile) {
  const asked = cases.map(({ from = 'client', to = { type: 'internet', port: 443 } as const }) => ({ from, to }));
  return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
}

/** As after an edit: what does not change is the same object in both. */
function edited(before: Drawing, file: CaseFile, change: Change): Drawing {
  const after = facetsOf(file.facets, change);
  return new Map([...after].map(([id, facet]) => [id, id in change ? facet : (before.get(id) ?? facet)]));
}

const plain = (id: string) => `"${id}"`;
const other = (id: string) => `<${id}>`;

describe.each(files)('paths that are walked again: $title', (file) => {
  const before: Drawing = facetsOf(file.facets);
  const questions = questionsOf(file);
  const asked = (network: PacketNetwork) =>
    questions.flatMap(({ from, to }) => [network.paths(from, to), network.fromInternet('internet', to)]);
  /** What one drawing answers under the names that its nodes have there. */
  const answers = (drawing: Drawing, names = plain) => asked(buildNetwork(drawing, names));
  const all = (network: PacketNetwork) => JSON.stringify([asked(network), network.problems]);
  /** No object of the copy was ever walked from: nothing can be used again. */
  const fresh = (drawing: Drawing, names = plain) => JSON.stringify(answers(structuredClone(drawing), names));
  const again = (drawing: Drawing, names = plain) => JSON.stringify(answers(drawing, names));

  test.each(file.cases.map((one, index) => ({ ...one, index })))('$name', ({ change = {}, index }) => {
    const after = edited(before, file, change);
    const ids = [...after.keys()];
    const without = (at: number): Drawing => new Map([...after].filter(([id]) => id !== ids[at % ids.length]));
    // Notes are taken the second time. What is taken away is put back.
    for (const drawing of [
      before,
      before,
      after,
      before,
      after,
      without(2 * index),
      after,
      without(2 * index + 1),
      after,
    ])
      expect(again(drawing)).toBe(fresh(drawing));
  });

  test('are right one after the other, with all problems, whatever differs from the network of before', () => {
    const drawings = file.cases.flatMap(({ change = {} }, index): [Drawing, typeof plain][] => {
      const after = edited(before, file, change);
      const gone = [...after.keys()][index % after.size];
      const without = new Map([...after].filter(([id]) => id !== gone));
      return [
        [after, plain],
        [without, plain],
        [after, (id) => (id === gone ? other(id) : plain(id))],
      ];
    });
    const forth = drawings.map(([drawing, names]) => all(rebuildNetwork(drawing, names).network));
    const back = [...drawings].reverse().map(([drawing, names]) => all(rebuildNetwork(drawing, names).network));
    const expected = drawings.map(([drawing, names]) => all(buildNetwork(structuredClone(drawing), names)));
    expect(forth).toEqual(expected);
    expect(back.reverse()).toEqual(expected);
  }, 60_000);

  test('say new names', () => {
    for (const names of [plain, plain, other, plain, other]) expect(again(before, names)).toBe(fresh(before, names));
  });

  test('are the same objects while nothing changes', () => {
    for (let times = 0; times < 2; times += 1) answers(before);
    const once = answers(before);
    const kept = answers(before).filter((paths, index) => paths === once[index]);
    expect(kept.filter(([path]) => path?.subnet !== undefined).length).toBeGreaterThan(0);
    expect(kept.length).toBeGreaterThan(once.length / 2);
  });
});
