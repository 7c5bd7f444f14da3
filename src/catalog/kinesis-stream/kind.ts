import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'kinesis-stream',
  title: 'Kinesis data stream',
  category: 'data',
  summary: 'Keeps records in the order in which they come, until consumers have read them.',
  traits: ['event-source', 'callable', 'metric-source'],
  livesIn: ['account'],
  props: Props,
  links: [
    {
      field: 'kmsKey',
      to: 'kms-key',
      label: 'encrypts with',
      also: () => ({ encryption: 'customer-managed' }),
    },
  ],
  refuses: [
    {
      to: 'sagemaker-endpoint',
      lesson:
        'A stream calls nobody, so it cannot feed an endpoint. A consumer reads it, such as a Lambda function with the stream as its event source, and invokes the endpoint with its own role.',
    },
    {
      to: 'sagemaker-model',
      lesson: 'A stream calls nobody. A consumer reads it and invokes the endpoint that runs the model.',
    },
    {
      to: 'bucket',
      lesson: 'A stream writes nowhere. A consumer, such as a Lambda function, reads the records and keeps them.',
    },
  ],
  defaultName: 'transactions',
});
