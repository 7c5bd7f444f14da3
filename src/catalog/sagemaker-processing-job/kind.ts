import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-processing-job',
  title: 'SageMaker processing job',
  category: 'ml',
  summary: 'Runs a container over data: preparation, bias analysis, or a monitor of your own.',
  traits: ['metric-source', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'runs as', required: true },
    { field: 'input', to: 'bucket', label: 'reads input from' },
    { field: 'output', to: 'bucket', label: 'writes results to' },
    { field: 'outputKmsKey', to: 'kms-key', label: 'encrypts results with' },
    { field: 'volumeKmsKey', to: 'kms-key', label: 'encrypts volumes with' },
    { field: 'model', to: 'sagemaker-model', label: 'analyses' },
    { field: 'monitored', to: 'captures', label: 'watches', also: () => ({ purpose: 'monitor' }) },
    { field: 'baseline', to: 'bucket', label: 'compares with the baseline in' },
    { field: 'groundTruth', to: 'bucket', label: 'reads ground truth from' },
    { field: 'scheduleRole', to: 'role', label: 'is started as' },
    { field: 'subnets[]', to: 'subnet', label: 'has interfaces in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
  ],
  refuses: [
    {
      to: 'alarm-action',
      lesson: 'A job notifies nobody. Let it publish a metric; a CloudWatch alarm on that metric notifies a topic.',
    },
    { to: 'user', lesson: 'A job works as an execution role. There is no place for a user.' },
  ],
  defaultName: 'processing-job',
});
