import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { readProposal, scenarioFolders } from '../../../src/cli/scenario-files';
import type { Facts } from '../../../src/engine/facts';
import { factsOf } from '../../../src/engine/facts-of';
import type { Outcome } from '../../../src/model/timeline';
import { edit, factsFrom, outcome, play, WATCHED } from './designs';

/** The chain that a player reads and the simulation that judges must tell the same people, whatever was drawn. */
const LOUD = [
  { kind: 'errors', share: 0.9 },
  { kind: 'latency', factor: 1000 },
  { kind: 'input-drift', shift: 8 },
] as const;

function promised(facts: Facts, by: Outcome['detected']['by']): readonly string[] {
  const reaches = [
    ...facts.alarms.filter(({ alarm }) => by.includes(alarm)).flatMap((one) => one.reaches),
    ...facts.rules.filter(({ rule }) => by.includes(rule)).flatMap((one) => one.reaches),
  ];
  return [...new Set(reaches.map(({ endpoint }) => endpoint))].toSorted();
}

function told({ notified }: Outcome): readonly string[] {
  return [...new Set(notified.who)].toSorted();
}

const root = join(import.meta.dirname, '../../..');
const designs = scenarioFolders('scenarios', root, root).flatMap((folder) => {
  const read = readProposal(folder, root);
  if (!read.ok) throw new Error(read.faults.map(({ reason }) => reason).join('\n'));
  const { scenario, solutions, attempts } = read.value.proposal;
  return [...solutions, ...attempts].map(({ name, content }) => ({
    name: `${scenario.id}/${name}`,
    facts: factsOf(content.diagram, scenario.account, catalog),
  }));
});

const watched = designs.filter(({ facts }) => facts.alarms.length > 0);

describe('the designs of the scenarios', () => {
  const met = { heard: 0, unheard: 0 };
  it.each(watched)('$name', ({ facts }) => {
    for (const incident of LOUD) {
      const { outcomes } = play(facts, { incidents: [{ ...incident, on: 'captures', atHour: 3 }], hours: 7 });
      expect(outcomes.length).toBeGreaterThan(0);
      for (const one of outcomes) {
        expect(told(one)).toEqual(promised(facts, one.detected.by));
        if (one.detected.holds) met[told(one).length > 0 ? 'heard' : 'unheard'] += 1;
      }
    }
  });
  it('are told apart: some incidents are heard, some are seen and told to nobody', () => {
    expect(met.heard).toBeGreaterThan(10);
    expect(met.unheard).toBeGreaterThan(10);
  });
});

const may = (principal: object | string, action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: principal, Action: action, Resource: '*' },
  });
const role = (actions: readonly string[]) => [
  {
    name: 'may',
    document: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: actions, Resource: '*' } }),
  },
];
const NODES = ['topic', 'other', 'pager', 'second'] as const;
const some = fc.subarray([...NODES]);
const callsTo = (targets: readonly string[], withinTopic: string) =>
  targets.map((target) => ({ action: target === 'topic' ? withinTopic : '', target }));
const lambda = (name: string) => `arn:aws:lambda:us-east-1:111122223333:function:${name}`;
const subscriptions = fc.subarray([
  { protocol: 'email', endpoint: 'ana@example.com', confirmed: true },
  { protocol: 'sms', endpoint: '+15550100', confirmed: false },
  { protocol: 'sqs', endpoint: 'arn:aws:sqs:us-east-1:111122223333:queue', confirmed: true },
  { protocol: 'lambda', endpoint: lambda('second'), confirmed: true },
  { protocol: 'lambda', endpoint: lambda('pager'), confirmed: true },
]);
const callers = fc.constantFrom(
  '*',
  { Service: 'lambda.alarms.cloudwatch.amazonaws.com' },
  { Service: 'events.amazonaws.com' },
  { Service: 'sns.amazonaws.com' },
);
const network = fc.record({
  actions: some,
  targets: some,
  enabled: fc.boolean(),
  hears: fc.constantFrom<object>(
    { detail: { eventName: ['DeleteEndpoint'] } },
    { 'detail-type': ['CloudWatch Alarm State Change'], detail: { state: { value: ['ALARM'] } } },
    { source: ['aws.cloudwatch'], detail: { state: { value: ['INSUFFICIENT_DATA'] } } },
    { source: ['aws.cloudwatch', 'aws.sagemaker'] },
  ),
  pagerCalls: some,
  secondCalls: some,
  within: fc.constantFrom('sns:Publish', 'sns:Subscribe', ''),
  actionsOfRole: fc.subarray(['sagemaker:InvokeEndpoint', 'sns:Publish', 'sns:Subscribe', 'lambda:InvokeFunction']),
  pagerAdmits: callers,
  secondAdmits: callers,
  topicAdmits: fc.constantFrom('', may({ Service: 'events.amazonaws.com' }, 'sns:Publish')),
  encryption: fc.constantFrom('none', 'aws-managed'),
  topicTells: subscriptions,
  otherTells: subscriptions,
});

test(
  'any network of functions and topics: the chain promises exactly what the simulation delivers',
  { timeout: 60_000 },
  () => {
    const found = { heard: 0, unheard: 0 };
    fc.assert(
      fc.property(network, (drawn) => {
        const design = edit(WATCHED, {
          operator: { policies: role(['sagemaker:DeleteEndpoint', 'sagemaker:InvokeEndpoint']) },
          alarm: { alarmActions: drawn.actions, actionsEnabled: drawn.enabled },
          relays: [
            'iam-role',
            {
              trustPolicy: may({ Service: 'lambda.amazonaws.com' }, 'sts:AssumeRole'),
              policies: role(drawn.actionsOfRole),
            },
          ],
          pager: [
            'lambda-function',
            {
              role: 'relays',
              resourcePolicy: may(drawn.pagerAdmits, 'lambda:InvokeFunction'),
              calls: callsTo(drawn.pagerCalls, drawn.within),
            },
          ],
          second: [
            'lambda-function',
            {
              role: 'relays',
              resourcePolicy: may(drawn.secondAdmits, 'lambda:InvokeFunction'),
              calls: callsTo(drawn.secondCalls, drawn.within),
            },
          ],
          topic: { policy: drawn.topicAdmits, encryption: drawn.encryption, subscriptions: drawn.topicTells },
          other: ['sns-topic', { subscriptions: drawn.otherTells }],
          rule: ['eventbridge-rule', { pattern: JSON.stringify(drawn.hears), targets: drawn.targets }],
          log: ['s3-bucket', { policy: may({ Service: 'cloudtrail.amazonaws.com' }, 's3:*') }],
          trail: ['cloudtrail-trail', { bucket: 'log' }],
        });
        const facts = factsFrom(design);
        for (const incident of [
          { kind: 'input-drift', on: 'scores', shift: 3 },
          { kind: 'resource-deleted', on: 'scores', by: 'operator' },
        ]) {
          const one = outcome(facts, { ...incident, atHour: 2 }, { hours: 5 });
          expect(told(one)).toEqual(promised(facts, one.detected.by));
          found[told(one).length > 0 ? 'heard' : 'unheard'] += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(found.heard, found.unheard)).toBeGreaterThan(5);
  },
);
