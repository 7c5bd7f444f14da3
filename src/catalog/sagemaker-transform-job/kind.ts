import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-transform-job',
  title: 'SageMaker batch transform job',
  category: 'ml',
  summary: 'Scores a whole set of records with a model, and ends.',
  traits: ['callable', 'captures'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'model', to: 'sagemaker-model', label: 'scores with', required: true },
    { field: 'input', to: 'bucket', label: 'reads records from', required: true },
    { field: 'output', to: 'bucket', label: 'writes predictions to', required: true },
    { field: 'outputKmsKey', to: 'kms-key', label: 'encrypts predictions with' },
    {
      field: 'dataCapture.bucket',
      to: 'bucket',
      label: 'captures records to',
      also: () => ({ 'dataCapture.enabled': true }),
    },
    { field: 'dataCapture.kmsKey', to: 'kms-key', label: 'encrypts captured data with' },
    { field: 'volumeKmsKey', to: 'kms-key', label: 'encrypts volumes with' },
  ],
  refuses: [
    { to: 'role', lesson: 'A transform job has no role of its own. It works with the execution role of its model.' },
    { to: 'subnet', lesson: 'A transform job has no network setting. Give its model the subnets.' },
    { to: 'security-group', lesson: 'A transform job has no network setting. Give its model the security groups.' },
  ],
  defaultName: 'transform-job',
});
