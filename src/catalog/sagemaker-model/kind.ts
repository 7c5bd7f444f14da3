import { IMAGE_LINK } from '../images';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-model',
  title: 'SageMaker model',
  category: 'ml',
  summary: 'A container image, its artifacts, and the role and network it runs with.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'runs as', required: true },
    { field: 'modelData', to: 'bucket', label: 'loads artifacts from' },
    IMAGE_LINK,
    { field: 'subnets[]', to: 'subnet', label: 'has interfaces in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
  ],
  refuses: [
    {
      to: 'certificate',
      lesson: 'A model has no TLS setting. SageMaker ends TLS 1.2 or later on its own Regional endpoint.',
    },
  ],
  defaultName: 'model',
});
