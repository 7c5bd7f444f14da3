import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 's3-bucket',
  title: 'S3 bucket',
  category: 'data',
  summary: 'Keeps objects: training data, model artifacts, captured requests, log files.',
  traits: ['bucket', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    {
      field: 'kmsKey',
      to: 'kms-key',
      label: 'encrypts with',
      also: ({ encryption }) => ({ encryption: encryption === 'dsse-kms' ? 'dsse-kms' : 'sse-kms' }),
    },
    { field: 'accessLogs', to: 'bucket', label: 'sends access logs to' },
    { field: 'replicateTo', to: 'bucket', label: 'replicates to', also: () => ({ versioning: true }) },
    { field: 'replicationRole', to: 'role', label: 'replicates as' },
  ],
  refuses: [
    {
      to: 'certificate',
      lesson:
        'S3 ends TLS with its own certificates. To insist on TLS, deny requests whose aws:SecureTransport is false in the bucket policy.',
    },
  ],
  defaultName: 'data-bucket',
});
