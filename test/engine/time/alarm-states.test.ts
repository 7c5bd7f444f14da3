import { describe, expect, it } from 'vitest';
import { edit, outcome, play, WATCHED } from './designs';

/** Sources: "Using Amazon CloudWatch alarms" (actions of each state), "Configuring how CloudWatch alarms treat missing data". */
const told = (of: ReturnType<typeof edit>, incident: object) =>
  play(of, { hours: 40, incidents: [{ atHour: 30, ...incident }] })
    .events.filter(({ kind }) => kind === 'alarm' || kind === 'delivery')
    .map(({ at, reason }) => ({ hour: at / 3600, code: reason.code, values: reason.values }))
    .filter(({ hour }) => hour >= 30);

const LATENCY = {
  source: 'scores',
  namespace: 'AWS/SageMaker',
  metricName: 'ModelLatency',
  threshold: 100_000,
  period: 300,
};
const slow = { kind: 'latency', on: 'scores', factor: 10, hours: 2 };
const mayDelete = {
  operator: {
    policies: [
      {
        name: 'all',
        document: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sagemaker:*","Resource":"*"}}',
      },
    ],
  },
};
const deletion = { kind: 'resource-deleted', on: 'scores', by: 'operator' };

describe('actions of the states', () => {
  it.each([
    ['nobody asked', {}, 1],
    ['somebody asked', { okActions: ['topic'] }, 2],
    ['actions are off', { okActions: ['topic'], actionsEnabled: false }, 0],
  ])('back at OK, %s: %j', (_, props, messages) => {
    const events = told(edit(WATCHED, { alarm: { ...LATENCY, ...props } }), slow);
    const changes = events.filter(({ code }) => code === 'time.alarm-changes').map(({ values }) => values?.['to']);
    expect(changes).toEqual(['ALARM', 'OK']);
    const tells = events.filter(({ code }) => code === 'time.tells');
    expect(tells).toHaveLength(messages);
    if (messages === 2) expect(tells[1]?.hour).toBeGreaterThan(32);
  });

  it.each([
    ['nobody asked', {}, false],
    ['somebody asked', { insufficientDataActions: ['topic'] }, true],
    ['only of the good news', { okActions: ['topic'] }, false],
  ])('the endpoint is gone and its metric with it, %s', (_, props, tells) => {
    const found = outcome(edit(WATCHED, { ...mayDelete, alarm: { ...LATENCY, alarmActions: [], ...props } }), deletion);
    expect(found.detected.by).toEqual(tells ? ['alarm'] : []);
    expect(found.notified.who).toEqual(tells ? ['security@example.com'] : []);
  });

  it('to be told that all is well is no sign of an incident', () => {
    const found = outcome(edit(WATCHED, { alarm: { ...LATENCY, alarmActions: [], okActions: ['topic'] } }), slow);
    expect(found.detected.by).toEqual(['alarm']);
    expect(found.notified.holds).toBe(false);
  });
});
