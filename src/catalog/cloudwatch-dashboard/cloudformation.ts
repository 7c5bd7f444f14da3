import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { arnName } from '../arn';
import { attribute, type CloudFormation, defineTemplate, type Reading } from '../cloudformation';
import { dimensionsOf, type Place, readDimensions } from '../metric-dimensions';
import { jsonText } from './json-text';
import type { Props } from './props';

export const DASHBOARD = 'AWS::CloudWatch::Dashboard';
/** The grid is 24 wide: two charts beside each other. */
const SIZE = { width: 12, height: 6 };

export function cloudFormation({ name, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { region } = context.account;
  const charts = props.widgets.map(({ title, source, namespace, metricName, statistic, period }) => ({
    type: 'metric',
    properties: {
      ...(title !== '' && { title }),
      region,
      stat: statistic,
      period,
      metrics: [
        [namespace, metricName, ...(dimensionsOf(source, context) ?? []).flatMap(({ Name, Value }) => [Name, Value])],
      ],
    },
  }));
  const states =
    props.alarms.length === 0
      ? []
      : [{ type: 'alarm', properties: { alarms: props.alarms.map((id) => attribute(id, 'Arn')) } }];
  const widgets: Json[] = [...charts, ...states].map((one, index) => ({
    ...one,
    x: (index % 2) * SIZE.width,
    y: Math.floor(index / 2) * SIZE.height,
    ...SIZE,
  }));
  return { Type: DASHBOARD, Properties: { DashboardName: arnName(name), DashboardBody: jsonText({ widgets }) } };
}

type Row = readonly { readonly reading: Reading; readonly path: string; readonly text: string | undefined }[];

/** `[namespace, metric, name, value, …, {options}]`; `.` repeats the place above, `...` all that is left out. */
function rowOf(reading: Reading, above: Row): Row {
  const own = reading.list('').map((one) => ({ reading: one, path: '', text: one.text('') }));
  const dots = own.findIndex(({ text }) => text === '...');
  const last = own.at(-1)?.text === undefined ? own.length - 1 : own.length;
  const left = Math.max(0, above.length - (last - 1));
  const full = dots < 0 ? own : [...own.slice(0, dots), ...above.slice(dots, dots + left), ...own.slice(dots + 1)];
  return full.flatMap((one, index) => (one.text === undefined ? [] : one.text === '.' ? (above[index] ?? []) : [one]));
}

function readCharts(widget: Reading): readonly { readonly [key: string]: Json }[] {
  const properties = widget.list('properties')[0];
  if (!properties) return [];
  let above: Row = [];
  return properties.list('metrics').map((line) => {
    const options = line.list('').at(-1);
    above = rowOf(line, above);
    const [namespace, metric, ...rest] = above;
    const named = new Map<string, Place>();
    for (let at = 0; at + 1 < rest.length; at += 2) {
      const value = rest[at + 1];
      if (value) named.set(rest[at]?.text ?? '', value);
    }
    const source = readDimensions(named);
    const statistic = options?.text('stat') ?? properties.text('stat');
    const period = options?.number('period') ?? properties.number('period');
    return {
      title: options?.text('label') ?? properties.text('title') ?? '',
      namespace: namespace?.text ?? '',
      metricName: metric?.text ?? '',
      ...(source !== undefined && { source }),
      ...(statistic !== undefined && { statistic }),
      ...(period !== undefined && { period }),
    };
  });
}

/** Read, and made anew when it is written. */
const LAYOUT = ['x', 'y', 'width', 'height'];

function readWidgets(body: Reading): { readonly widgets: Json[]; readonly alarms: Json[] } {
  const widgets: Json[] = [];
  const alarms: Json[] = [];
  for (const widget of body.list('widgets')) {
    for (const side of LAYOUT) widget.number(side);
    widget.list('properties')[0]?.text('region');
    switch (widget.text('type')) {
      case 'metric':
        widgets.push(...readCharts(widget));
        break;
      case 'alarm':
        widget.skip('properties.title', 'Alarms are shown under their own names.');
        alarms.push(...(widget.refs('properties.alarms') ?? []));
        break;
      default:
        widget.skip('', 'Only charts of metrics and states of alarms are shown here.');
    }
  }
  return { widgets, alarms };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  nodes: {
    [DASHBOARD]: {
      name: 'DashboardName',
      props(reading) {
        const body = reading.document('DashboardBody');
        return body ? readWidgets(body) : {};
      },
    },
  },
});
