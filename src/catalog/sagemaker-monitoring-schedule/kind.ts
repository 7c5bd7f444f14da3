import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-monitoring-schedule',
  title: 'Model Monitor schedule',
  category: 'watch',
  summary: 'Compares captured requests with a baseline, at best once an hour, and publishes metrics.',
  traits: ['metric-source', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'endpoint', to: 'captures', label: 'watches', required: true },
    { field: 'role', to: 'role', label: 'runs as', required: true },
    { field: 'baseline', to: 'bucket', label: 'compares with the baseline in' },
    { field: 'output', to: 'bucket', label: 'writes reports to', required: true },
    { field: 'groundTruth', to: 'bucket', label: 'reads ground truth from' },
    { field: 'outputKmsKey', to: 'kms-key', label: 'encrypts reports with' },
    { field: 'volumeKmsKey', to: 'kms-key', label: 'encrypts volumes with' },
    { field: 'subnets[]', to: 'subnet', label: 'has interfaces in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
  ],
  refuses: [
    {
      to: 'alarm-action',
      lesson:
        'Model Monitor notifies nobody. It publishes metrics; a CloudWatch alarm on one of them notifies a topic.',
    },
  ],
  defaultName: 'monitor',
});
