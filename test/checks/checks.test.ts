import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import type { CheckExample } from '../../src/engine/check';
import { factsOf } from '../../src/engine/facts-of';
import { hasWords, say, wordsOf } from '../../src/engine/wording';
import { Account } from '../../src/model/account';
import { Diagram } from '../../src/model/diagram';
import type { Finding } from '../../src/model/report';

const words = wordsOf(checks);

function run(id: string, example: CheckExample): readonly Finding[] {
  const check = checks.get(id);
  if (!check) throw new Error(`There is no check ${id}.`);
  const facts = factsOf(Diagram.parse(example.diagram), Account.parse(example.account ?? {}), catalog);
  const broken = facts.problems.filter((one) => /^graph\.(wrong|dangling|unknown|circular)/.test(one.reason.code));
  expect(broken.map((one) => say(one.reason))).toEqual([]);
  return check.run(facts, check.params.parse(example.params ?? {}) as never);
}

const rows = [...checks.values()].flatMap((check) =>
  (['meets', 'misses', 'silent'] as const).flatMap((answer) =>
    check.examples[answer].map((example) => ({ check: check.id, answer, title: example.title, example })),
  ),
);

describe('the list of checks', () => {
  it('is not empty', () => expect(checks.size).toBeGreaterThanOrEqual(15));
  it.each([...checks])('%s stands in the file of its own name, with an example of each answer', (id, check) => {
    expect(check.id).toBe(id);
    for (const answer of ['meets', 'misses', 'silent'] as const)
      expect(check.examples[answer].length).toBeGreaterThan(0);
    expect(check.help.length).toBeGreaterThan(40);
  });
});

describe.each(rows)('$check: $answer: $title', ({ check, answer, example }) => {
  it('holds', () => {
    const answers = run(check, example).map((one) => one.answer);
    const told = run(check, example).map((one) => `${one.answer}: ${say(one.reason, words)}`);
    if (answer === 'silent') expect(told.filter((one) => !one.startsWith('silent'))).toEqual([]);
    if (answer === 'meets') {
      expect(told.filter((one) => one.startsWith('misses'))).toEqual([]);
      expect(answers).toContain('meets');
    }
    if (answer === 'misses') expect(answers).toContain('misses');
  });
  it('says why in words, with every place filled', () => {
    for (const finding of run(check, example)) {
      expect(words.has(finding.reason.code)).toBe(true);
      expect(say(finding.reason, words)).not.toMatch(/[{}]/);
      for (const step of finding.trace?.steps ?? []) {
        expect(hasWords(step.reason.code), step.reason.code).toBe(true);
        expect(say(step.reason)).not.toMatch(/[{}]/);
      }
    }
  });
});
