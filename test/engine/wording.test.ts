import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index';
import { IAM_REASONS } from '../../src/engine/iam/reasons';
import { MONITORING_REASONS } from '../../src/engine/monitoring/reasons';
import { NETWORK_REASONS } from '../../src/engine/network/reasons';
import { GRAPH_REASONS } from '../../src/engine/reasons';
import { REQUEST_REASONS } from '../../src/engine/request/reasons';
import { hasWords, say, wordsOf } from '../../src/engine/wording';

const reason = (code: string, values: Record<string, string | number> = {}) => ({ code, values });

describe('say', () => {
  test.each([
    [
      'fills places',
      reason('monitoring.runs-every', { hours: 2 }),
      'It runs every 2 h and may start up to 20 minutes late.',
    ],
    ['leaves a place that nothing fills', reason('request.signs-as', { from: 'app' }), 'app signs as {name}.'],
    ['shows an unknown code as it is', reason('no.such', { a: 1 }), 'no.such {"a":1}'],
    [
      'fills a place with what looks like a place',
      reason('request.signs-as', { from: '{name}', name: 'x' }),
      '{name} signs as x.',
    ],
    ['takes no value from the prototype', reason('request.signs-as', { from: 'a' }), 'a signs as {name}.'],
    ['keeps a dollar sign', reason('request.signs-as', { from: '$&', name: '$1' }), '$& signs as $1.'],
  ])('%s', (_, given, expected) => expect(say(given)).toBe(expected));
  test('a place never reads the prototype', () => {
    const words = new Map([['x', '{constructor}{toString}']]);
    expect(say(reason('x'), words)).toBe('{constructor}{toString}');
  });
  test('the words that are handed over go first', () => {
    expect(say(reason('request.anonymous'), new Map([['request.anonymous', 'Nobody signed.']]))).toBe('Nobody signed.');
  });
});

describe('the words of checks', () => {
  const words = wordsOf(checks);
  test('are known under the full code', () => {
    for (const check of checks.values())
      for (const [code, text] of Object.entries(check.words)) expect(words.get(`${check.id}.${code}`)).toBe(text);
    expect(words.size).toBeGreaterThan(checks.size);
  });
});

const TABLES = { GRAPH_REASONS, IAM_REASONS, MONITORING_REASONS, NETWORK_REASONS, REQUEST_REASONS };

describe.each(Object.entries(TABLES))('%s', (name, table) => {
  const topic = name === 'GRAPH_REASONS' ? '(graph|evaluate|policy)' : name.split('_')[0]?.toLowerCase();
  test('has codes of its topic, all of them known to `say`', () => {
    expect(Object.keys(table).filter((code) => !new RegExp(`^${topic}\\.[a-z]+(-[a-z]+)*$`).test(code))).toEqual([]);
    expect(Object.keys(table).filter((code) => !hasWords(code))).toEqual([]);
  });
  test('has whole sentences, each of them once', () => {
    expect(Object.values(table).filter((text) => !/^[“{A-Z].*[.}]$/.test(text))).toEqual([]);
    expect(new Set(Object.values(table)).size).toBe(Object.keys(table).length);
  });
  test('has places with plain names', () => {
    const places = Object.values(table).flatMap((text) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, place]) => place));
    expect(places.filter((place) => !/^[A-Za-z]+$/.test(place ?? ''))).toEqual([]);
  });
});

test('no code stands in two tables', () => {
  const codes = Object.values(TABLES).flatMap((table) => Object.keys(table));
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(150);
  expect(hasWords('no.such')).toBe(false);
});
