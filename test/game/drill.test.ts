import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { INCIDENT_EXAMPLES } from '../../src/checks/incident-examples';
import { factsOf } from '../../src/engine/facts-of';
import { simulate } from '../../src/engine/time/simulate';
import {
  actorsIn,
  featuresIn,
  INCIDENT_NUMBERS,
  INCIDENT_TEXTS,
  INCIDENT_WORDS,
  incidentOf,
  numbersOf,
  possibleTargets,
  SCHEMA_CHANGES,
  textsOf,
  wordsIn,
} from '../../src/game/drill';
import { Account } from '../../src/model/account';
import { Traffic, type IncidentKind } from '../../src/model/incident';

const facts = factsOf(INCIDENT_EXAMPLES.told.diagram, Account.parse({}), catalog);
const kinds = Object.keys(INCIDENT_WORDS) as IncidentKind[];

describe('a drill', () => {
  it('offers an incident where it can happen, and nowhere else', () => {
    const targets = possibleTargets(facts);
    expect(targets.get('input-drift')).toEqual(['scores']);
    expect(targets.get('bucket-made-public')).toEqual(['data']);
    expect(targets.get('resource-deleted')).toContain('scores');
    expect(targets.get('resource-deleted')).not.toContain('role');
    expect(targets.get('long-lived-key-stolen')?.toSorted()).toEqual(['caller', 'operator', 'role']);
    expect(targets.get('nat-lost')).toEqual([]);
  });
  it.each(kinds)('what is offered of %s has an outcome when it is played', (kind) => {
    const incidents = (possibleTargets(facts).get(kind) ?? []).flatMap((on) => incidentOf(kind, on, 1) ?? []);
    const { outcomes } = simulate(facts, { seed: 1, fromHour: 0, toHour: 3, traffic: Traffic.parse({}), incidents });
    expect(new Set(outcomes.map((one) => one.incident))).toEqual(new Set(incidents.keys()));
  });
  it('takes other numbers, and refuses those that make no incident', () => {
    expect(incidentOf('latency', 'scores', 2, { factor: 3 })).toEqual({
      kind: 'latency',
      on: 'scores',
      atHour: 2,
      factor: 3,
    });
    expect(incidentOf('latency', 'scores', 2, { factor: 0 })).toBeUndefined();
    expect(incidentOf('latency', 'scores', -1)).toBeUndefined();
    expect(incidentOf('zone-lost', 'scores', 2, { factor: 3 })).toBeUndefined();
  });
  it.each(kinds)('every number of %s can be set to either end', (kind) => {
    const usual = incidentOf(kind, 'scores', 0);
    for (const { field } of usual ? numbersOf(usual) : []) {
      const { min, max } = INCIDENT_NUMBERS[field];
      for (const value of [min, max])
        expect(incidentOf(kind, 'scores', 0, { [field]: value })).toMatchObject({ [field]: value });
    }
    expect(usual?.kind).toBe(kind);
  });
  it.each([
    ['feature-schema-change', ['feature', 'change']],
    ['input-drift', ['feature']],
    ['concept-drift', []],
    ['resource-deleted', ['by']],
    ['trail-stopped', ['by']],
    ['zone-lost', []],
  ] as const)('%s takes the words %j', (kind, texts) => expect(textsOf(kind)).toEqual(texts));
  it.each(kinds)('every word of %s has a choice that makes an incident of it, and is said again', (kind) => {
    const [feature = ''] = featuresIn(facts, Traffic.parse({}));
    const [by = ''] = actorsIn(facts);
    const words = { feature, by, change: 'type' };
    for (const field of textsOf(kind)) {
      const incident = incidentOf(kind, 'scores', 0, { [field]: words[field] });
      expect(incident).toMatchObject({ [field]: words[field] });
      const said = incident && wordsIn(incident, (id) => (id === by ? 'Ada' : undefined));
      const value = { feature, by: 'Ada', change: SCHEMA_CHANGES.type }[field];
      expect(said).toContainEqual({ title: INCIDENT_TEXTS[field].title, value });
    }
    expect(incidentOf(kind, 'scores', 0)?.kind).toBe(kind);
  });
  it('knows the features that the monitors watch, and whose credentials there are', () => {
    expect(featuresIn(facts, Traffic.parse({}))).toEqual(['amount']);
    expect(featuresIn(facts, Traffic.parse({ features: ['age'] }))).toEqual(['age', 'amount']);
    expect(actorsIn(facts).toSorted()).toEqual(['caller', 'operator', 'role', 'scorer']);
  });
  it('somebody who is named is the one who is tried', () => {
    const play = (by: string) =>
      simulate(facts, {
        seed: 1,
        fromHour: 0,
        toHour: 3,
        traffic: Traffic.parse({}),
        incidents: [incidentOf('resource-deleted', 'scores', 1, { by })].filter((one) => one !== undefined),
      }).outcomes[0]?.attributable.who;
    expect(play('operator')).toEqual(['operator']);
    expect(play('caller')).toEqual(['caller']);
  });
});
