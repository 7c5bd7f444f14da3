import type { Json } from '../../../src/model/json';
import { allow, type Change } from '../fake';
import type { ChainCase } from './chain-case';
import { admits, alarm, asks, asRole, asService, metric, operation, publish, roleWith, topic } from './world';

const FUNCTION =
  'CloudWatch user guide, "Alarm actions": an alarm may invoke a function. What it does then is its code.';
/** A function that whoever likes may invoke, and that calls others under the role. */
const func = (id: string, ...calls: readonly string[]): Change[string] => ({
  ...admits('*', 'lambda:InvokeFunction', id),
  operations: [operation('lambda:InvokeFunction', `arn:aws:lambda:us-east-1:111122223333:function:${id}`)],
  time: { runsOnInvocation: true },
  requests: calls.map((to) => asks(id, to === 'topic' ? 'sns:Publish' : 'lambda:InvokeFunction', to, asRole, 'call')),
});
/** The alarm invokes a function, which publishes to the topic. */
const PAGER = {
  alarm: {
    alarm: { ...alarm, actions: ['pager'] },
    requests: [asks('alarm', 'lambda:InvokeFunction', 'pager', asService('lambda.alarms.cloudwatch.amazonaws.com'))],
  },
  pager: func('pager', 'topic'),
  role: roleWith(allow(['s3:*', 'sns:*', 'lambda:*'])),
} as const satisfies Change;

/** A rule hears that the alarm goes off, and publishes to the topic. */
const HEARD = {
  alarm: { alarm, requests: [publish('topic')], time: { changes: (to: string) => to } },
  rule: {
    rule: { enabled: true, hears: (event: Json) => event === 'ALARM', hearsCall: () => false, targets: ['topic'] },
    events: [{ name: 'state', event: 'ALARM' }],
    requests: [asks('rule', 'sns:Publish', 'topic', asService('cloudwatch.amazonaws.com'))],
  },
} satisfies Change;

const STATES =
  'CloudWatch user guide, "Using Amazon CloudWatch alarms": actions of their own for each of the three states.';

/** Messages that a function passes on, and those of the other states. */
export const RELAY_CASES: readonly ChainCase[] = [
  {
    name: 'a percentile of values that may be negative',
    source: 'CloudWatch API reference, "GetMetricStatistics": no percentiles of metrics with negative values.',
    chain: 'alarm',
    change: { alarm: { alarm: { ...alarm, statistic: 'p99' } }, monitor: { metrics: [{ ...metric, min: -1 }] } },
    fails: ['no-percentile'],
  },
  {
    name: 'it tells that it is over as well',
    source: STATES,
    chain: 'alarm',
    change: { alarm: { alarm: { ...alarm, otherActions: { OK: ['topic'], INSUFFICIENT_DATA: [] } } } },
    fails: [],
    says: ['reaches', 'tells-state'],
  },
  {
    name: 'it cannot tell that its metric is gone: the alarm itself arrives all the same',
    source: STATES,
    chain: 'alarm',
    change: {
      alarm: {
        alarm: { ...alarm, otherActions: { OK: [], INSUFFICIENT_DATA: ['pager'] } },
        requests: [publish('topic'), asks('alarm', 'lambda:InvokeFunction', 'pager', asService('sns.amazonaws.com'))],
      },
      pager: { operations: [operation('lambda:InvokeFunction', '*')] },
    },
    fails: [],
    says: ['reaches', 'cannot-tell-state'],
  },
  {
    name: 'a function publishes for it',
    source: FUNCTION,
    chain: 'alarm',
    change: PAGER,
    fails: [],
    says: ['delivered', 'passed-on', 'reaches'],
  },
  {
    name: 'functions call each other in a circle, and one of them publishes',
    source: FUNCTION,
    chain: 'alarm',
    change: {
      ...PAGER,
      pager: func('pager', 'second'),
      second: func('second', 'pager', 'topic'),
    },
    fails: [],
    says: ['passed-on', 'reaches'],
  },
  {
    name: 'functions call each other in a circle, and nobody publishes',
    source: FUNCTION,
    chain: 'alarm',
    change: { ...PAGER, pager: func('pager', 'second'), second: func('second', 'pager') },
    fails: ['nobody-told'],
    says: ['passed-on'],
  },
  {
    name: 'the function may not publish',
    source: FUNCTION,
    chain: 'alarm',
    change: { ...PAGER, role: roleWith(allow('s3:*')) },
    fails: ['not-passed-on'],
  },
  {
    name: 'the function asks the topic for something else',
    source: FUNCTION,
    chain: 'alarm',
    change: {
      ...PAGER,
      pager: { ...func('pager'), requests: [asks('pager', 'sns:DeleteTopic', 'topic', asRole, 'call')] },
    },
    fails: ['nobody-told'],
  },
  {
    name: 'it has no action, and a rule hears its state',
    source: 'CloudWatch user guide, "Alarm events and EventBridge": every change of state is an event.',
    chain: 'alarm',
    change: { ...HEARD, alarm: { ...HEARD.alarm, alarm: { ...alarm, actions: [] }, requests: [] } },
    fails: [],
    says: ['alarm-heard', 'delivered', 'reaches'],
  },
  {
    name: 'a rule hears its state, and tells nobody',
    source: 'CloudWatch user guide, "Alarm events and EventBridge": every change of state is an event.',
    chain: 'alarm',
    change: {
      ...HEARD,
      rule: { ...HEARD.rule, requests: [] },
      alarm: { ...HEARD.alarm, alarm: { ...alarm, actions: [] }, requests: [] },
    },
    fails: ['no-actions'],
  },
  {
    name: 'a machine is subscribed, and a function that publishes to people',
    source: 'SNS developer guide, "Amazon SNS event destinations": application to application, or to person.',
    chain: 'alarm',
    change: {
      ...PAGER,
      alarm: { alarm: { ...alarm, actions: ['relay'] }, requests: [publish('relay')] },
      relay: {
        ...topic('relay'),
        topic: {
          subscriptions: [{ protocol: 'lambda', endpoint: 'pager', confirmed: true, machine: true, field: 's' }],
        },
        time: { tells: [], relays: [asks('relay', 'lambda:InvokeFunction', 'pager', asService('sns.amazonaws.com'))] },
      },
    },
    fails: [],
    says: ['machine', 'passed-on', 'reaches'],
  },
];
