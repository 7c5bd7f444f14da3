import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Operation, RequestSpec } from '../../engine/request/facets';
import { apiOperation, apiOperations } from '../api';
import { arnName } from '../arn';
import { idAt, nameOf } from '../neighbour';
import { DASHBOARD } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

type Dashboard = NodeOf<Props>;

/** Dashboards are global: no Region. */
function arnOf({ name }: Dashboard, { account }: FacetContext): string {
  return `arn:aws:cloudwatch::${account.id}:dashboard/${arnName(name)}`;
}

/** The first is what somebody asks who opens it; the others fill it, and know no resource. */
function operations(node: Dashboard, context: FacetContext): readonly Operation[] {
  const api = {
    prefix: 'cloudwatch',
    service: 'monitoring',
    eventSource: 'monitoring.amazonaws.com',
    resourceType: DASHBOARD,
    resource: arnOf(node, context),
  };
  // No management event: the record of it is that of a metric, which no trail here selects.
  const { record: _, ...charts } = apiOperation(api, 'GetMetricData', { resource: '*' });
  return [
    apiOperation(api, 'GetDashboard'),
    charts,
    apiOperation(api, 'DescribeAlarms', { resource: '*' }),
    ...apiOperations(api, ['PutDashboard', 'DeleteDashboards']),
  ];
}

/** What a look at it asks, in the name of whoever looks ("Sharing CloudWatch dashboards": what its viewers may do). */
function requests(node: Dashboard, context: FacetContext): readonly RequestSpec[] {
  const { widgets, alarms, viewers } = node.props;
  const asked = [
    { action: 'cloudwatch:GetDashboard', does: 'opens' },
    ...(widgets.length > 0 ? [{ action: 'cloudwatch:GetMetricData', does: 'sees the charts of' }] : []),
    ...(alarms.length > 0 ? [{ action: 'cloudwatch:DescribeAlarms', does: 'sees the alarms of' }] : []),
  ];
  return viewers.flatMap((viewer, index) => {
    const person = context.node(viewer);
    const identity = idAt(person, 'role') ?? idAt(person, 'user');
    return asked.map(({ action, does }): RequestSpec => ({
      id: `${node.id}/${action}/${viewer}`,
      from: node.id,
      field: `viewers[${index}]`,
      signer: identity === undefined ? { type: 'anonymous' } : { type: 'identity', node: identity },
      origin: { type: 'internet' },
      action,
      to: node.id,
      purpose: 'call',
      title: `${nameOf(viewer, context)} ${does} ${node.name}`,
    }));
  });
}

export const facets: Facets<Props> = {
  arn: arnOf,
  operations,
  requests,
  dashboard: ({ props }) => ({
    widgets: props.widgets.map(({ source, namespace, metricName }, index) => ({
      namespace,
      metric: metricName,
      ...(source && { source }),
      field: `widgets[${index}]`,
    })),
    alarms: props.alarms,
    viewers: props.viewers,
  }),
  time: () => ({ harms: { deleted: { action: 'cloudwatch:DeleteDashboards', leaves: 'gone' } } }),
  cost,
};
