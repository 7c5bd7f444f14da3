import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../src/catalog/index';
import { checks } from '../src/checks/index';
import { readProposal } from '../src/cli/scenario-files';
import { CLAIMS, type ClaimId, type Proof } from '../src/game/proof/contract';
import { prove } from '../src/game/prove';

/** Every scenario proves itself: the same function that author mode and `perimeter prove` ask. */
const root = join(import.meta.dirname, '..');
const ids = readdirSync(join(root, 'scenarios'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name);

describe('scenarios', () => {
  it('exist', () => expect(ids.length).toBeGreaterThan(0));
});

describe.each(ids)('%s', (id) => {
  let proof: Proof;
  let where: (gap: Proof['claims'][number]['gaps'][number]) => string;

  beforeAll(() => {
    const read = readProposal(join(root, 'scenarios', id), root);
    if (!read.ok) throw new Error(read.faults.map((one) => `${one.file}:${one.line ?? 0} ${one.reason}`).join('\n'));
    proof = prove(read.value.proposal, { catalog, checks });
    where = ({ part, path, reason, remedy }) => {
      const { file, line } = read.value.whereIs(part, path);
      return `${file}:${line ?? 0}: ${reason} ${remedy}`;
    };
  }, 120_000);

  it('is the scenario of its folder, with designs to judge', () => {
    expect(proof.scenario).toBe(id);
    expect(proof.matrix.map(({ type }) => type)).toEqual(expect.arrayContaining(['start', 'solution', 'attempt']));
    for (const row of proof.matrix) expect(row.cells.length, row.name).toBeGreaterThan(0);
    for (const [name, parts] of Object.entries(proof.ablated)) expect(parts, name).toBeGreaterThan(0);
  });
  it.each(Object.entries(CLAIMS))('%s: %s', (claim) => {
    const found = proof.claims.find((one) => one.id === (claim as ClaimId));
    expect(found?.gaps.map(where)).toEqual([]);
    expect(found?.state).toBe('holds');
  });
});
