import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../src/catalog/index';
import { checks } from '../src/checks/index';
import { evaluate } from '../src/engine/evaluate';
import { factsOf } from '../src/engine/facts-of';
import { say, wordsOf } from '../src/engine/wording';
import type { Diagram } from '../src/model/diagram';
import type { Report } from '../src/model/report';
import { Attempt, Scenario, Solution } from '../src/model/scenario';
import { ablations } from './ablation';

const root = join(import.meta.dirname, '../scenarios');
const ids = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name);

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const folder = (id: string, name: string) => {
  const path = join(root, id, name);
  return existsSync(path)
    ? readdirSync(path)
        .filter((file) => file.endsWith('.json'))
        .map((file) => ({ file, path: join(path, file) }))
    : [];
};
const words = wordsOf(checks);
const judge = (diagram: Diagram, scenario: Scenario): Report =>
  evaluate(factsOf(diagram, scenario.account, catalog), scenario, checks);
const missed = (report: Report) => report.requirements.filter((one) => !one.met).map((one) => one.id);
const told = (report: Report) =>
  report.requirements
    .filter((one) => !one.met)
    .map(
      (one) =>
        `${one.id}: ${
          one.findings
            .filter((finding) => finding.answer === 'misses')
            .map((finding) => say(finding.reason, words))
            .join(' | ') || 'nothing to judge'
        }`,
    );

describe('scenarios', () => {
  it('exist', () => expect(ids.length).toBeGreaterThan(0));
});

describe.each(ids)('%s', (id) => {
  const scenario = Scenario.parse(json(join(root, id, 'scenario.json')));
  const solutions = folder(id, 'solutions').map(({ file, path }) => ({ file, ...Solution.parse(json(path)) }));
  const attempts = folder(id, 'attempts').map(({ file, path }) => ({ file, ...Attempt.parse(json(path)) }));

  it('names only kinds and checks that exist, with parameters that the checks understand', () => {
    expect(scenario.allowedKinds.filter((kind) => !catalog.has(kind))).toEqual([]);
    for (const requirement of scenario.requirements) {
      const check = checks.get(requirement.check);
      expect(check, requirement.check).toBeDefined();
      expect(check?.params.safeParse(requirement.params).error?.issues ?? []).toEqual([]);
    }
    expect(new Set(scenario.requirements.map((one) => one.id)).size).toBe(scenario.requirements.length);
  });
  it('is not won at the start', () => {
    const report = judge(scenario.start, scenario);
    expect(report.score.stars).toBe(0);
    expect(report.score.earned).toBeLessThan(report.score.possible);
  });
  it('teaches: each requirement has a hint ladder, and each question one right answer with reasons', () => {
    for (const requirement of scenario.requirements)
      expect(requirement.hints.length, requirement.id).toBeGreaterThanOrEqual(3);
    for (const question of scenario.questions) expect(question.options.filter((one) => one.correct)).toHaveLength(1);
  });
  it('has at least two solutions, and an attempt for every requirement', () => {
    expect(solutions.length).toBeGreaterThanOrEqual(scenario.task === 'build' ? 2 : 1);
    const covered = new Set(attempts.flatMap((one) => one.misses));
    expect(scenario.requirements.map((one) => one.id).filter((one) => !covered.has(one))).toEqual([]);
  });

  describe.each(solutions)('solution $file', ({ diagram, decoration }) => {
    it('meets everything with allowed kinds only, within the budget', () => {
      const report = judge(diagram, scenario);
      expect(told(report)).toEqual([]);
      expect(report.score.stars).toBe(3);
      expect(
        Object.values(diagram.nodes)
          .filter((node) => !scenario.allowedKinds.includes(node.kind))
          .map((node) => node.kind),
      ).toEqual([]);
    });
    it('has no part that could go unnoticed', () => {
      const full = judge(diagram, scenario).score.earned;
      const excused = (node: string, field?: string) =>
        decoration.some((one) => one.node === node && one.field === field);
      const idle = ablations(diagram, catalog)
        .filter(({ node, field }) => !excused(node, field))
        .filter((one) => judge(one.diagram, scenario).score.earned >= full)
        .map(({ node, field }) => (field === undefined ? node : `${node}.${field}`));
      expect(idle).toEqual([]);
    }, 120_000);
    it('calls nothing decoration that is needed', () => {
      const full = judge(diagram, scenario).score.earned;
      const all = ablations(diagram, catalog);
      for (const one of decoration) {
        const found = all.find((ablation) => ablation.node === one.node && ablation.field === one.field);
        expect(found, `${one.node}.${one.field ?? ''}`).toBeDefined();
        if (found) expect(judge(found.diagram, scenario).score.earned, one.node).toBe(full);
      }
    }, 60_000);
  });

  describe.each(attempts)('attempt $file', ({ diagram, misses }) => {
    it('misses exactly what it says', () => {
      expect(missed(judge(diagram, scenario)).sort()).toEqual([...misses].sort());
    });
  });
});
