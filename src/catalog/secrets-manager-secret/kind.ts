import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'secrets-manager-secret',
  title: 'Secrets Manager secret',
  category: 'keys',
  summary: 'Keeps a password or token, hands it to who may ask, and can change it by itself.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'kmsKey', to: 'kms-key', label: 'encrypts with' },
    { field: 'rotationFunction', to: 'lambda-function', label: 'is rotated by' },
  ],
  refuses: [
    {
      to: 'sagemaker-endpoint',
      lesson: 'A secret calls nobody. The code that needs it asks for it, with the role that it runs as.',
    },
  ],
  defaultName: 'database-password',
});
