import { defineKind } from '../kind';
import { Props } from './props';

const MANAGED = 'SageMaker makes and manages its own volumes. Give the resource itself a volume key.';

export const kind = defineKind({
  id: 'ebs-volume',
  title: 'EBS volume',
  category: 'data',
  summary: 'A disk for one EC2 instance, in the same Availability Zone.',
  traits: ['volume'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'kmsKey', to: 'kms-key', label: 'encrypts with', also: () => ({ encrypted: true }) }],
  refuses: [
    { to: 'sagemaker-notebook', lesson: MANAGED },
    { to: 'sagemaker-training-job', lesson: MANAGED },
    { to: 'sagemaker-endpoint-config', lesson: MANAGED },
    {
      to: 'lambda-function',
      lesson: 'A function has no disk that you attach. It can mount an EFS file system.',
    },
  ],
  defaultName: 'data-volume',
});
