import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { checks } from '../../../src/checks/index';
import { checklist, countOf } from '../../../src/game/author/checklist';
import { blankDraft, proposalOf, withDesign, withScenario, withWords } from '../../../src/game/author/designs';
import { CLAIMS } from '../../../src/game/proof/contract';
import { prove } from '../../../src/game/prove';
import { readDraft, type Draft } from '../../../src/model/bundle';

const rules = { catalog, checks };
const folder = 'docs/examples/own-key';
const json = (path: string) => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')) as object;
const whole: Draft = (() => {
  const read = readDraft(
    JSON.stringify({
      format: 'perimeter-bundle',
      version: 1,
      scenario: json('scenario.json'),
      solutions: ['bucket', 'topic'].map((name) => ({ name, ...json(`solutions/${name}.json`) })),
      attempts: ['no-key', 'no-rotation'].map((name) => ({ name, ...json(`attempts/${name}.json`) })),
    }),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
})();
const states = (draft: Draft) => Object.fromEntries(checklist(draft, rules).map(({ id, state }) => [id, state]));

describe('the ticked list', () => {
  test('has what the schema asks for, and every claim of prove', () => {
    expect(checklist(whole, rules).map(({ id }) => id)).toEqual(['written', ...Object.keys(CLAIMS)]);
  });

  test('of a whole scenario leaves open only what has to be judged', () => {
    const lines = checklist(whole, rules);
    expect(countOf(lines)).toEqual({ open: 0, unasked: 4 });
    const proven = checklist(whole, rules, prove(proposalOf(whole), rules));
    expect(proven.map(({ state }) => state)).toEqual(proven.map(() => 'holds'));
  });

  test('of a new draft says what to do first, and claims nothing', () => {
    const lines = checklist(blankDraft('mine'), rules);
    expect(lines[0]?.missing.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['title', 'story', 'requirements']),
    );
    expect(states(blankDraft('mine'))).toMatchObject({
      written: 'open',
      start: 'unasked',
      covered: 'unasked',
      texts: 'open',
    });
  });

  test('names the design that a line is about', () => {
    const { draft, key } = withDesign(whole, 'attempt', { nodes: {} });
    expect(checklist(draft, rules)[0]?.missing).toMatchObject([{ part: key, path: ['misses'] }]);
    expect(checklist(withWords(draft, key, { misses: ['rotation'] }), rules)[0]?.missing).toEqual([]);
  });

  test('says a thing once: an empty hint is not also a hint too few', () => {
    const draft = withScenario(whole, ['requirements', 0, 'hints'], []);
    expect(states(draft)).toMatchObject({ written: 'holds', texts: 'open' });
    const empty = withScenario(whole, ['requirements', 0, 'title'], '');
    expect(
      checklist(empty, rules)
        .flatMap(({ missing }) => missing)
        .map(({ place }) => place),
    ).toEqual(['requirements[0].title']);
  });

  test('agrees with prove about everything that both can tell', () => {
    const draft = withScenario(withScenario(whole, ['allowedKinds'], ['kms-key']), ['budget'], 0.5);
    const proof = prove(proposalOf(draft), rules);
    for (const line of checklist(draft, rules)) {
      const claim = proof.claims.find(({ id }) => id === line.id);
      if (claim && line.state === 'open')
        expect(line.missing.map(({ reason }) => reason)).toEqual(expect.arrayContaining([claim.gaps[0]?.reason]));
    }
    expect(states(draft)).toMatchObject({ drawable: 'open', numbers: 'open' });
  });
});
