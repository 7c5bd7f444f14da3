import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { say, wordsOf } from '../../src/engine/wording';
import { disputeMarkdown } from '../../src/game/dispute';
import { judge } from '../../src/game/judge';
import type { Diagram } from '../../src/model/diagram';
import { readSave } from '../../src/model/save';
import { Scenario } from '../../src/model/scenario';

const folder = new URL('../../scenarios/card-fraud-realtime/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const scenario = Scenario.parse(read('scenario.json'));
const solution = (read('solutions/endpoints-only.json') as { diagram: Diagram }).diagram;
const words = wordsOf(checks);

function dispute(id: string, note: string, diagram: Diagram = solution): string {
  const requirement = scenario.requirements.find((one) => one.id === id);
  const result = judge(diagram, scenario, { catalog, checks }).report.requirements.find((one) => one.id === id);
  if (!requirement || !result) throw new Error(id);
  const at = '2026-11-24T10:00:00.000Z';
  return disputeMarkdown({
    scenario,
    requirement,
    result,
    diagram,
    answers: {},
    note,
    at,
    say: (one) => say(one, words),
  });
}
const [first] = scenario.requirements.filter(({ check }) => check === 'request-succeeds');
const id = first?.id ?? '';
const block = (text: string) => /^(`{3,})json\n([\s\S]*?)\n\1$/m.exec(text)?.[2] ?? '';

describe('a doubted verdict', () => {
  it('holds the words of the player, the verdict with its steps, and the design as a save', () => {
    const text = dispute(id, 'AWS would refuse this.\nSee the page on endpoints.');
    expect(text).toContain('AWS would refuse this.\nSee the page on endpoints.');
    expect(text).toContain('**Met**');
    expect(text.match(/^ {2}\d+\. \((pass|info|fail)\) \S/gm)?.length).toBeGreaterThan(3);
    const save = readSave(block(text));
    if (!save.ok) throw new Error(JSON.stringify(save.problems));
    expect(save.save.diagram).toEqual(solution);
  });
  it('says so where nothing could be judged', () => {
    expect(dispute(id, 'Why?', { nodes: {} })).toContain('It found nothing that this goal could be judged by.');
  });
  it('takes no markup, neither from the player nor from a name', () => {
    const [node] = Object.values(solution.nodes);
    if (!node) throw new Error('no node');
    const named = { ...solution, nodes: { ...solution.nodes, [node.id]: { ...node, name: '<b>```x' } } };
    const text = dispute(id, '# <img src=x> [link](javascript:alert(1))', named);
    const outside = text.replace(block(text), '');
    expect(outside).not.toMatch(/(?<!\\)<(img|b)/);
    expect(outside).toContain('\\# \\<img');
    const save = readSave(block(text));
    expect(save.ok && save.save.diagram).toEqual(named);
  });
});
