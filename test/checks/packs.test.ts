import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { ask } from '../../src/engine/evaluate';
import { factsOf } from '../../src/engine/facts-of';
import { CONTROLS, PACKS } from '../../src/game/packs';
import { Account } from '../../src/model/account';
import { Diagram } from '../../src/model/diagram';
import { joinPack, PackFile } from '../../src/model/pack';
import { CARED_FOR, EXACT, LOOSE, NEGLECTED } from './pack-drawings';

const folder = join(import.meta.dirname, '../../src/checks/packs');
const files = readdirSync(folder).filter((name) => !/^(controls|trade-offs)\.json$/.test(name));
const traits = new Set([...catalog.values()].flatMap((kind) => kind.traits));

/** How each standard numbers what it asks for. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  'pci-dss-4.0.1': /^\d{1,2}(\.\d{1,2}){1,2}$/,
  'pci-dss-3.2.1': /^\d{1,2}(\.\d{1,2}){0,2}$/,
  'hipaa-security': /^164\.3\d\d(\([a-z]\))(\(\d\))?(\([ivx]+\))?(\([A-Z]\))?$/,
  gdpr: /^\d{1,2}(\(\d\)(\([a-f]\))?|-\d\d)?$/,
  'aws-fsbp': /^[A-Za-z0-9]+\.\d{1,2}$/,
  'sagemaker-governance': /^sagemaker-[a-z-]+$/,
  policies: /^[A-Z0-9_]+$/,
  services: /^[A-Z0-9_]+$/,
};

describe('the packs', () => {
  it('are all loaded', () => expect(PACKS.map((pack) => `${pack.id}.json`).sort()).toEqual(files.sort()));
  it('are eight, of 25 controls or so each', () => {
    expect(PACKS.length).toBeGreaterThanOrEqual(8);
    expect(PACKS.flatMap((pack) => pack.controls).length).toBeGreaterThan(200);
  });
  it('know no control twice, and leave none unused', () => {
    const ids = CONTROLS.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set(PACKS.flatMap((pack) => pack.controls.map((one) => one.id)));
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });
  it('refuse an unknown control and an unknown source', () => {
    const text: unknown = JSON.parse(readFileSync(join(folder, 'gdpr.json'), 'utf8'));
    const file = PackFile.parse(text);
    expect(() => joinPack(file, [], [])).toThrow('which does not exist');
    expect(() => joinPack({ ...file, sources: [{ ...file.sources[0]!, id: 'other' }] }, CONTROLS, [])).toThrow(
      'there is no source',
    );
  });
});

describe.each(PACKS)('$id', (pack) => {
  it('asks for each control once, names no number twice', () => {
    const ids = pack.controls.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, numbers } of pack.controls) expect([id, new Set(numbers).size]).toEqual([id, numbers.length]);
  });
  it('uses every source that it lists, besides the standard', () => {
    const used = new Set(pack.controls.map((one) => one.source.url));
    for (const { url } of pack.sources) expect([...used, pack.standard.url]).toContain(url);
  });
  it('writes numbers as its standard does', () => {
    const shape = SHAPES[pack.id];
    expect(shape, pack.id).toBeDefined();
    for (const number of [...pack.controls, ...pack.left].flatMap((one) => one.numbers)) expect(number).toMatch(shape!);
  });
  it('marks what is our reading, in its title and at every number', () => {
    const ours = pack.mapping === 'our-reading';
    expect(pack.title.includes('our reading')).toBe(ours);
    if (ours) expect(pack.controls.filter((one) => !one.asFarAsWeKnow)).toEqual([]);
  });
  it('calls addressable only what it numbers or leaves', () => {
    const numbers = new Set([...pack.controls, ...pack.left].flatMap((one) => one.numbers));
    expect(pack.addressable.filter((one) => !numbers.has(one))).toEqual([]);
  });
});

describe.each(CONTROLS)('$id', ({ id, check, params, demand, config, securityHub, cdkNag }) => {
  it('asks a check that exists, with parameters that it takes', () => {
    const found = checks.get(check);
    expect(found, check).toBeDefined();
    const read = found?.params.safeParse(params);
    expect(read?.error?.issues ?? []).toEqual([]);
  });
  it('names kinds, traits and properties that exist', () => {
    const kinds = [params['kinds']].flat().filter((one): one is string => typeof one === 'string');
    for (const kind of kinds) expect(traits, kind).toContain(kind);
    const where = [params['where'] ?? []].flat().map((one) => (one as { readonly field: string }).field);
    for (const field of [params['field'], ...where]) {
      if (typeof field !== 'string') continue;
      const first = field.split(/[.[]/)[0] ?? '';
      for (const kind of kinds) expect(Object.keys(catalog.get(kind)?.schema.shape ?? {}), kind).toContain(first);
    }
  });
  it('says its demand in a sentence, and nothing twice', () => {
    expect(demand).toMatch(/^[A-Z][^.]*\.$/);
    for (const names of [config, securityHub, cdkNag]) expect(new Set(names).size).toBe(names.length);
    expect(CONTROLS.filter((one) => one.demand === demand).map((one) => one.id)).toEqual([id]);
  });
});

/** Everything that is drawn anywhere in the project: examples of checks, and what scenarios start from and end with. */
function drawings(): readonly { readonly diagram: unknown; readonly account: unknown }[] {
  const root = join(import.meta.dirname, '../../scenarios');
  const inScenarios = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(solutions|attempts)[/\\].*\.json$/.test(name))
    .map((name) => {
      const read = JSON.parse(readFileSync(join(root, name), 'utf8')) as { readonly diagram: unknown };
      return { diagram: read.diagram, account: {} };
    });
  const inChecks = [...checks.values()].flatMap(({ examples }) =>
    [...examples.meets, ...examples.misses].map(({ diagram, account }) => ({ diagram, account: account ?? {} })),
  );
  return [
    ...inScenarios,
    ...inChecks,
    ...[CARED_FOR, NEGLECTED, EXACT, ...LOOSE].map(({ diagram }) => ({ diagram, account: {} })),
  ];
}

describe('every control', () => {
  const all = drawings().map(({ diagram, account }) =>
    factsOf(Diagram.parse(diagram), Account.parse(account), catalog),
  );
  it.each(CONTROLS)('$id can be met and can be missed', (control) => {
    const answers = all.map((facts) => ask(control, facts, checks));
    expect(answers.some((one) => one.met)).toBe(true);
    expect(answers.some((one) => one.judged > 0 && !one.met)).toBe(true);
  });
});
