import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { referencePatterns } from '../../src/game/references';
import { diagramVersion, kindVersion, MIGRATIONS, type Migrations } from '../../src/model/migrations';
import { expandPattern } from '../../src/model/path';
import { makeSave, readSave, type Save } from '../../src/model/save';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

function read(text: string, migrations?: Migrations): Save {
  const result = readSave(text, migrations);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.save;
}

it('there is a save of the first release', () => {
  expect(files).toContain('0.1.0.json');
});

describe.each(files)('the save %s', (name) => {
  const save = read(textOf(name));
  const nodes = Object.values(save.diagram.nodes);

  it('is a real one: many kinds, containers and references', () => {
    const known = nodes.filter((node) => catalog.has(node.kind));
    expect(new Set(known.map((node) => node.kind)).size).toBeGreaterThan(8);
    expect(nodes.some((node) => node.parent !== undefined)).toBe(true);
  });

  it('means today what it meant: every property is still understood', () => {
    for (const node of nodes) {
      const kind = catalog.get(node.kind);
      if (!kind) continue;
      expect({ node: node.id, issues: kind.complete(node.props).issues }).toEqual({ node: node.id, issues: [] });
      for (const key of Object.keys(node.props)) expect(Object.keys(kind.schema.shape)).toContain(key);
    }
  });

  it('still has every reference in a place where one is read', () => {
    const found = nodes.flatMap((node) => {
      const kind = catalog.get(node.kind);
      const places = kind ? referencePatterns(kind).flatMap((pattern) => expandPattern(node.props, pattern)) : [];
      return places.filter(({ value }) => typeof value === 'string');
    });
    expect(found.length).toBeGreaterThan(8);
    for (const { value } of found) expect(Object.keys(save.diagram.nodes)).toContain(value);
  });

  it('is written again as it was', () => {
    const again = read(JSON.stringify(makeSave(save.scenario, save.diagram, save.at)));
    expect(again).toEqual(save);
  });
});

it('every migration is run by some save', () => {
  const written = files.map((name) => JSON.parse(textOf(name)) as Save);
  const oldest = (key: string) => Math.min(...written.map((save) => save.versions[key] ?? Number.POSITIVE_INFINITY));
  // With no migration at all, each list is empty and version 1 is the newest.
  if (MIGRATIONS.diagram.length > 0) expect(oldest('diagram')).toBe(1);
  for (const kind of Object.keys(MIGRATIONS.kinds))
    if (kindVersion(MIGRATIONS, kind) > 1) expect([kind, oldest(kind)]).toEqual([kind, 1]);
  expect(Math.max(...written.map((save) => save.versions['diagram'] ?? 0))).toBeLessThanOrEqual(
    diagramVersion(MIGRATIONS),
  );
});

describe('a planted migration', () => {
  const ran: string[] = [];
  const planted: Migrations = {
    diagram: [
      (diagram) => {
        ran.push('diagram 1→2');
        return diagram;
      },
    ],
    kinds: {
      's3-bucket': [
        ({ kmsKey, ...rest }) => {
          ran.push('s3-bucket 1→2');
          return { ...rest, ...(kmsKey === undefined ? {} : { key: kmsKey }) };
        },
        (props) => {
          ran.push('s3-bucket 2→3');
          return { ...props, added: true };
        },
      ],
    },
  };

  it('runs from the version that was written to the newest, in order, and is not run twice', () => {
    const save = read(textOf('0.1.0.json'), planted);
    expect(ran).toEqual(['diagram 1→2', 's3-bucket 1→2', 's3-bucket 2→3']);
    const bucket = Object.values(save.diagram.nodes).find((node) => node.kind === 's3-bucket');
    expect(bucket?.props).toMatchObject({ key: 'kms-key-1', added: true });
    expect(bucket?.props).not.toHaveProperty('kmsKey');
    expect(save.versions).toMatchObject({ diagram: 2, 's3-bucket': 3, 'kms-key': 1 });
    ran.length = 0;
    expect(read(JSON.stringify(save), planted)).toEqual(save);
    expect(ran).toEqual([]);
  });

  it('starts in the middle', () => {
    const middle = { ...read(textOf('0.1.0.json')), versions: { diagram: 2, 's3-bucket': 2 } };
    ran.length = 0;
    read(JSON.stringify(middle), planted);
    expect(ran).toEqual(['s3-bucket 2→3']);
  });
});
