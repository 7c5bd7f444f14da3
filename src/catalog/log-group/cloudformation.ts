import type { NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, present, reference } from '../cloudformation';
import type { Props } from './props';

export const LOG_GROUP = 'AWS::Logs::LogGroup';

const FILTER = 'AWS::Logs::MetricFilter';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { retentionDays, kmsKey, metricFilters } = node.props;
  const filters = metricFilters.map(
    ({ name, pattern, namespace, metricName }, index) =>
      [
        `Filter${index + 1}`,
        {
          Type: FILTER,
          Properties: {
            LogGroupName: reference(node.id),
            FilterName: name,
            FilterPattern: pattern,
            MetricTransformations: [{ MetricNamespace: namespace, MetricName: metricName, MetricValue: '1' }],
          },
        },
      ] as const,
  );
  return {
    Type: LOG_GROUP,
    ...(filters.length > 0 && { With: Object.fromEntries(filters) }),
    Properties: present({
      LogGroupName: node.name.replace(/[^.\-_/#A-Za-z0-9]+/g, '-') || 'unnamed',
      RetentionInDays: retentionDays,
      KmsKeyId: kmsKey ? attribute(kmsKey, 'Arn') : undefined,
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [LOG_GROUP]: {
      name: 'LogGroupName',
      props: (reading) => ({
        retentionDays: reading.number('RetentionInDays'),
        kmsKey: reading.ref('KmsKeyId'),
      }),
    },
  },
  parts: {
    [FILTER]: {
      of: ['LogGroupName'],
      add(reading, { props }) {
        const name = reading.text('FilterName') ?? reading.logicalId;
        const pattern = reading.text('FilterPattern');
        const made = reading.list('MetricTransformations').map((one) => {
          if (one.text('MetricValue') !== '1') one.skip('MetricValue', 'Each event counts 1 here.');
          return present({
            name,
            pattern,
            namespace: one.text('MetricNamespace'),
            metricName: one.text('MetricName'),
          });
        });
        return { props: { metricFilters: [...props.metricFilters, ...made] } };
      },
    },
  },
});
