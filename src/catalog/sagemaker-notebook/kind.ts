import { CALLS_LINK } from '../calls';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-notebook',
  title: 'SageMaker notebook instance',
  category: 'ml',
  summary: 'A managed Jupyter machine whose code acts as its execution role.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'runs as', required: true },
    { field: 'subnet', to: 'subnet', label: 'has an interface in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
    { field: 'kmsKey', to: 'kms-key', label: 'encrypts its volume with' },
    { field: 'lifecycleConfig', to: 'sagemaker-notebook-lifecycle-config', label: 'runs the scripts of' },
    CALLS_LINK,
  ],
  defaultName: 'notebook',
});
