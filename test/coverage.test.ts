import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage } from '../scripts/coverage.mjs';
import { cards } from '../src/catalog/cards';

/** The campaign as a whole: what its scenarios teach between them. The page is docs/coverage.md. */
const root = join(import.meta.dirname, '..');
const ids = readdirSync(join(root, 'scenarios'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name);
const found = coverage(root, ids);
const taught = (rows: readonly { readonly id: string; readonly where: readonly string[] }[]) =>
  rows.filter(({ where }) => where.length > 0).map(({ id }) => id);

describe('the campaign', () => {
  it('has every type of task', () => expect(taught(found.tasks)).toHaveLength(6));
  it('uses most services in its solutions', () => expect(taught(found.services).length).toBeGreaterThanOrEqual(16));
  it('proves most mistakes with an attempt', () => expect(taught(found.mistakes).length).toBeGreaterThanOrEqual(18));
  it('plays the processes that it promises', () =>
    expect(taught(found.processes)).toEqual(
      expect.arrayContaining(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P10', 'P12', 'P13', 'P16']),
    ));
  it('asks every scenario for a process, or for the first steps', () => {
    const asked = new Set(found.processes.flatMap(({ where }) => where));
    expect(ids.filter((id) => !asked.has(id))).toEqual(['first-vpc']);
  });
});

it('the curriculum sorts every kind that there is', () => {
  const { services } = JSON.parse(readFileSync(join(root, 'scenarios/curriculum.json'), 'utf8')) as {
    readonly services: readonly { readonly kinds: readonly string[] }[];
  };
  const sorted = new Set(services.flatMap(({ kinds }) => kinds));
  expect([...cards.keys()].filter((id) => !sorted.has(id))).toEqual([]);
  expect([...sorted].filter((id) => !cards.has(id))).toEqual([]);
});
