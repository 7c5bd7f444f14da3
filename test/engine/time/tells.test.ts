import { describe, expect, it } from 'vitest';
import { codes, edit, outcome, WATCHED } from './designs';
import { admits, may } from './policies';

/**
 * What SageMaker itself tells the event bus of a deletion, whoever did it. Sources: SageMaker developer guide, "Events
 * that Amazon SageMaker AI sends to Amazon EventBridge" (endpoint state change, statuses in capitals; model state change
 * when one is made or deleted); DescribeEndpoint (`Deleting` is a status, `Deleted` is none).
 */
const told = (pattern: object, more: Parameters<typeof edit>[1] = {}, on = 'scores') =>
  outcome(
    edit(
      edit(WATCHED, {
        alarm: null,
        operator: may('*'),
        topic: { policy: admits('events.amazonaws.com', 'sns:Publish') },
        rule: ['eventbridge-rule', { pattern: JSON.stringify(pattern), targets: ['topic'] }],
      }),
      more,
    ),
    { kind: 'resource-deleted', on },
  );
const change = (what: string, ...statuses: readonly string[]) => ({
  source: ['aws.sagemaker'],
  'detail-type': [`SageMaker ${what} State Change`],
  ...(statuses.length > 0 && { detail: { EndpointStatus: statuses } }),
});

describe('a rule on the state of an endpoint', () => {
  it.each([
    ['every state', change('Endpoint'), true],
    ['that it is being deleted', change('Endpoint', 'DELETING'), true],
    ['a status that there is not', change('Endpoint', 'DELETED'), false],
    ['how the API writes it', change('Endpoint', 'Deleting'), false],
    ['another state', change('Endpoint', 'FAILED'), false],
    ['the state of a training job', change('Training Job'), false],
  ] as const)('%s', (_, pattern, expected) => {
    const { detected, notified, at } = told(pattern);
    expect([detected.holds, notified.holds]).toEqual([expected, expected]);
    if (!expected) return;
    expect(detected.by).toEqual(['rule']);
    expect((notified.at ?? 0) - at).toBeLessThan(60);
    expect(codes(notified.trace)).toContain('time.rule-hears-event');
  });
  it('tells nobody where nobody may delete it', () => {
    const { prevented, notified } = told(change('Endpoint'), { operator: { policies: [] } });
    expect([prevented.holds, notified.holds]).toEqual([true, false]);
  });
  it('needs no trail, and a rule on the call does', () => {
    const call = { 'detail-type': ['AWS API Call via CloudTrail'], detail: { eventName: ['DeleteEndpoint'] } };
    expect(told(call).notified.holds).toBe(false);
    const log = ['s3-bucket', { policy: admits('cloudtrail.amazonaws.com', 's3:*') }] as const;
    const trail = ['cloudtrail-trail', { bucket: 'log' }] as const;
    expect(told(call, { log, trail }).notified.holds).toBe(true);
  });
});

it('a model that is deleted has an event of its own', () => {
  expect(told(change('Model'), {}, 'model').notified.holds).toBe(true);
  expect(told(change('Endpoint'), {}, 'model').notified.holds).toBe(false);
});
