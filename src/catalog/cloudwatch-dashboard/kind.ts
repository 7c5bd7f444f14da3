import { defineKind } from '../kind';
import { Props } from './props';

/** What somebody would want to see first of each source. */
const FIRST: Readonly<Record<string, { readonly [key: string]: string | number }>> = {
  'sagemaker-endpoint': { namespace: 'AWS/SageMaker', metricName: 'Invocations', statistic: 'Sum' },
  'sagemaker-monitoring-schedule': { namespace: 'aws/sagemaker/Endpoints/data-metrics', period: 3600 },
  'sagemaker-processing-job': { namespace: '', period: 3600 },
  'kinesis-stream': {
    namespace: 'AWS/Kinesis',
    metricName: 'GetRecords.IteratorAgeMilliseconds',
    statistic: 'Maximum',
  },
  'acm-certificate': { namespace: 'AWS/CertificateManager', metricName: 'DaysToExpiry', statistic: 'Minimum' },
};

export const kind = defineKind({
  id: 'cloudwatch-dashboard',
  title: 'CloudWatch dashboard',
  category: 'watch',
  summary: 'Shows charts of metrics and the state of alarms to whoever looks at it.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'widgets[].source', to: 'metric-source', label: 'shows', item: ({ kind: of }) => ({ ...FIRST[of] }) },
    { field: 'alarms[]', to: 'cloudwatch-alarm', label: 'shows the state of' },
    { field: 'viewers[]', to: 'person', label: 'is looked at by' },
  ],
  refuses: [
    {
      to: 'alarm-action',
      lesson: 'A dashboard notifies nobody: somebody has to look. An alarm on the same metric notifies a topic.',
    },
    {
      to: 'role',
      lesson: 'A dashboard works as nobody. Whoever looks at it needs permission to see it and its metrics.',
    },
  ],
  defaultName: 'dashboard',
});
