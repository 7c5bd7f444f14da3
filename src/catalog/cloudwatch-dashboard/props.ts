import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { choice, int, list, text } from '../../model/schema';
import { STATISTICS } from '../statistics';

const Widget = z.strictObject({
  title: field(z._default(text(255), ''), { title: 'Title', help: 'What stands above the chart.', aws: 'title' }),
  source: ref('metric-source', {
    title: 'Source',
    help: 'What publishes the metric: its dimensions follow from it.',
    aws: 'metrics',
  }),
  namespace: field(z._default(text(255), 'AWS/SageMaker'), {
    title: 'Namespace',
    help: 'As in an alarm. A wrong one shows an empty chart.',
    aws: 'metrics',
  }),
  metricName: field(z._default(text(255), ''), {
    title: 'Metric name',
    help: 'CloudWatch takes any name, and draws an empty chart for one that nobody publishes.',
    aws: 'metrics',
  }),
  statistic: field(choice(STATISTICS, 'Average'), {
    title: 'Statistic',
    help: 'How the values of one period become one point.',
    aws: 'stat',
  }),
  period: field(
    z
      ._default(int(1, 86_400), 300)
      .check(
        z.refine(
          (value) => value % 60 === 0 || [1, 5, 10, 20, 30].includes(value),
          'A period is 1, 5, 10, 20 or 30 seconds, or a multiple of 60.',
        ),
      ),
    {
      title: 'Period',
      help: 'One point for so many seconds.',
      unit: 's',
      aws: 'period',
    },
  ),
});

export const Props = z.strictObject({
  widgets: field(list(Widget, 50), {
    title: 'Widgets',
    help: 'One chart of one metric each.',
    aws: 'DashboardBody.widgets',
  }),
  alarms: refs('cloudwatch-alarm', {
    title: 'Alarms',
    help: 'Shown with their state. The dashboard does not notify anybody when it changes.',
    aws: 'DashboardBody.widgets',
  }),
  viewers: refs('person', {
    title: 'Looked at by',
    help: 'Each needs cloudwatch:GetDashboard, cloudwatch:GetMetricData for charts, and cloudwatch:DescribeAlarms for alarms.',
  }),
});
export type Props = z.output<typeof Props>;
