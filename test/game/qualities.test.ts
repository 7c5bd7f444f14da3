import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { example } from '../../src/checks/example';
import { INCIDENT_EXAMPLES } from '../../src/checks/incident-examples';
import { factsOf } from '../../src/engine/facts-of';
import { possibleTargets } from '../../src/game/drill';
import { BEST_PRACTICES, CONTROLS } from '../../src/game/packs';
import { QUALITIES, readingsOf, weigh, type Quality } from '../../src/game/qualities';
import { Account } from '../../src/model/account';
import type { Diagram } from '../../src/model/diagram';
import { Traffic } from '../../src/model/incident';

const traffic = Traffic.parse({});
const factsFor = (diagram: Diagram) => factsOf(diagram, Account.parse({}), catalog);

function read(diagram: Diagram) {
  const points = [...weigh({ facts: factsFor(diagram), checks, controls: BEST_PRACTICES, traffic })];
  const readings = readingsOf(points);
  const of = (quality: Quality) => {
    const found = readings.find((one) => one.quality === quality);
    if (!found) throw new Error(quality);
    return found;
  };
  return { points, readings, of };
}
const solution = (file: string): Diagram => {
  const text = readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { diagram: Diagram }).diagram;
};
const net = (second: string) =>
  example('Two subnets', {
    net: ['vpc', { cidr: '10.0.0.0/16' }],
    one: ['subnet', { cidr: '10.0.1.0/24', availabilityZone: 'a' }, 'net'],
    two: ['subnet', { cidr: '10.0.2.0/24', availabilityZone: second }, 'net'],
  }).diagram;

describe('what a design is good at', () => {
  it('has nothing to say about an empty canvas', () => {
    const { readings } = read({ nodes: {} });
    expect(readings.map(({ quality, good, of }) => [quality, good, of])).toEqual(QUALITIES.map((one) => [one, 0, 0]));
  });
  it('counts an incident that reaches somebody, and not one that nobody hears of', () => {
    const told = read(INCIDENT_EXAMPLES.told.diagram).of('detection');
    const drift = told.points.find(({ title }) => title.startsWith('Input drift'));
    expect(drift).toMatchObject({ good: true, nodes: ['scores'], says: 'Somebody was told' });
    const { diagram } = INCIDENT_EXAMPLES.told;
    const heard = Object.entries(diagram.nodes).filter(([, { kind }]) => kind !== 'sns-topic');
    const silent = { ...diagram, nodes: Object.fromEntries(heard) };
    const quiet = read(silent).of('detection');
    expect(quiet.points.find(({ title }) => title.startsWith('Input drift'))).toMatchObject({ good: false });
    expect(quiet.good).toBeLessThan(told.good);
  });
  it('plays the loss of each zone once, and of no subnet as a gateway', () => {
    const facts = factsFor(net('b'));
    expect(possibleTargets(facts).get('zone-lost')).toEqual(['one', 'two']);
    expect(possibleTargets(facts).get('nat-lost')).toEqual([]);
    const { points } = read(solution('card-fraud-realtime/solutions/endpoints-only.json'));
    const zones = points.filter(({ title }) => /^Zone .* fails/.test(title)).map(({ title }) => title);
    expect(zones).toHaveLength(2);
    expect(new Set(zones).size).toBe(2);
  });
  it('loses nothing where nobody calls', () => {
    expect(
      read(net('b'))
        .of('availability')
        .points.filter(({ title }) => title.includes('fails')),
    ).toEqual([]);
  });
  it('puts what does not hold first, and counts every point once', () => {
    const { points, readings } = read(solution('card-fraud-realtime/solutions/endpoints-only.json'));
    for (const { points: own, good, of } of readings) {
      expect(own.map((one) => one.good)).toEqual(own.map((_, index) => index >= of - good));
    }
    expect(readings.reduce((sum, { of }) => sum + of, 0)).toBe(points.length);
    expect(new Set(points.map((one) => one.quality))).toEqual(new Set(QUALITIES));
  });
  it('says of a caller with a star that it holds too much', () => {
    const wild = read(solution('who-did-it/attempts/engineer-star.json')).of('least-privilege');
    expect(wild.points.find(({ good }) => !good)?.says).toMatch(/too many or too wide|of/);
    expect(wild.good).toBeLessThan(wild.of);
  });
  it('asks each recommended control once, and only controls that exist', () => {
    expect(new Set(BEST_PRACTICES.map(({ id }) => id)).size).toBe(BEST_PRACTICES.length);
    expect(BEST_PRACTICES.length).toBeGreaterThan(20);
    expect(BEST_PRACTICES.length).toBeLessThan(CONTROLS.length);
  });
});
