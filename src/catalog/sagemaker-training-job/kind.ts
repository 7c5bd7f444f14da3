import { IMAGE_LINK } from '../images';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-training-job',
  title: 'SageMaker training job',
  category: 'ml',
  summary: 'Reads training data, runs a container, writes model artifacts.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'runs as', required: true },
    { field: 'input', to: 'bucket', label: 'reads training data from' },
    { field: 'inputFileSystem', to: 'file-system', label: 'mounts' },
    IMAGE_LINK,
    { field: 'output', to: 'bucket', label: 'writes artifacts to', required: true },
    { field: 'outputKmsKey', to: 'kms-key', label: 'encrypts artifacts with' },
    { field: 'volumeKmsKey', to: 'kms-key', label: 'encrypts volumes with' },
    { field: 'subnets[]', to: 'subnet', label: 'has interfaces in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
  ],
  defaultName: 'training-job',
});
