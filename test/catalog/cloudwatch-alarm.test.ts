import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { connect } from '../../src/game/commands/connect';
import { linksBetween } from '../../src/game/legal';
import { kind as certificate } from '../../src/catalog/acm-certificate/kind';
import { cloudFormation } from '../../src/catalog/cloudwatch-alarm/cloudformation';
import { kind } from '../../src/catalog/cloudwatch-alarm/kind';
import { kind as lambda } from '../../src/catalog/lambda-function/kind';
import { kind as endpoint } from '../../src/catalog/sagemaker-endpoint/kind';
import { kind as endpointConfig } from '../../src/catalog/sagemaker-endpoint-config/kind';
import { kind as monitor } from '../../src/catalog/sagemaker-monitoring-schedule/kind';
import { kind as processingJob } from '../../src/catalog/sagemaker-processing-job/kind';
import { kind as transformJob } from '../../src/catalog/sagemaker-transform-job/kind';
import { kind as topic } from '../../src/catalog/sns-topic/kind';
import { draw, monthly } from './drawing';
import { meaning, outcome, policy } from './meaning';

const drawn = draw({
  e: { kind: endpoint },
  t: { kind: topic },
  fn: { kind: lambda },
  alarm: {
    kind,
    props: {
      source: 'e',
      metricName: 'ModelLatency',
      threshold: 100_000,
      evaluationPeriods: 3,
      alarmActions: ['t', 'fn'],
    },
  },
  mute: { kind, props: { alarmActions: ['t'], actionsEnabled: false } },
});

test('M is N until somebody says otherwise', () => {
  expect(drawn.ask('alarm', 'alarm')).toMatchObject({
    metric: 'ModelLatency',
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
    comparison: '>',
    missingData: 'missing',
    actions: ['t', 'fn'],
  });
});

test('CloudWatch publishes and invokes under two different names, each with the ARN of the alarm', () => {
  const sourceArn = 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:alarm';
  expect(drawn.ask('alarm', 'requests')).toMatchObject([
    {
      action: 'sns:Publish',
      to: 't',
      purpose: 'delivery',
      field: 'alarmActions[0]',
      signer: { principal: 'cloudwatch.amazonaws.com', sourceArn },
    },
    {
      action: 'lambda:InvokeFunction',
      to: 'fn',
      signer: { principal: 'lambda.alarms.cloudwatch.amazonaws.com', sourceArn },
    },
  ]);
});

test('other states have targets of their own, and one target is asked once', () => {
  const states = draw({
    t: { kind: topic },
    fn: { kind: lambda },
    alarm: { kind, props: { alarmActions: ['t'], okActions: ['t', 'fn'], insufficientDataActions: ['fn'] } },
  });
  expect(states.ask('alarm', 'requests')).toMatchObject([
    { action: 'sns:Publish', to: 't', field: 'alarmActions[0]' },
    { action: 'lambda:InvokeFunction', to: 'fn', field: 'okActions[1]' },
  ]);
  expect(states.ask('alarm', 'alarm')).toMatchObject({
    actions: ['t'],
    otherActions: { OK: ['t', 'fn'], INSUFFICIENT_DATA: ['fn'] },
  });
});

test('an edge from an alarm to a topic means that it notifies it', () => {
  const at = { position: { x: 0, y: 0 } };
  const diagram = {
    nodes: {
      a: { id: 'a', kind: 'cloudwatch-alarm', name: 'alarm', props: {}, ...at },
      t: { id: 't', kind: 'sns-topic', name: 'topic', props: {}, ...at },
    },
  };
  expect(linksBetween(diagram, catalog, 'a', 't').map(({ link }) => link.field)).toEqual(['alarmActions[]']);
  expect(connect(diagram, catalog, { from: 'a', field: 'okActions[]', to: 't' })).toMatchObject({
    ok: true,
    said: { text: 'alarm now reports OK to topic.' },
  });
});

test.each([
  ['GreaterThanUpperThreshold', { width: 3, sides: 'above' }],
  ['LessThanLowerThreshold', { width: 3, sides: 'below' }],
  ['LessThanLowerOrGreaterThanUpperThreshold', { width: 3, sides: 'both' }],
  ['GreaterThanThreshold', undefined],
])('%s: a band %j', (comparison, band) => {
  const { ask } = draw({ alarm: { kind, props: { comparison, anomalyBand: 3, threshold: 7 } } });
  expect(ask('alarm', 'alarm')?.band).toEqual(band);
  expect(ask('alarm', 'alarm')?.threshold).toBe(band ? 0 : 7);
  expect(monthly(ask('alarm', 'cost'))).toBeCloseTo(band ? 0.3 : 0.1);
});

test('with its actions disabled it asks nobody', () => expect(drawn.ask('mute', 'requests')).toEqual([]));

test.each([
  ['a period of 45 s', { period: 45 }, ['period']],
  ['more datapoints than periods', { datapointsToAlarm: 2 }, ['datapointsToAlarm']],
  ['more than a day of minutes', { period: 60, evaluationPeriods: 1441 }, ['evaluationPeriods']],
  ['a week of hours is fine', { period: 3600, evaluationPeriods: 168 }, []],
])('%s', (_, props, fields) => expect(kind.complete(props).issues.map(({ field }) => field)).toEqual(fields));

describe('can it fire', () => {
  const fires = (props: object): string | undefined =>
    meaning({
      config: { kind: 'sagemaker-endpoint-config' },
      e: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
      alarm: { kind: 'cloudwatch-alarm', props: { source: 'e', ...props } },
    }).alarms[0]?.fires;
  test.each([
    ['latency above 100 ms', { metricName: 'ModelLatency', threshold: 100_000 }, 'can-fire'],
    ['latency above "100"', { metricName: 'ModelLatency', threshold: 100 }, 'always'],
    ['5 % of errors', { metricName: 'Invocation5XXErrors', threshold: 0.05 }, 'can-fire'],
    ['an error rate above 5', { metricName: 'Invocation5XXErrors', threshold: 5 }, 'never'],
    ['more than 5 errors', { metricName: 'Invocation5XXErrors', threshold: 5, statistic: 'Sum' }, 'can-fire'],
    ['99 of 100 requests slow', { metricName: 'ModelLatency', threshold: 100_000, statistic: 'p99' }, 'can-fire'],
    ['99 of 100 requests above "100"', { metricName: 'ModelLatency', threshold: 100, statistic: 'p99' }, 'always'],
    ['a metric that does not exist', { metricName: 'InvocationsErrors', threshold: 0.05 }, 'never'],
  ])('%s: %s', (_, props, expected) => expect(fires(props)).toBe(expected));
});

test('a function must admit the alarm', () => {
  const calling = (principal: string) =>
    outcome(
      meaning({
        fn: {
          kind: 'lambda-function',
          props: {
            resourcePolicy: policy({
              Effect: 'Allow',
              Principal: { Service: principal },
              Action: 'lambda:InvokeFunction',
              Resource: '*',
            }),
          },
        },
        alarm: { kind: 'cloudwatch-alarm', props: { alarmActions: ['fn'] } },
      }),
      'alarm',
      'lambda:InvokeFunction',
    );
  expect(calling('lambda.alarms.cloudwatch.amazonaws.com')).toBe('allowed');
  expect(calling('cloudwatch.amazonaws.com')).not.toBe('allowed');
});

describe('the dimensions are those of whoever publishes', () => {
  const watched = draw({
    config: { kind: endpointConfig },
    e: { kind: endpoint, props: { endpointConfig: 'config' } },
    batch: { kind: transformJob },
    live: { kind: monitor, props: { endpoint: 'e' } },
    daily: { kind: monitor, props: { endpoint: 'batch' } },
    cert: { kind: certificate },
    own: { kind: processingJob, props: { purpose: 'monitor' } },
    ...Object.fromEntries(
      ['e', 'live', 'daily', 'cert', 'own', 'nothing'].map((source) => [`of-${source}`, { kind, props: { source } }]),
    ),
  });
  test.each([
    ['e', ['EndpointName=e', 'VariantName=AllTraffic']],
    ['live', ['Endpoint=e', 'MonitoringSchedule=live']],
    ['daily', ['MonitoringSchedule=daily']],
    ['cert', ['CertificateArn={"Ref":"cert"}']],
    ['own', undefined],
    ['nothing', undefined],
  ])('%s: %j', (source, expected) => {
    const { Properties } = cloudFormation(watched.node(`of-${source}`) as never, watched.context);
    const dimensions = Properties['Dimensions'] as readonly { Name: string; Value: unknown }[] | undefined;
    const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    expect(dimensions?.map(({ Name, Value }) => `${Name}=${said(Value)}`)).toEqual(expected);
  });
  test('of metrics that code makes, only the code knows them', () => {
    const notesOf = (id: string) => cloudFormation(watched.node(id) as never, watched.context).Notes;
    expect(notesOf('of-own')).toHaveLength(1);
    expect(notesOf('of-live')).toBeUndefined();
  });
});

test('template and cost', () => {
  expect(cloudFormation(drawn.node('alarm') as never, drawn.context).Properties).toMatchObject({
    Dimensions: [
      { Name: 'EndpointName', Value: 'e' },
      { Name: 'VariantName', Value: 'AllTraffic' },
    ],
    AlarmActions: [{ Ref: 't' }, { 'Fn::GetAtt': ['fn', 'Arn'] }],
  });
  expect(monthly(drawn.ask('alarm', 'cost'))).toBeCloseTo(0.1);
});

describe('an alarm on what runs once an hour or once a day', () => {
  const connected = (props: object, to: string) => {
    const at = { position: { x: 0, y: 0 } };
    const diagram = {
      nodes: {
        a: { id: 'a', kind: 'cloudwatch-alarm', name: 'alarm', props: { ...props }, ...at },
        s: { id: 's', kind: to, name: 'source', props: {}, ...at },
      },
    };
    const outcome = connect(diagram, catalog, { from: 'a', field: 'source', to: 's' });
    return outcome.ok ? { props: outcome.diagram.nodes['a']?.props, text: outcome.said.text } : undefined;
  };
  test.each(['sagemaker-monitoring-schedule', 'sagemaker-processing-job'])('%s: the period becomes an hour', (to) => {
    const made = connected({}, to);
    expect(made?.props).toMatchObject({ source: 's', period: 3600 });
    expect(made?.text).toBe('alarm now watches source. Period is now 3600 s.');
  });
  test('a longer period stays, and an endpoint publishes every minute', () => {
    expect(connected({ period: 86_400 }, 'sagemaker-monitoring-schedule')?.props).toMatchObject({ period: 86_400 });
    expect(connected({}, 'sagemaker-endpoint')?.props).toEqual({ source: 's' });
  });
});
