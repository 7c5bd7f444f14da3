import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'ecr-repository',
  title: 'ECR repository',
  category: 'data',
  summary: 'Keeps container images, which models and jobs pull before they start.',
  traits: ['image-repository', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'kmsKey', to: 'kms-key', label: 'encrypts with', also: () => ({ encryption: 'kms' }) }],
  refuses: [
    {
      to: 'subnet',
      lesson: 'A repository stands in no subnet. Clients in a VPC need endpoints for ecr.api, ecr.dkr and S3.',
    },
    {
      to: 'bucket',
      lesson: 'ECR keeps the layers in buckets of its own. You choose the key, not the bucket.',
    },
  ],
  defaultName: 'inference-image',
});
