import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/cloudwatch-dashboard/cloudformation';
import { kind } from '../../src/catalog/cloudwatch-dashboard/kind';
import type { Props } from '../../src/catalog/cloudwatch-dashboard/props';
import { catalog } from '../../src/catalog/index';
import { templates } from '../../src/catalog/templates';
import type { NodeOf } from '../../src/engine/facets';
import { say } from '../../src/engine/wording';
import { readTemplate } from '../../src/game/template/read-template';
import { Account } from '../../src/model/account';
import { draw, monthly } from './drawing';
import { allow, meaning, outcome, policy, type Sketch } from './meaning';

const LATENCY = { source: 'e', metricName: 'ModelLatency' };
const watched = (props: object, more: Sketch = {}): Sketch => ({
  config: { kind: 'sagemaker-endpoint-config' },
  e: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
  alarm: { kind: 'cloudwatch-alarm', props: { source: 'e', metricName: 'ModelLatency', threshold: 100_000 } },
  board: { kind: 'cloudwatch-dashboard', props: { widgets: [LATENCY], alarms: ['alarm'], ...props } },
  ...more,
});
const chainOf = (sketch: Sketch) => meaning(sketch).dashboards[0];
const failures = (sketch: Sketch) =>
  chainOf(sketch)?.trace.steps.flatMap(({ verdict, reason }) => (verdict === 'fail' ? [reason.code] : []));

describe('what it shows', () => {
  test('a metric that is published, and an alarm: the chain holds, and says that nobody is notified', () => {
    const trace = chainOf(watched({}))?.trace;
    expect(trace?.allowed).toBe(true);
    expect(trace?.steps.map(({ reason }) => say(reason)).at(-1)).toMatch(/notifies nobody/);
  });
  test.each([
    ['nothing', { widgets: [], alarms: [] }, ['monitoring.dashboard-empty']],
    ['a metric of nothing', { widgets: [{ metricName: 'ModelLatency' }] }, ['monitoring.alarm-no-source']],
    [
      'a name that nobody publishes',
      { widgets: [{ source: 'e', metricName: 'Latency' }] },
      ['monitoring.no-such-metric'],
    ],
  ])('%s is found', (_, props, codes) => expect(failures(watched(props))).toEqual(codes));
  test('the reason names the dashboard, the widget and the nearest metric', () => {
    const step = chainOf(
      watched({ widgets: [LATENCY, { source: 'e', metricName: 'ModelLatencies' }] }),
    )?.trace.steps.find(({ verdict }) => verdict === 'fail');
    expect(step?.fields).toEqual([{ node: 'board', field: 'widgets[1].metricName' }]);
    expect(step && say(step.reason)).toMatch(/board .*ModelLatencies.* e .*ModelLatency in AWS\/SageMaker/);
  });
  test('a monitor that cannot run publishes nothing to show', () => {
    const monitor = { kind: 'sagemaker-monitoring-schedule', props: { endpoint: 'e' } };
    const widget = {
      source: 'm',
      namespace: 'aws/sagemaker/Endpoints/data-metrics',
      metricName: 'feature_baseline_drift_amount',
    };
    expect(failures(watched({ widgets: [widget] }, { m: monitor }))).toEqual(['monitoring.metric-silent']);
  });
});

describe('who may look', () => {
  const looked = (...actions: readonly string[]) =>
    watched(
      { viewers: ['ana'] },
      {
        ana: { kind: 'person', props: { user: 'user' } },
        user: {
          kind: 'iam-user',
          props: { policies: [{ name: 'look', document: policy(...actions.map((one) => allow(one))) }] },
        },
      },
    );
  const ALL = ['cloudwatch:GetDashboard', 'cloudwatch:GetMetricData', 'cloudwatch:DescribeAlarms'];
  test('all three permissions show everything', () => {
    expect(chainOf(looked(...ALL))?.trace.allowed).toBe(true);
    expect(outcome(meaning(looked(...ALL)), 'board', 'cloudwatch:GetMetricData')).toBe('allowed');
  });
  test.each(ALL)('without %s something stays hidden, and the chain says what', (missing) => {
    const chain = chainOf(looked(...ALL.filter((one) => one !== missing)));
    const hidden = chain?.trace.steps.find(({ reason }) => reason.code === 'monitoring.dashboard-hidden');
    expect(hidden?.reason.values).toMatchObject({ who: 'ana', action: missing });
    expect(chain?.trace.allowed).toBe(false);
  });
  test('the metrics know no resource: a policy that names the dashboard alone does not open the charts', () => {
    const arn = 'arn:aws:cloudwatch::111122223333:dashboard/board';
    const user = {
      kind: 'iam-user',
      props: { policies: [{ name: 'look', document: policy(allow(ALL, arn)) }] },
    };
    const facts = meaning({ ...looked(...ALL), user });
    expect(outcome(facts, 'board', 'cloudwatch:GetDashboard')).toBe('allowed');
    expect(outcome(facts, 'board', 'cloudwatch:GetMetricData')).not.toBe('allowed');
  });
});

test('the first three cost nothing, the fourth 3 USD a month', () => {
  const drawn = draw({ a: { kind }, b: { kind }, c: { kind }, d: { kind } });
  expect(['a', 'b', 'c', 'd'].map((id) => monthly(drawn.ask(id, 'cost')))).toEqual([0, 0, 0, 3]);
});

test('a connection brings the metric that is usually looked at first', () => {
  const [link] = kind.links;
  expect(link?.item?.({ kind: 'kinesis-stream', name: 's' })).toMatchObject({ namespace: 'AWS/Kinesis' });
});

describe('CloudFormation', () => {
  const read = (body: unknown) =>
    readTemplate(
      {
        Resources: {
          Endpoint: { Type: 'AWS::SageMaker::Endpoint', Properties: { EndpointName: 'fraud' } },
          Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'slow' } },
          Board: {
            Type: 'AWS::CloudWatch::Dashboard',
            Properties: { DashboardName: 'ops', DashboardBody: body as string },
          },
        },
      },
      { catalog, templates, account: Account.parse({}) },
    );
  const boardOf = (result: ReturnType<typeof read>) => {
    const id = result.nodes.get('Board');
    return id === undefined ? undefined : result.diagram.nodes[id]?.props;
  };
  test('the body is JSON text in which alarms stay references', () => {
    const { node, context } = draw({
      a: { kind: catalog.get('cloudwatch-alarm') ?? kind },
      board: { kind, props: { widgets: [{ namespace: 'own', metricName: 'm' }], alarms: ['a'] } },
    });
    const { Properties } = cloudFormation(node('board') as unknown as NodeOf<Props>, context);
    const body = Properties['DashboardBody'] as { 'Fn::Join': [string, [string, object, string]] };
    const [before, arn, after] = body['Fn::Join'][1];
    expect(arn).toEqual({ 'Fn::GetAtt': ['a', 'Arn'] });
    expect(JSON.parse(`${before}ARN${after}`)).toMatchObject({
      widgets: [
        { type: 'metric', properties: { metrics: [['own', 'm']], stat: 'Average', period: 300 } },
        { type: 'alarm', properties: { alarms: ['ARN'] } },
      ],
    });
  });
  test('a foreign body is read: rows, what repeats the row above, and options', () => {
    const result = read(
      JSON.stringify({
        widgets: [
          {
            type: 'metric',
            properties: {
              title: 'Traffic',
              stat: 'Sum',
              period: 60,
              metrics: [
                ['AWS/SageMaker', 'Invocations', 'EndpointName', 'fraud', 'VariantName', 'AllTraffic'],
                ['.', 'ModelLatency', '.', '.', '.', '.', { stat: 'Maximum', label: 'Slow' }],
                ['...', { stat: 'Average' }],
              ],
            },
          },
          { type: 'alarm', properties: { alarms: ['arn:aws:cloudwatch:us-east-1:111122223333:alarm:slow'] } },
        ],
      }),
    );
    const source = result.nodes.get('Endpoint');
    const widget = { source, namespace: 'AWS/SageMaker', period: 60 };
    expect(boardOf(result)).toMatchObject({
      widgets: [
        { ...widget, title: 'Traffic', metricName: 'Invocations', statistic: 'Sum' },
        { ...widget, title: 'Slow', metricName: 'ModelLatency', statistic: 'Maximum' },
        { ...widget, title: 'Traffic', metricName: 'ModelLatency', statistic: 'Average' },
      ],
      alarms: [result.nodes.get('Alarm')],
    });
  });
  test('what is not shown is reported, with its place inside the text', () => {
    const text = { type: 'text', properties: { markdown: '# Hello' } };
    const annotated = { type: 'metric', properties: { metrics: [['own', 'm']], yAxis: { left: { min: 0 } } } };
    const { ignored } = read(JSON.stringify({ widgets: [text, annotated] }));
    const places = ignored.flatMap(({ property }) => property ?? []);
    expect(places).toContain('DashboardBody.widgets[0]');
    expect(places).toContain('DashboardBody.widgets[1].properties.yAxis');
  });
  test('what is no JSON is reported, and nothing else is lost', () => {
    const result = read('{ not json');
    expect(result.ignored.map(({ reason }) => reason)).toContain('It is no JSON.');
    expect(result.nodes.get('Board')).toBeDefined();
  });
});
