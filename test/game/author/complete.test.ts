import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { checks } from '../../../src/checks/index';
import { completeScenario } from '../../../src/game/author/complete';

const rules = { catalog, checks };

/** `|` is where the caret stands. */
function optionsAt(source: string): readonly string[] {
  const caret = source.indexOf('|');
  return completeScenario(source.replace('|', ''), caret, rules)?.options.map(({ text }) => text) ?? [];
}

describe('completion in the JSON of a scenario', () => {
  test.each<[string, string, string[]]>([
    ['keys of the scenario', '{ "|" }', ['title', 'story', 'allowedKinds', 'requirements']],
    ['words of the schema', '{ "task": "|" }', ['build', 'fix', 'defend']],
    ['kinds', '{ "allowedKinds": ["kms-key", "|"] }', ['s3-bucket', 'vpc']],
    ['checks', '{ "requirements": [{ "check": "|" }] }', ['keys-rotate', 'incident-noticed']],
    ['keys of a hint', '{ "requirements": [{ "hints": [{ "|" }] }] }', ['level', 'text']],
    [
      'parameters of the check named before',
      '{ "requirements": [{ "check": "keys-rotate", "params": { "|" } }] }',
      ['withinDays'],
    ],
    [
      'parameters of the check named after',
      '{ "requirements": [{ "params": { "|" }, "check": "keys-rotate" }] }',
      ['withinDays'],
    ],
    ['kinds of incidents', '{ "incidents": [{ "kind": "|" }] }', ['input-drift', 'nat-lost']],
    ['kinds of nodes', '{ "start": { "nodes": { "a": { "kind": "|" } } } }', ['kms-key']],
    ['half a document', '{ "title": "x",\n  "difficulty": "|', ['foundation', 'advanced']],
  ])('offers %s', (_, source, wanted) => {
    expect(optionsAt(source)).toEqual(expect.arrayContaining(wanted));
  });

  test('takes the check of the requirement at the caret, not of the one before', () => {
    const source = `{ "requirements": [{ "check": "keys-rotate" }, { "params": { "|" }, "check": "within-budget" }] }`;
    expect(optionsAt(source)).toEqual(['monthly']);
  });

  test.each(['{ "title": "|" }', '{ "nobody": { "|" } }', '{ | }', 'no JSON at all |'])('is silent in %s', (source) => {
    expect(optionsAt(source)).toEqual([]);
  });
});
